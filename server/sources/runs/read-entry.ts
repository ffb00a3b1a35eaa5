import type { FrontierEntry, Source, SourcePage } from "@/drizzle/schema";
import type { PageAction } from "@/server/crawling/browser";
import type { FetchedPage, FetchOutcome } from "@/server/crawling/fetching";
import { confirmComparison } from "@/server/evidence/changes";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import type { SourceSession } from "../credentials/source-session";
import { PageTooHardError } from "../pages/analyse-in-worker";
import type { PageAnalysis } from "../pages/analyse-page";
import { ensurePage } from "../pages/find-page";
import { isMarkup } from "../pages/keep-capture";
import { readLastRevision } from "../pages/read-last-revision";
import { contextKey } from "../queries";
import { readEntries } from "../records/read-entries";
import type { CrawlTools, FetchOrder } from "./crawl-tools";
import {
  type PageFailure,
  recordEntries,
  recordFailure,
  recordFile,
  recordPage,
  recordUnchanged,
} from "./settle-entry";
import { findSpooledPage, forgetSpooledPage, type SpoolKey, spoolPage } from "./spool";

export interface RunningScan {
  source: Source;
  runId: string;
  session: SourceSession;
  /** What this process has asked for in this step: address, rung and attempt. */
  looked: Set<string>;
  signal: AbortSignal;
}

/**
 * Reads one address of a run: robots, pace, fetch (browser when the page needs it), analysis, and what came of it in one transaction.
 * Never throws for what a site does; a failure of ours (database, storage) throws, and the address is read again. True when the site
 * served the page, false when it could not, null when nothing was asked of it or the fault was not the site's.
 */
export async function readEntry(
  ctx: WorkspaceContext,
  scan: RunningScan,
  entry: FrontierEntry,
  tools: CrawlTools,
): Promise<boolean | null> {
  const { source, signal } = scan;
  const page = await inWorkspace(ctx, (tx) =>
    ensurePage(tx, {
      workspaceId: ctx.workspace.id,
      sourceId: source.id,
      urlHash: entry.urlHash,
      // Pages behind one form share its address; each is a page of its own.
      url: entry.form ? `${entry.url}#${entry.urlHash.slice(0, 8)}` : entry.url,
      title: entry.title,
      kind: entry.kind,
    }),
  );
  if (source.robots === "obey") {
    const verdict = await tools.robotsAllow(entry.url, signal);
    if (verdict !== "allowed") {
      await recordFailure(ctx, scan, entry, page, robotsFailure(verdict));
      return null;
    }
  }
  const usesBrowser = (source.needsBrowser || page.needsBrowser) && entry.kind !== "file";
  let seen = await see(ctx, scan, entry, page, usesBrowser ? "render" : "fetch", tools);
  if (isWalled(seen) && (await scan.session.signIn((request) => tools.exchange(request)))) {
    seen = await see(ctx, scan, entry, page, usesBrowser ? "render" : "fetch", tools);
  }
  if (seen.analysis?.health.health === "needs_browser" && !usesBrowser) {
    seen = await see(ctx, scan, entry, page, "render", tools);
  }
  const grows = howItGrows(seen.analysis);
  if (grows) {
    // A listing that grows under the reader's hands: what a first look showed is kept when the second brings no more.
    const grown = await see(ctx, scan, entry, page, "render", tools, grows);
    if (countRecords(grown.analysis) > countRecords(seen.analysis)) seen = grown;
  }
  seen = await confirm(seen, () => see(ctx, scan, entry, page, usesBrowser ? "render" : "fetch", tools));
  // A call that was broken off because the run was stopped says nothing about the page.
  if (signal.aborted) return null;
  await record(ctx, scan, entry, page, seen);
  if (seen.outcome.kind === "fetched") await forgetSpooledPage(spoolKey(scan, entry, seen.outcome.page.rung));
  return wasServed(seen);
}

async function record(
  ctx: WorkspaceContext,
  scan: RunningScan,
  entry: FrontierEntry,
  page: SourcePage,
  { outcome, analysis }: Seen,
): Promise<void> {
  if (outcome.kind === "failed") return recordFailure(ctx, scan, entry, page, outcome);
  if (outcome.kind === "not_modified") return recordUnchanged(ctx, scan, entry, page, analysis);
  if (analysis?.scopeProblem) {
    return recordFailure(ctx, scan, entry, page, unreadable("scope_not_found", analysis.scopeProblem));
  }
  if (analysis) return recordPage(ctx, scan, entry, page, outcome.page, analysis);
  const read = entry.kind === "root" ? readEntries(outcome.page) : null;
  if (read) return recordEntries(ctx, scan, entry, page, outcome.page, read);
  return recordFile(ctx, scan, entry, page, outcome.page);
}

/** What the site failed at, not what it refused, never had, or asked us to do more slowly. */
const siteFaults = ["dns", "refused", "reset", "timeout_headers", "timeout_body", "http_5xx"];

function wasServed({ outcome, analysis }: Seen): boolean | null {
  if (outcome.kind === "failed") return siteFaults.includes(outcome.code) ? false : null;
  return !["captcha", "maintenance", "error_page"].includes(analysis?.health.health ?? "good");
}

interface Seen {
  outcome: Exclude<FetchOutcome, { kind: "failed" }> | PageFailure;
  /** Of a page of markup, or of the copy that we kept of it when the site says that nothing changed. */
  analysis: PageAnalysis | null;
}

