import { threadId } from "node:worker_threads";
import { yieldToPeople } from "@/lib/yield-to-people";
import { type LookedAt, lookAt } from "@/server/crawling/detect";
import type { FetchedPage } from "@/server/crawling/fetching";
import { assessCapture } from "@/server/crawling/health";
import { type Click, learn, learnFromClicks, outlineOf, readWithSelector, showPage } from "@/server/crawling/listings";
import { alignBlocks } from "@/server/evidence/changes";
import { tryRule } from "../rules/try-rule";
import type { PagesToAlign, RecordsToLearn } from "./analyse-in-worker";
import { analysePage } from "./analyse-page";
import type { Timed } from "./run-timed";

yieldToPeople();

/** Says that it has begun: from then on its time is counted. */
function timed<Task, Result>(work: (task: Task) => Result) {
  return ({ begun, ...task }: Timed<Task>): Result => {
    begun.postMessage(threadId);
    return work(task as Task);
  };
}

// Entry of the worker threads (dist/analysis-worker.mjs): piscina calls the default export with each page, the other by its name.
export default timed(analysePage);

export const align = timed(({ before, after, scope }: PagesToAlign) => alignBlocks(before, after, scope));

export const outline = timed(({ html }: { html: string }): string[] => outlineOf(html));

/** A rule from examples, and all that it finds. */
export const learnFrom = timed(({ html, url, records }: RecordsToLearn) => {
  const learned = learn(html, url, records, false);
  return learned && { learned, records: readWithSelector(html, learned.selector, url) ?? [] };
});

export const show = timed(({ html }: { html: string }) => showPage(html));

export const fromClicks = timed(({ html, url, clicks }: { html: string; url: string; clicks: Click[] }) =>
  learnFromClicks(html, url, clicks),
);

/** Between threads a Buffer arrives as the bytes that it is made of. */
export const look = timed(
  ({ page, depth }: { page: FetchedPage; depth: "format" | "all" }): LookedAt =>
    lookAt({ ...page, body: Buffer.from(page.body) }, depth),
);

export const assess = timed((page: Parameters<typeof assessCapture>[0]) => assessCapture(page));

const tryOne = timed((task: Parameters<typeof tryRule>[0]) => tryRule(task));

export { tryOne as tryRule };
