import type { FrontierEntry, SourcePage } from "@/drizzle/schema";
import { isSameSite } from "@/lib/canonical-url";
import type { CaptureHealth } from "@/lib/vocabulary/sources";
import type { FetchedPage } from "@/server/crawling/fetching";
import { retryDelayMs } from "@/server/crawling/resilience";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { recordChange, recordPageRemoved } from "../changes/record-change";
import type { PageAnalysis } from "../pages/analyse-page";
import { describeValues } from "../pages/describe-values";
import { updatePage } from "../pages/find-page";
import { keepCapture } from "../pages/keep-capture";
import { kindsOfEntries, linksToFollow } from "../pages/links-to-follow";
import { visitParameters, withoutParameters } from "../pages/same-address";
import { listKnown } from "../records/list-known";
import type { ReadEntries } from "../records/read-entries";
import type { ReadJson } from "../records/read-json";
import { type NewRecord, recordRecords } from "../records/record-records";
import { saysElse } from "../records/says-else";
import { addToFrontier, type FoundUrl, settle } from "./frontier";
import { shapeOfRecords } from "./judge-run-shape";
import { isNewLayout, noteAnswer, noteReading } from "./note-reading";
import type { RunningScan } from "./read-entry";

/** An address is asked at most this often in one run; one that lets us wait for a minute each time, less often. */
const maxAttempts = 5;
const maxTimeouts = 3;
/** What sites ask for is often a lie, and a run does not wait for hours: asked again after a minute, a page that still refuses is named as such. */
const longestPauseMs = 60_000;
/** What a page shows for a while and then no more: worth asking again within the run. */
const passingHealths: readonly CaptureHealth[] = ["maintenance", "error_page", "empty", "stub"];

/** A page that did not come: what the fetch said, or why what came could not be used. */
export interface PageFailure {
  kind: "failed";
  code: string;
  /** For people. */
  reason: string;
  recoverable: boolean;
  retryAfterMs: number | null;
  status: number | null;
}

/** The page did not come: again later when that can help, else its reason stays with it. The last good revision is left alone. */
export async function recordFailure(
  ctx: WorkspaceContext,
  scan: RunningScan,
  entry: FrontierEntry,
  page: SourcePage,
  failure: PageFailure,
): Promise<void> {
  const isGone = failure.status === 404 || failure.status === 410;
  await inWorkspace(ctx, async (tx) => {
    const named = { reasonCode: failure.code, reason: failure.reason };
    const mostAttempts = failure.code.startsWith("timeout") ? maxTimeouts : maxAttempts;
    if (failure.recoverable && entry.attempts < mostAttempts) {
      const asked = Math.min(failure.retryAfterMs ?? 0, longestPauseMs);
      const delayMs = Math.max(asked, retryDelayMs(entry.attempts));
      return settle(tx, keyOf(ctx, scan), entry.urlHash, { state: "queued", ...named, notBefore: later(delayMs) });
    }
    if (isGone && page.snapshotId) {
      if (!page.goneAt) await recordPageRemoved(tx, ctx, scan, page);
      await updatePage(tx, page, { goneAt: page.goneAt ?? new Date(), lastRunId: scan.runId });
      return settle(tx, keyOf(ctx, scan), entry.urlHash, { state: "done", result: "gone", ...named });
    }
    await updatePage(tx, page, { lastRunId: scan.runId, health: "error_page", healthReason: failure.reason });
    const state = failure.code === "robots" && !failure.recoverable ? "skipped" : "failed";
    await settle(tx, keyOf(ctx, scan), entry.urlHash, { state, ...named });
  });
}

/** The site says that nothing has changed since our last good copy, of which `analysis` is. */
export async function recordUnchanged(
  ctx: WorkspaceContext,
  scan: RunningScan,
  entry: FrontierEntry,
  page: SourcePage,
  analysis: PageAnalysis | null,
): Promise<void> {
  await inWorkspace(ctx, async (tx) => {
    await updatePage(tx, page, { lastRunId: scan.runId, lastFetchedAt: new Date(), goneAt: null });
    if (analysis) {
      const { fresh } = await recordRecords(tx, ctx, scan, page, recordsOf(analysis));
      await addFound(tx, ctx, scan, follow(scan, entry, page, page.url, analysis, fresh));
    }
    await settle(tx, keyOf(ctx, scan), entry.urlHash, {
      state: "done",
      result: "same",
      rung: "http",
      shape: analysis ? shapeOfRecords(recordsOf(analysis)) : null,
    });
  });
}

