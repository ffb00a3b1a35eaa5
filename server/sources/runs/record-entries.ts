import type { FrontierEntry, SourcePage } from "@/drizzle/schema";
import { isSameSite } from "@/lib/canonical-url";
import type { FetchedPage } from "@/server/crawling/fetching";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { recordChange } from "../changes/record-change";
import { updatePage } from "../pages/find-page";
import { keepCapture } from "../pages/keep-capture";
import { readLastRevision } from "../pages/read-last-revision";
import { compareFeeds, feedAsPage } from "../records/feed-as-page";
import { withKnownAddresses } from "../records/known-addresses";
import type { ReadEntries } from "../records/read-entries";
import { recordRecords } from "../records/record-records";
import { addToRun } from "./found-addresses";
import { type FoundUrl, settle } from "./frontier";
import { shapeOfRecords } from "./judge-run-shape";
import { keyOf, type RunningScan, runOf } from "./running-scan";

/** A feed or an interface: its entries are the matter, and the pages that they name are read next. */
export async function recordEntries(
  ctx: WorkspaceContext,
  scan: RunningScan,
  entry: FrontierEntry,
  page: SourcePage,
  fetched: FetchedPage,
  read: ReadEntries,
): Promise<void> {
  // The bytes are kept before any row speaks of them.
  const said = await keepFeed(ctx, scan, page, fetched, read);
  await inWorkspace(ctx, async (tx) => {
    const isNew = page.lastFetchedAt === null;
    const records = await withKnownAddresses(tx, ctx, scan, read.records);
    const { added } = await recordRecords(tx, ctx, scan, page, records);
    const comparison = said?.comparison ?? null;
    if (said && comparison) await recordChange(tx, ctx, scan, page, said.kept, comparison, fetched.fetchedAt);
    await updatePage(tx, page, {
      ...(said ? { documentId: said.kept.documentId, snapshotId: said.kept.snapshotId } : {}),
      title: read.title ?? page.title,
      lastRunId: scan.runId,
      lastFetchedAt: fetched.fetchedAt,
      rung: fetched.rung,
      health: "good",
      healthReason: null,
      ...(added > 0 ? { lastChangedAt: fetched.fetchedAt } : {}),
    });
    const deeper = entry.depth + 1;
    const urls = [...read.urls, ...records.flatMap(({ url }) => (url ? [url] : []))];
    const found: FoundUrl[] =
      deeper > scan.source.budget.depth ? [] : urls.map((url) => ({ url, kind: "page" as const, depth: deeper }));
    // What comes behind a page without anything new is known; the second page is looked at all the same, since not every feed is in order.
    const goesOn = added > 0 || entry.kind === "root";
    const further = (goesOn ? read.further : [])
      .filter((url) => url !== fetched.finalUrl && isSameSite(url, fetched.finalUrl))
      .map((url) => ({ url, kind: "listing" as const, depth: entry.depth }));
    await addToRun(tx, ctx, scan, [...further, ...found]);
    await settle(tx, keyOf(ctx, scan), entry.urlHash, {
      state: "done",
      result: isNew ? "new" : added > 0 ? "changed" : "same",
      rung: fetched.rung,
      bytes: fetched.bytes,
      shape: shapeOfRecords(records),
    });
  });
}

/** What a feed says that is said nowhere else, kept when it says something new; null where it has not, or where its entries have pages. */
async function keepFeed(
  ctx: WorkspaceContext,
  scan: RunningScan,
  page: SourcePage,
  fetched: FetchedPage,
  read: ReadEntries,
) {
  const html = feedAsPage(read.records, read.title ?? page.title);
  if (html === null) return null;
  const before = page.snapshotId ? await readLastRevision(ctx, page.snapshotId) : null;
  if (before === html) return null;
  const asPage = { ...fetched, mime: "text/html", text: html, body: Buffer.from(html) };
  const kept = await keepCapture(ctx, page, runOf(scan), asPage, read.title);
  return { kept, comparison: before === null ? null : compareFeeds(before, html, page.url) };
}
