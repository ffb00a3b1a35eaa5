import { and, eq, isNull } from "drizzle-orm";
import { notifications } from "@/drizzle/schema";
import { announceLive } from "@/server/platform/live";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import type { MarkReadInput } from "./schemas";

/** One of the person's own notifications, or all of them. What is unknown or somebody else's is left alone. */
export async function markRead(ctx: WorkspaceContext, { id }: MarkReadInput): Promise<void> {
  const { userId } = ctx.actor;
  if (!userId) return;
  await inWorkspace(ctx, async (tx) => {
    await tx
      .update(notifications)
      .set({ readAt: new Date() })
      .where(
        and(
          eq(notifications.workspaceId, ctx.workspace.id),
          eq(notifications.userId, userId),
          isNull(notifications.readAt),
          ...(id ? [eq(notifications.id, id)] : []),
        ),
      );
    announceLive(ctx, "notification", ctx.workspace.id);
  });
}
