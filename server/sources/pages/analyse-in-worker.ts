import { resolve } from "node:path";
import { type BulkheadPolicy, bulkhead } from "cockatiel";
import { Piscina } from "piscina";
import type { SourceScope } from "@/drizzle/schema";
import type { LookedAt } from "@/server/crawling/detect";
import type { FetchedPage } from "@/server/crawling/fetching";
import type { assessCapture, CaptureAssessment } from "@/server/crawling/health";
import type { Click, FromClicks, LearnedRule, ListingRecord, ShownPart } from "@/server/crawling/listings";
import type { AlignedRow } from "@/server/evidence/changes";
import { UnavailableError } from "@/server/platform/errors";
import type { RuleTried, tryRule } from "../rules/try-rule";
import type { PageAnalysis, PageToAnalyse } from "./analyse-page";
import { runTimed } from "./run-timed";

/** A page of ordinary size takes milliseconds; one that takes this long is hostile or broken. */
const limits = { cpuMs: 10_000, wallMs: 120_000, waitMs: 120_000 };

// Route bundles are separate module instances of one process; they share the threads.
const holder = globalThis as typeof globalThis & { outriderAnalysis?: { threads: Piscina; turns: BulkheadPolicy } };

const threadsAtOnce = 2;

function analysis() {
  holder.outriderAnalysis ??= {
    threads: new Piscina({
      filename: resolve(/* turbopackIgnore: true */ process.cwd(), "dist/analysis-worker.mjs"),
      minThreads: 0,
      maxThreads: threadsAtOnce,
      idleTimeout: 30_000,
      resourceLimits: { maxOldGenerationSizeMb: 384 },
    }),
    // A page's time begins when it has a thread: among forty sources most of it would be spent waiting for one.
    turns: bulkhead(threadsAtOnce, Number.POSITIVE_INFINITY),
  };
  return holder.outriderAnalysis;
}

/** `analysePage` in a thread of its own, so that no request waits for a page. Throws PageTooHardError when it takes too long or takes the thread down. */
export function analyseInWorker(page: PageToAnalyse): Promise<PageAnalysis> {
  return run(page, "default");
}

export interface PagesToAlign {
  before: { html: string; url: string };
  after: { html: string; url: string };
  scope: SourceScope;
}

/** `alignBlocks` in a thread of its own. Throws PageTooHardError. */
export function alignInWorker(pages: PagesToAlign): Promise<AlignedRow[]> {
  return run(pages, "align");
}

/** The page's lines as they are read, in a thread of its own. Throws PageTooHardError. */
export function outlineInWorker(html: string): Promise<string[]> {
  return run({ html }, "outline");
}

export interface RecordsToLearn {
  html: string;
  url: string;
  records: ListingRecord[];
}

/** A rule from examples and all that it finds, or null when the page does not show them as one list. In a thread of its own. */
export function learnInWorker(
  task: RecordsToLearn,
): Promise<{ learned: LearnedRule; records: ListingRecord[] } | null> {
  return run(task, "learnFrom");
}

/** The parts of a page for drawing it without its code, in a thread of its own. Throws PageTooHardError. */
export function showInWorker(html: string): Promise<ShownPart[]> {
  return run({ html }, "show");
}

/** `learnFromClicks` in a thread of its own. Throws PageTooHardError. */
export function fromClicksInWorker(task: { html: string; url: string; clicks: Click[] }): Promise<FromClicks> {
  return run(task, "fromClicks");
}

/** `tryRule` in a thread of its own. Throws PageTooHardError. */
export function tryRuleInWorker(task: Parameters<typeof tryRule>[0]): Promise<RuleTried> {
  return run(task, "tryRule");
}

/** `lookAt` in a thread of its own. Throws PageTooHardError. */
export function lookInWorker(page: FetchedPage, depth: "format" | "all"): Promise<LookedAt> {
  const { screenshot: _, ...rest } = page;
  return run({ page: rest, depth }, "look");
}

/** `assessCapture` in a thread of its own. Throws PageTooHardError. */
export function assessInWorker(page: Parameters<typeof assessCapture>[0]): Promise<CaptureAssessment> {
  return run(page, "assess");
}

async function run<T>(task: object, name: string): Promise<T> {
  try {
    const { threads, turns } = analysis();
    return await turns.execute(() => runTimed<T>(threads, task, name, limits));
  } catch (cause) {
    throw new PageTooHardError("The page is built so that it could not be read within ten seconds.", { cause });
  }
}

/** This one page cannot be read; the next one can. */
export class PageTooHardError extends UnavailableError {
  override readonly retry = "later";
}
