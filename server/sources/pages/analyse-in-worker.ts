import { resolve } from "node:path";
import { Piscina } from "piscina";
import { UnavailableError } from "@/server/platform/errors";
import type { PageAnalysis, PageToAnalyse } from "./analyse-page";

/** A page of ordinary size takes milliseconds; one that takes this long is hostile or broken. */
const longestMs = 10_000;

// Route bundles are separate module instances of one process; they share the threads.
const holder = globalThis as typeof globalThis & { outriderAnalysis?: Piscina<PageToAnalyse, PageAnalysis> };

function threads(): Piscina<PageToAnalyse, PageAnalysis> {
  holder.outriderAnalysis ??= new Piscina({
    filename: resolve(/* turbopackIgnore: true */ process.cwd(), "dist/analysis-worker.mjs"),
    minThreads: 0,
    maxThreads: 2,
    idleTimeout: 30_000,
    resourceLimits: { maxOldGenerationSizeMb: 384 },
  });
  return holder.outriderAnalysis;
}

/** `analysePage` in a thread of its own, so that no request waits for a page. Throws PageTooHardError when it takes too long or takes the thread down. */
export async function analyseInWorker(page: PageToAnalyse): Promise<PageAnalysis> {
  try {
    return await threads().run(page, { signal: AbortSignal.timeout(longestMs) });
  } catch (cause) {
    throw new PageTooHardError("The page is built so that it could not be read within ten seconds.", { cause });
  }
}

/** This one page cannot be read; the next one can. */
export class PageTooHardError extends UnavailableError {
  override readonly retry = "later";
}
