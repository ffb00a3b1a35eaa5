import type { FrontierEntry, SourcePage } from "@/drizzle/schema";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { recordPageRemoved } from "../changes/record-change";
import { forgetPage, updatePage } from "../pages/find-page";
import { carriesVisit } from "../pages/same-address";
import { askedAgainAt, maxAttempts, maxTimeouts } from "./asked-again";
import { settle } from "./frontier";
import { keyOf, type RunningScan } from "./running-scan";

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
      const notBefore = askedAgainAt(entry.attempts, failure.retryAfterMs);
      return settle(tx, keyOf(ctx, scan), entry.urlHash, { state: "queued", ...named, notBefore });
    }
    if (isGone && page.snapshotId) {
      if (!page.goneAt) await recordPageRemoved(tx, ctx, scan, page);
      await updatePage(tx, page, { goneAt: page.goneAt ?? new Date(), lastRunId: scan.runId });
      return settle(tx, keyOf(ctx, scan), entry.urlHash, { state: "done", result: "gone", ...named });
    }
    // What was made up for this visit and leads nowhere is in the run's list, and nothing to keep: the next visit brings another.
    if (isGone && page.lastRunId === null && carriesVisit(page.url)) await forgetPage(tx, page);
    else await updatePage(tx, page, { lastRunId: scan.runId, health: "error_page", healthReason: failure.reason });
    const state = failure.code === "robots" && !failure.recoverable ? "skipped" : "failed";
    await settle(tx, keyOf(ctx, scan), entry.urlHash, { state, ...named });
  });
}
