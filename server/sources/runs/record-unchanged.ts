import type { FrontierEntry, SourcePage } from "@/drizzle/schema";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import type { PageAnalysis } from "../pages/analyse-page";
import { updatePage } from "../pages/find-page";
import { recordRecords } from "../records/record-records";
import { addToRun, linksOf, recordsOf } from "./found-addresses";
import { settle } from "./frontier";
import { shapeOfRecords } from "./judge-run-shape";
import { keyOf, type RunningScan } from "./running-scan";

/** The site says that nothing has changed since our last good copy; `analysis` is that copy's. */
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
      await addToRun(tx, ctx, scan, linksOf(scan, entry, page, page, analysis, fresh));
    }
    await settle(tx, keyOf(ctx, scan), entry.urlHash, {
      state: "done",
      result: "same",
      rung: "http",
      shape: analysis ? shapeOfRecords(recordsOf(analysis)) : null,
    });
  });
}
