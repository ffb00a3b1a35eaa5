import type { FrontierEntry, SourcePage } from "@/drizzle/schema";
import { isSameSite } from "@/lib/canonical-url";
import type { FetchedPage } from "@/server/crawling/fetching";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { updatePage } from "../pages/find-page";
import { withKnownAddresses } from "../records/known-addresses";
import type { ReadEntries } from "../records/read-entries";
import { recordRecords } from "../records/record-records";
import { addToRun } from "./found-addresses";
import { type FoundUrl, settle } from "./frontier";
import { shapeOfRecords } from "./judge-run-shape";
import { keyOf, type RunningScan } from "./running-scan";

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
    const records = await withKnownAddresses(tx, ctx, scan, read.records);
    const { added } = await recordRecords(tx, ctx, scan, page, records);
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
