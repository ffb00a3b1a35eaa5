import type { FrontierEntry, SourcePage } from "@/drizzle/schema";
import { isSameSite } from "@/lib/canonical-url";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { recordPageRemoved } from "../changes/record-change";
import { findKnownPage, updatePage } from "../pages/find-page";
import { settle, urlHash } from "./frontier";
import { keyOf, type RunningScan } from "./running-scan";
import type { Seen } from "./see-page";

/**
 * A page that had a text of its own and now leads on to another one that is watched, too, has gone: what stands there is not what it has become. True when
 * that was recorded.
 */
export async function recordLedAway(
  ctx: WorkspaceContext,
  scan: RunningScan,
  entry: FrontierEntry,
  page: SourcePage,
  { outcome, analysis }: Seen,
): Promise<boolean> {
  if (entry.kind !== "page" || entry.form || !page.snapshotId || outcome.kind !== "fetched") return false;
  if (analysis?.health.health !== "good" || analysis.content.title === page.title) return false;
  const { finalUrl, rung, bytes } = outcome.page;
  const hash = urlHash(finalUrl);
  if (hash === entry.urlHash || !isSameSite(finalUrl, entry.url)) return false;
  return inWorkspace(ctx, async (tx) => {
    const other = await findKnownPage(tx, page, hash);
    if (!other || other.textHash === page.textHash) return false;
    if (!page.goneAt) await recordPageRemoved(tx, ctx, scan, page, { leadsTo: other });
    await updatePage(tx, page, { goneAt: page.goneAt ?? new Date(), lastRunId: scan.runId });
    await settle(tx, keyOf(ctx, scan), entry.urlHash, { state: "done", result: "gone", rung, bytes });
    return true;
  });
}
