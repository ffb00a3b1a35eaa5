import { and, eq, inArray, isNull } from "drizzle-orm";
import { changes } from "@/drizzle/schema";
import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { announceLive } from "@/server/platform/live";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";

/**
 * Puts changes out of the list, for everybody, or back into it. While one stands in the list both of its revisions are kept; archived, they
 * may go when the rule of their source says so. Those that are not there, or already so, are passed over.
 */
export async function archiveChanges(
  ctx: WorkspaceContext,
  { ids, isArchived }: { ids: string[]; isArchived: boolean },
): Promise<void> {
  authorize(ctx, "sources:scan");
  await inWorkspace(ctx, async (tx) => {
    const mine = and(eq(changes.workspaceId, ctx.workspace.id), inArray(changes.id, ids));
    const moved = await tx
      .update(changes)
      .set({ archivedAt: isArchived ? new Date() : null, archivedBy: isArchived ? ctx.actor.userId : null })
      .where(isArchived ? and(mine, isNull(changes.archivedAt)) : mine)
      .returning({ id: changes.id });
    if (moved.length === 0) return;
    await recordAudit(tx, ctx, {
      action: isArchived ? "change.archive" : "change.restore",
      subjectId: moved[0]?.id ?? ctx.workspace.id,
      detail: { changes: moved.length },
    });
    for (const { id } of moved) announceLive(ctx, "change", id);
  });
}