async function see(
  ctx: WorkspaceContext,
  scan: RunningScan,
  entry: FrontierEntry,
  page: SourcePage,
  rung: "fetch" | "render",
  tools: CrawlTools,
  actions?: PageAction[],
): Promise<Seen> {
  const outcome = await arrive(scan, entry, page, rung, tools, actions);
  const before = page.snapshotId && entry.kind !== "file" ? await readLastRevision(ctx, page.snapshotId) : null;
  if (outcome.kind === "not_modified") {
    // What an unchanged listing leads to is still to be read: its links are those of the copy that we kept.
    return { outcome, analysis: before === null ? null : await analyse(scan, entry, page, null, before, null, tools) };
  }
  if (outcome.kind === "failed" || !isMarkup(outcome.page.mime)) return { outcome, analysis: null };
  try {
    return {
      outcome,
      analysis: await analyse(scan, entry, page, outcome.page, outcome.page.text ?? "", before, tools),
    };
  } catch (error) {
    // One hostile page must not stop the run.
    if (!(error instanceof PageTooHardError)) throw error;
    return { outcome: unreadable("too_hard", error.message), analysis: null };
  }
}

function unreadable(code: string, reason: string): PageFailure {
  return { kind: "failed", code, reason, recoverable: false, retryAfterMs: null, status: null };
}

/** Looks a second time before a change is told: what the site draws by lot differs again, what it has changed does not. */
async function confirm(seen: Seen, lookAgain: () => Promise<Seen>): Promise<Seen> {
  const { analysis } = seen;
  if (!analysis?.comparison || analysis.comparison.verdict === "none") return seen;
  const again = (await lookAgain()).analysis;
  // Without a second look nothing is told or kept: the next run compares with the same revision again.
  const comparison = again?.comparison
    ? confirmComparison(analysis.comparison, again.comparison, analysis.health.words, {
        first: analysis.differences,
        second: again.differences,
      })
    : { ...analysis.comparison, verdict: "none" as const, items: [] };
  return { ...seen, analysis: { ...analysis, comparison } };
}

const longestListing = 50;

/** What must be done for a listing to show all that it has; null when it shows it, or when its further pages have addresses. */
function howItGrows(analysis: PageAnalysis | null): PageAction[] | null {
  const next = analysis?.nextPage;
  if (!analysis?.listing || !next) return null;
  if (next.kind === "scroll") return [{ kind: "scroll", times: longestListing }];
  if (next.kind === "load_more" && !next.url)
    return [{ kind: "click", selector: next.selector, times: longestListing }];
  return null;
}

function countRecords(analysis: PageAnalysis | null): number {
  return analysis?.listing?.records.length ?? 0;
}

/** What the site answers, or what it answered to a process of ours that died before it could record it. */
async function arrive(
  scan: RunningScan,
  entry: FrontierEntry,
  page: SourcePage,
  rung: "fetch" | "render",
  tools: CrawlTools,
  actions: PageAction[] | undefined,
): Promise<FetchOutcome> {
  const key = spoolKey(scan, entry, rung === "fetch" ? "http" : "browser");
  const look = `${entry.urlHash} ${rung} ${entry.attempts}`;
  // A second look and a listing that is made to grow are asked anew.
  const isFirstLook = actions === undefined && !scan.looked.has(look);
  const left = isFirstLook && entry.attempts > 1 ? await findSpooledPage(key) : null;
  scan.looked.add(look);
  if (left) return { kind: "fetched", page: left };
  const order = { ...orderFor(scan, page), url: entry.url, form: entry.form, actions };
  const leave = await tools.enterHost(order.url, order.signal);
  const outcome = await tools[rung](order);
  if (outcome.kind === "fetched" && isFirstLook) await spoolPage(key, outcome.page);
  await leave(outcome);
  return outcome;
}

function spoolKey({ source, runId }: RunningScan, entry: FrontierEntry, rung: "http" | "browser"): SpoolKey {
  return { workspaceId: source.workspaceId, runId, urlHash: entry.urlHash, rung };
}

function isWalled({ outcome, analysis }: Seen): boolean {
  return analysis?.health.health === "login_wall" || (outcome.kind === "failed" && outcome.status === 401);
}

function orderFor({ source, session, signal }: RunningScan, page: SourcePage): FetchOrder {
  // Only a page of which we have kept a good revision may be answered with "not modified".
  const isKnown = page.snapshotId !== null && page.health === "good";
  return {
    url: page.url,
    contextKey: contextKey(source),
    cookies: session.cookies,
    respectsRobots: source.robots === "obey",
    etag: isKnown ? (page.etag ?? undefined) : undefined,
    lastModified: isKnown ? (page.lastModified ?? undefined) : undefined,
    signal,
  };
}

function analyse(
  { source }: RunningScan,
  entry: FrontierEntry,
  page: SourcePage,
  fetched: FetchedPage | null,
  html: string,
  before: string | null,
  tools: CrawlTools,
): Promise<PageAnalysis> {
  return tools.analyse({
    url: page.url,
    finalUrl: fetched?.finalUrl ?? page.url,
    status: fetched?.status ?? 200,
    html,
    isListing: entry.kind === "root" || entry.kind === "listing",
    scope: entry.kind === "root" ? source.scope : {},
    lastGood: page.snapshotId ? { words: page.words, title: page.title, url: page.url } : null,
    history: fetched ? page.history : [],
    before: before === null ? null : { html: before, url: page.url },
  });
}

function robotsFailure(verdict: "disallowed" | "unreachable"): PageFailure {
  if (verdict === "disallowed") {
    return unreadable("robots", "The site's robots.txt asks crawlers not to read this address.");
  }
  const reason = "The site's robots.txt could not be read, so nothing else was asked of it.";
  return { ...unreadable("robots", reason), recoverable: true };
}
