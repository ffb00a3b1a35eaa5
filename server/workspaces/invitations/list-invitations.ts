import { and, desc, eq, gt, isNull } from "drizzle-orm";
import { invitations } from "@/drizzle/schema";
import type { Invitation } from "@/drizzle/schema/invitations";
import { authorize } from "@/server/platform/authorize";
import { readInWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";

/** Those that can still be accepted, newest first. */
export async function listInvitations(ctx: WorkspaceContext): Promise<Invitation[]> {
  authorize(ctx, "members:manage");
  return readInWorkspace(ctx, (tx) =>
    tx
      .select()
      .from(invitations)
      .where(
        and(
          eq(invitations.workspaceId, ctx.workspace.id),
          isNull(invitations.acceptedAt),
          isNull(invitations.revokedAt),
          gt(invitations.expiresAt, new Date()),
        ),
      )
      .orderBy(desc(invitations.createdAt), desc(invitations.id)),
  );
}
