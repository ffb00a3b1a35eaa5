import { and, eq } from "drizzle-orm";
import { type ChangeItemRow, changes, sourcePages } from "@/drizzle/schema";
import { hasModel } from "@/server/models";
import { announceLive } from "@/server/platform/live";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { judgeSummary, placesOf } from "./judge-summary";

/**
 * Where the workspace has a model, it says in one sentence what a change means for its reader; the sentence is kept only when every figure,
 * date, name and negation in it stands in the places that changed. Else the sentence of our own rules stays. Not inside a transaction;
 * safe to do twice. Returns whether a model's sentence is kept.
 */
export async function summariseChange(ctx: WorkspaceContext, changeId: string): Promise<boolean> {
  const ofChange = and(eq(changes.workspaceId, ctx.workspace.id), eq(changes.id, changeId));
  const change = await inWorkspace(ctx, async (tx) => {
    const [found] = await tx
      .select({
        items: changes.items,
        summary: changes.summary,
        engine: changes.engine,
        verdict: changes.verdict,
        title: sourcePages.title,
      })
      .from(changes)
      .innerJoin(sourcePages, and(eq(sourcePages.workspaceId, changes.workspaceId), eq(sourcePages.id, changes.pageId)))
      .where(ofChange);
    return found;
  });
  if (change?.engine !== "extractive" || change.verdict !== "wording" || !isWorthAsking(change.items)) return false;
  if (!(await hasModel(ctx))) return false;
  const { value, engine } = await judgeSummary(ctx, {
    title: change.title,
    places: placesOf(change.items),
    told: change.summary,
  });
  if (engine !== "model") return false;
  await inWorkspace(ctx, async (tx) => {
    await tx.update(changes).set({ summary: value.summary.trim(), engine }).where(ofChange);
    announceLive(ctx, "change", changeId);
  });
  return true;
}

/** What has no words on either side (a picture, a structure) says nothing to a model, and a new page is told by its name. */
function isWorthAsking(items: readonly ChangeItemRow[]): boolean {
  return items.some(({ kind, before, after }) => kind !== "page_added" && (before ?? after ?? "") !== "");
}
