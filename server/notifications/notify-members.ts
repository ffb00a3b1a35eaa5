import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { members, notifications } from "@/drizzle/schema";
import { newId } from "@/lib/ids";
import type { NotificationKind } from "@/lib/vocabulary/notifications";
import { type Permission, roleMay } from "@/lib/vocabulary/workspaces";
import { announceLive } from "@/server/platform/live";
import type { WorkspaceContext } from "@/server/platform/workspace-context";

export interface NewNotification {
  kind: NotificationKind;
  title: string;
  body: string;
  /** Path inside the workspace, beginning with a slash. */
  path: string;
  /** What makes it the same news: told to each person once. */
  occasion: string;
}

/**
 * Tells every active member who holds the permission, in the caller's transaction. `among` names those who may know of the matter at all,
 * when it is restricted; `except` is who did it and knows.
 */
export async function notifyMembers(
  tx: Tx,
  ctx: WorkspaceContext,
  permission: Permission,
  news: NewNotification,
  among?: readonly string[],
  except?: string | null,
): Promise<void> {
  const active = await tx
    .select({ userId: members.userId, role: members.role })
    .from(members)
    .where(and(eq(members.workspaceId, ctx.workspace.id), isNull(members.suspendedAt)));
  const told = active.filter(
    ({ userId, role }) => userId !== except && roleMay(role, permission) && (!among || among.includes(userId)),
  );
  if (told.length === 0) return;
  await tx
    .insert(notifications)
    .values(told.map(({ userId }) => ({ ...news, workspaceId: ctx.workspace.id, id: newId(), userId })))
    .onConflictDoNothing();
  announceLive(ctx, "notification", ctx.workspace.id);
}
