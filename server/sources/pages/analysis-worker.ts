import { analysePage } from "./analyse-page";

// Entry of the worker threads (dist/analysis-worker.mjs): piscina calls the default export with each page.
export default analysePage;
