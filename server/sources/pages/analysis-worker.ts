import { yieldToPeople } from "@/lib/yield-to-people";
import { type LookedAt, lookAt } from "@/server/crawling/detect";
import type { FetchedPage } from "@/server/crawling/fetching";
import { assessCapture } from "@/server/crawling/health";
import { type Click, learn, learnFromClicks, outlineOf, readWithSelector, showPage } from "@/server/crawling/listings";
import { alignBlocks } from "@/server/evidence/changes";
import { tryRule } from "../rules/try-rule";
import type { PagesToAlign, RecordsToLearn } from "./analyse-in-worker";
import { analysePage } from "./analyse-page";

yieldToPeople();

// Entry of the worker threads (dist/analysis-worker.mjs): piscina calls the default export with each page, the other by its name.
export default analysePage;

/** Answers once the thread has started. */
export function ready(): void {}

export function align({ before, after, scope }: PagesToAlign) {
  return alignBlocks(before, after, scope);
}

export function outline({ html }: { html: string }): string[] {
  return outlineOf(html);
}

/** A rule from examples, and all that it finds. */
export function learnFrom({ html, url, records }: RecordsToLearn) {
  const learned = learn(html, url, records, false);
  return learned && { learned, records: readWithSelector(html, learned.selector, url) ?? [] };
}

export function show({ html }: { html: string }) {
  return showPage(html);
}

export function fromClicks({ html, url, clicks }: { html: string; url: string; clicks: Click[] }) {
  return learnFromClicks(html, url, clicks);
}

/** Between threads a Buffer arrives as the bytes that it is made of. */
export function look({ page, depth }: { page: FetchedPage; depth: "format" | "all" }): LookedAt {
  return lookAt({ ...page, body: Buffer.from(page.body) }, depth);
}

export function assess(page: Parameters<typeof assessCapture>[0]) {
  return assessCapture(page);
}

export { tryRule };
