import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { notifications } from "@/drizzle/schema";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import type { ListNotificationsInput, ListNotificationsOutput } from "./schemas";

/** The person's own, newest first. An actor without a person has none. */
export async function listNotifications(
  ctx: WorkspaceContext,
  input: ListNotificationsInput,
): Promise<ListNotificationsOutput> {
  const { userId } = ctx.actor;
  if (!userId) return { notifications: [], unread: 0 };
  const own = and(eq(notifications.workspaceId, ctx.workspace.id), eq(notifications.userId, userId));
  return inWorkspace(ctx, async (tx) => {
    const rows = await tx
      .select()
      .from(notifications)
      .where(own)
      .orderBy(desc(notifications.createdAt))
      .limit(input.limit);
    const [unread] = await tx
      .select({ count: sql<number>`count(*)::int` })
      .from(notifications)
      .where(and(own, isNull(notifications.readAt)));
    return {
      notifications: rows.map(({ id, kind, title, body, path, readAt, createdAt }) => ({
        id,
        kind,
        title,
        body,
        path,
        readAt,
        createdAt,
      })),
      unread: unread?.count ?? 0,
    };
  });
}
