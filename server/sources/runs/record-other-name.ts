import { and, eq } from "drizzle-orm";
import { type FrontierEntry, type SourcePage, sourcePages } from "@/drizzle/schema";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { ownAddress } from "../pages/own-address";
import { addToFrontier, settle, urlHash } from "./frontier";
import type { RunningScan } from "./read-entry";
import type { Seen } from "./see-page";
import { keyOf } from "./settle-entry";

/**
 * A page that was met by another name than its own is read by its own, and kept once. True when this was such a name. What has been kept by it
 * before stays: its history is there.
 */
export async function recordOtherName(
  ctx: WorkspaceContext,
  scan: RunningScan,
  entry: FrontierEntry,
  page: SourcePage,
  { outcome, analysis }: Seen,
): Promise<boolean> {
  if (entry.kind === "root" || entry.form || page.snapshotId || outcome.kind !== "fetched") return false;
  if (analysis?.health.health !== "good") return false;
  const own = ownAddress(outcome.page.finalUrl, analysis.content);
  if (!own || urlHash(own.url) === entry.urlHash) return false;
  return inWorkspace(ctx, async (tx) => {
    if (!own.isSure) {
      const [known] = await tx
        .select({ textHash: sourcePages.textHash })
        .from(sourcePages)
        .where(
          and(
            eq(sourcePages.workspaceId, ctx.workspace.id),
            eq(sourcePages.sourceId, scan.source.id),
            eq(sourcePages.urlHash, urlHash(own.url)),
          ),
        );
      if (known?.textHash !== analysis.content.textHash) return false;
    }
    const found = [{ url: own.url, kind: entry.kind, depth: entry.depth }];
    await addToFrontier(tx, keyOf(ctx, scan), found, scan.source.budget.pages);
    await settle(tx, keyOf(ctx, scan), entry.urlHash, {
      state: "done",
      result: "same",
      rung: outcome.page.rung,
      bytes: outcome.page.bytes,
    });
    return true;
  });
}
