import { compareDocuments, readPackage, shredPackage } from "./read-package";

// Entry of the worker threads (dist/tender-worker.mjs): piscina calls each by its name.
export { compareDocuments, readPackage, shredPackage };
export default readPackage;
