import { and, eq } from "drizzle-orm";
import { type FrontierEntry, type SourcePage, sourcePages } from "@/drizzle/schema";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { ownAddress } from "../pages/own-address";
import { addToFrontier, settle, urlHash } from "./frontier";
import { keyOf, type RunningScan } from "./running-scan";
import type { Seen } from "./see-page";

/**
 * A page that was reached under another address than the one it calls its own (by its canonical link) is read under its own instead, so that it is
 * kept once. True when this was such an address. One under which the page was kept before stays in use, because its history is there.
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
