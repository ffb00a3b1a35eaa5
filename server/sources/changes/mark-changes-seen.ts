import { sql } from "drizzle-orm";
import { changeViews } from "@/drizzle/schema";
import { authorize } from "@/server/platform/authorize";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";

/** The person has looked at everything up to `until`; never goes back. */
export async function markChangesSeen(ctx: WorkspaceContext, until: Date): Promise<void> {
  authorize(ctx, "sources:read");
  const { userId } = ctx.actor;
  if (!userId) return;
  await inWorkspace(ctx, async (tx) => {
    await tx
      .insert(changeViews)
      .values({ workspaceId: ctx.workspace.id, userId, seenUntil: until })
      .onConflictDoUpdate({
        target: [changeViews.workspaceId, changeViews.userId],
        set: { seenUntil: sql`greatest(${changeViews.seenUntil}, excluded.seen_until)` },
      });
  });
}
