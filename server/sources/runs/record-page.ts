import type { Tx } from "@/drizzle/client";
import type { FrontierEntry, SourcePage } from "@/drizzle/schema";
import type { CaptureHealth } from "@/lib/vocabulary/sources";
import type { FetchedPage } from "@/server/crawling/fetching";
import { isPaperAddress, type ListingRecord } from "@/server/crawling/listings";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { recordChange, recordPageRemoved } from "../changes/record-change";
import { recordPageAdded } from "../changes/record-page-added";
import type { PageAnalysis } from "../pages/analyse-page";
import { describeValues } from "../pages/describe-values";
import { updatePage } from "../pages/find-page";
import { keepCapture } from "../pages/keep-capture";
import { kindsOfEntries, kindsOfNotices } from "../pages/links-to-follow";
import { isListedNoMore } from "../records/is-listed-no-more";
import { recordRecords } from "../records/record-records";
import { sayMoreInRows } from "../records/say-more-in-rows";
import { askedAgainAt, maxAttempts } from "./asked-again";
import { addToRun, linksOf, recordsOf } from "./found-addresses";
import { settle } from "./frontier";
import { isNewPage } from "./is-new-page";
import { shapeOfRecords } from "./judge-run-shape";
import { isNewLayout, noteReading } from "./note-reading";
import { keyOf, type RunningScan, runOf } from "./running-scan";

/** What a page shows for a while and then no more: worth asking again within the run. */
const passingHealths: readonly CaptureHealth[] = ["maintenance", "error_page", "empty", "stub"];

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
  if (health.saysGone && (await inWorkspace(ctx, (tx) => recordGone(tx, ctx, scan, entry, page, fetched)))) return;
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
    const isAdded = await isNewPage(tx, scan, entry, page);
    if (isAdded) await recordPageAdded(tx, ctx, scan, page, kept ?? page, content.title);
    else if (kept && comparison && isChanged && !(await isToldByEntries(tx, scan, entry, page, analysis))) {
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
    await addToRun(
      tx,
      ctx,
      scan,
      linksOf(scan, entry, page, { url: fetched.finalUrl, rung: fetched.rung }, analysis, fresh),
    );
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
 * Whether what changed on a listing is told by the pages that it leads to, or by their tenders: a tender that moves from the first page to the second, or whose
 * deadline moves, would be told once for each page that shows it. What an entry without a page says in sentences is told by its list alone.
 */
async function isToldByEntries(
  tx: Tx,
  { source }: RunningScan,
  entry: FrontierEntry,
  page: SourcePage,
  { listing }: PageAnalysis,
): Promise<boolean> {
  if (!listing || !kindsOfEntries.includes(source.kind) || entry.depth >= source.budget.depth) return false;
  const { records } = listing;
  const hasPage = ({ url, opens }: ListingRecord) => (url !== null && !isPaperAddress(url)) || opens !== undefined;
  const pageless = records.filter((record) => !hasPage(record));
  if (records.length === 0) return false;
  if (pageless.length === 0) return true;
  // What has neither page nor paper is watched by nothing but its list.
  const arePapers = pageless.every(({ url, papers }) => url !== null || papers !== undefined);
  if (!kindsOfNotices.includes(source.kind)) return pageless.every(({ url }) => url !== null);
  if (!arePapers) return false;
  return !(await sayMoreInRows(tx, page, pageless));
}

/** Two witnesses: an entry's page says that it is not there, and its list leads to it no more. False where the second is missing. */
async function recordGone(
  tx: Tx,
  ctx: WorkspaceContext,
  scan: RunningScan,
  entry: FrontierEntry,
  page: SourcePage,
  { rung, bytes }: FetchedPage,
): Promise<boolean> {
  if (entry.kind !== "page" || page.snapshotId === null || !kindsOfEntries.includes(scan.source.kind)) return false;
  if (!(await isListedNoMore(tx, page, scan.runId))) return false;
  if (!page.goneAt) await recordPageRemoved(tx, ctx, scan, page);
  await updatePage(tx, page, { goneAt: page.goneAt ?? new Date(), lastRunId: scan.runId });
  await settle(tx, keyOf(ctx, scan), entry.urlHash, { state: "done", result: "gone", rung, bytes });
  return true;
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
    if (health.health === "soft_404" && (await recordGone(tx, ctx, scan, entry, page, fetched))) return;
    await updatePage(tx, page, { lastRunId: scan.runId, health: health.health, healthReason: health.reason });
    await settle(tx, keyOf(ctx, scan), entry.urlHash, {
      ...(passes
        ? { state: "queued" as const, notBefore: askedAgainAt(entry.attempts) }
        : { state: "failed" as const, result: "unhealthy" as const }),
      reasonCode: health.health,
      reason: health.reason,
      rung: fetched.rung,
      bytes: fetched.bytes,
    });
  });
}