/** A page of markup: kept when it is good and says something new. */
export async function recordPage(
  ctx: WorkspaceContext,
  scan: RunningScan,
  entry: FrontierEntry,
  page: SourcePage,
  fetched: FetchedPage,
  analysis: PageAnalysis,
): Promise<void> {
  const { health, content, comparison } = analysis;
  if (health.health !== "good") return recordUnhealthy(ctx, scan, entry, page, fetched, health);
  // Without a revision to compare with (none yet, or erased since) there is nothing that could have changed.
  const isNew = comparison === null;
  const isChanged = comparison !== null && comparison.verdict !== "none";
  // A new layout of the same words is kept, too: the rule that is learned from it, or shown by a person, must fit what is kept.
  const isRemade = !isNew && !isChanged && (analysis.isShifted || (await isNewLayout(ctx, scan, page, analysis)));
  // The bytes are kept before any row speaks of them.
  const kept =
    isNew || isChanged || isRemade ? await keepCapture(ctx, page, runOf(scan), fetched, content.title) : null;
  const remark = describeValues(analysis.emptied, analysis.swings);
  await inWorkspace(ctx, async (tx) => {
    const wasBad = page.health !== null && page.health !== "good";
    if (kept && comparison && isChanged && !isToldByEntries(scan, entry, analysis)) {
      await recordChange(tx, ctx, scan, page, kept, comparison, fetched.fetchedAt);
    }
    await updatePage(tx, page, {
      title: content.title ?? page.title,
      lastRunId: scan.runId,
      lastFetchedAt: fetched.fetchedAt,
      rung: fetched.rung,
      needsBrowser: fetched.rung === "browser",
      health: "good",
      healthReason: remark?.reason ?? null,
      goneAt: null,
      words: health.words,
      textHash: content.textHash,
      history: analysis.history,
      etag: fetched.headers.etag ?? null,
      lastModified: fetched.headers["last-modified"] ?? null,
      ...(kept ? { documentId: kept.documentId, snapshotId: kept.snapshotId } : {}),
      ...(kept && (isChanged || wasBad) ? { lastChangedAt: fetched.fetchedAt } : {}),
    });
    const { fresh } = await recordRecords(tx, ctx, scan, page, recordsOf(analysis));
    await noteReading(tx, ctx, scan, entry, { ...page, snapshotId: kept?.snapshotId ?? page.snapshotId }, analysis);
    await addFound(tx, ctx, scan, follow(scan, entry, page, fetched.finalUrl, analysis, fresh));
    await settle(tx, keyOf(ctx, scan), entry.urlHash, {
      state: "done",
      result: isNew ? "new" : isChanged ? "changed" : "same",
      rung: fetched.rung,
      bytes: fetched.bytes,
      shape: shapeOfRecords(recordsOf(analysis)),
      ...(remark ? { reasonCode: remark.code, reason: remark.reason } : {}),
    });
  });
}

/**
 * Whether what changed on a listing is told by the pages that it leads to: a tender that moves from the first page to the second, or whose
 * deadline moves, would be told once for each page that shows it.
 */
function isToldByEntries({ source }: RunningScan, entry: FrontierEntry, { listing }: PageAnalysis): boolean {
  if (!listing || !kindsOfEntries.includes(source.kind) || entry.depth >= source.budget.depth) return false;
  return listing.records.length > 0 && listing.records.every(({ url, opens }) => url !== null || opens !== undefined);
}

/** A CAPTCHA, a login wall, a maintenance page: reported as that; no revision, no change. */
async function recordUnhealthy(
  ctx: WorkspaceContext,
  scan: RunningScan,
  entry: FrontierEntry,
  page: SourcePage,
  fetched: FetchedPage,
  health: PageAnalysis["health"],
): Promise<void> {
  const passes = passingHealths.includes(health.health) && entry.attempts < maxAttempts;
  await inWorkspace(ctx, async (tx) => {
    await updatePage(tx, page, { lastRunId: scan.runId, health: health.health, healthReason: health.reason });
    await settle(tx, keyOf(ctx, scan), entry.urlHash, {
      ...(passes
        ? { state: "queued" as const, notBefore: later(retryDelayMs(entry.attempts)) }
        : { state: "failed" as const, result: "unhealthy" as const }),
      reasonCode: health.health,
      reason: health.reason,
      rung: fetched.rung,
      bytes: fetched.bytes,
    });
  });
}

/** A file (PDF, office document, archive): kept as a document; the same bytes again are nothing new. An interface's answer has entries, too. */
export async function recordFile(
  ctx: WorkspaceContext,
  scan: RunningScan,
  entry: FrontierEntry,
  page: SourcePage,
  fetched: FetchedPage,
  json: ReadJson | null = null,
): Promise<void> {
  if (fetched.body.byteLength === 0) {
    const reason = "The address answered with nothing in it.";
    return recordFailure(ctx, scan, entry, page, {
      kind: "failed",
      code: "not_html",
      reason,
      recoverable: false,
      retryAfterMs: null,
      status: fetched.status,
    });
  }
  const kept = await keepCapture(ctx, page, runOf(scan), fetched, page.title);
  await inWorkspace(ctx, async (tx) => {
    const isNew = page.snapshotId === null;
    const isChanged = !isNew && kept.snapshotId !== page.snapshotId;
    await updatePage(tx, page, {
      kind: "file",
      lastRunId: scan.runId,
      lastFetchedAt: fetched.fetchedAt,
      rung: fetched.rung,
      health: "good",
      healthReason: null,
      goneAt: null,
      etag: fetched.headers.etag ?? null,
      lastModified: fetched.headers["last-modified"] ?? null,
      ...(json ? { kind: entry.kind } : {}),
      documentId: kept.documentId,
      snapshotId: kept.snapshotId,
      ...(isChanged ? { lastChangedAt: fetched.fetchedAt } : {}),
    });
    if (isChanged && (!json || saysElse(json.records, await listKnown(tx, ctx, page)))) {
      await recordChange(tx, ctx, scan, page, kept, fileComparison(page), fetched.fetchedAt);
    }
    if (json) {
      await recordRecords(tx, ctx, scan, page, json.records);
      await noteAnswer(tx, ctx, scan, json);
      await addFound(tx, ctx, scan, followAnswer(scan, entry, json, fetched.finalUrl));
    }
    await settle(tx, keyOf(ctx, scan), entry.urlHash, {
      state: "done",
      result: isNew ? "new" : isChanged ? "changed" : "same",
      rung: fetched.rung,
      bytes: fetched.bytes,
      ...(json ? { shape: shapeOfRecords(json.records) } : {}),
    });
  });
}

