import { alignBlocks } from "@/server/evidence/changes";
import type { PagesToAlign } from "./analyse-in-worker";
import { analysePage } from "./analyse-page";

// Entry of the worker threads (dist/analysis-worker.mjs): piscina calls the default export with each page, the other by its name.
export default analysePage;

export function align({ before, after, scope }: PagesToAlign) {
  return alignBlocks(before, after, scope);
}