/** A feed or an interface: its entries are the matter, and the pages that they name are read next. */
export async function recordEntries(
  ctx: WorkspaceContext,
  scan: RunningScan,
  entry: FrontierEntry,
  page: SourcePage,
  fetched: FetchedPage,
  read: ReadEntries,
): Promise<void> {
  await inWorkspace(ctx, async (tx) => {
    const isNew = page.lastFetchedAt === null;
    const { added } = await recordRecords(tx, ctx, scan, page, read.records);
    await updatePage(tx, page, {
      title: read.title ?? page.title,
      lastRunId: scan.runId,
      lastFetchedAt: fetched.fetchedAt,
      rung: fetched.rung,
      health: "good",
      healthReason: null,
      ...(added > 0 ? { lastChangedAt: fetched.fetchedAt } : {}),
    });
    const deeper = entry.depth + 1;
    const urls = [...read.urls, ...read.records.flatMap(({ url }) => (url ? [url] : []))];
    const found: FoundUrl[] =
      deeper > scan.source.budget.depth ? [] : urls.map((url) => ({ url, kind: "page" as const, depth: deeper }));
    await addFound(tx, ctx, scan, found);
    await settle(tx, keyOf(ctx, scan), entry.urlHash, {
      state: "done",
      result: isNew ? "new" : added > 0 ? "changed" : "same",
      rung: fetched.rung,
      bytes: fetched.bytes,
      shape: shapeOfRecords(read.records),
    });
  });
}

function fileComparison(page: SourcePage) {
  const name = page.title ?? page.url.slice(page.url.lastIndexOf("/") + 1);
  return {
    verdict: "wording" as const,
    severity: "high" as const,
    summary: `A new version of the file ${name} was published.`,
    items: [],
  };
}

function recordsOf({ listing, content }: PageAnalysis): NewRecord[] {
  if (!listing) return [];
  const visit = visitParameters(content.links.map(({ url }) => url));
  return listing.records.map((record) => {
    const url = record.url && withoutParameters(record.url, visit);
    return { ...record, url, key: url ?? record.title, rung: listing.rung };
  });
}

/** Further pages of an answer, and what its entries lead to on the same site. */
function followAnswer({ source }: RunningScan, entry: FrontierEntry, json: ReadJson, url: string): FoundUrl[] {
  const deeper = entry.depth + 1;
  const next = json.next && isSameSite(json.next, url) ? [json.next] : [];
  const entries = deeper > source.budget.depth ? [] : json.records.flatMap((record) => record.url ?? []);
  return [
    ...next.map((one) => ({ url: one, kind: "listing" as const, depth: entry.depth })),
    ...entries.filter((one) => isSameSite(one, url)).map((one) => ({ url: one, kind: "page" as const, depth: deeper })),
  ];
}

function follow(
  { source }: RunningScan,
  entry: FrontierEntry,
  page: SourcePage,
  url: string,
  analysis: PageAnalysis,
  fresh: number,
): FoundUrl[] {
  // A further page that shows nothing but what this run has seen is where the listing ends, whatever its "next" link says.
  const isOver = entry.kind === "listing" && analysis.listing !== null && fresh === 0;
  const seen = isOver ? { ...analysis, nextPage: null } : analysis;
  return linksToFollow({ url, kind: page.kind === "file" ? "page" : entry.kind, depth: entry.depth }, seen, {
    kind: source.kind,
    maxDepth: source.budget.depth,
  });
}

async function addFound(
  tx: Parameters<typeof addToFrontier>[0],
  ctx: WorkspaceContext,
  scan: RunningScan,
  found: FoundUrl[],
): Promise<void> {
  await addToFrontier(tx, keyOf(ctx, scan), found, scan.source.budget.pages);
}

export function keyOf(ctx: WorkspaceContext, scan: RunningScan) {
  return { workspaceId: ctx.workspace.id, sourceId: scan.source.id, runId: scan.runId };
}

function runOf({ source, runId }: RunningScan) {
  return { sourceId: source.id, runId, collectionId: source.collectionId };
}

function later(ms: number): Date {
  return new Date(Date.now() + ms);
}
