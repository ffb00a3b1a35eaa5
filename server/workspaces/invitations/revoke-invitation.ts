import { and, eq, isNull } from "drizzle-orm";
import { invitations } from "@/drizzle/schema";
import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { NotFoundError } from "@/server/platform/errors";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";

/** Withdraws an open invitation. Throws NotFoundError for one that is unknown, foreign, accepted or withdrawn. */
export async function revokeInvitation(ctx: WorkspaceContext, input: { id: string }): Promise<void> {
  authorize(ctx, "members:manage");
  await inWorkspace(ctx, async (tx) => {
    const revoked = await tx
      .update(invitations)
      .set({ revokedAt: new Date() })
      .where(
        and(
          eq(invitations.workspaceId, ctx.workspace.id),
          eq(invitations.id, input.id),
          isNull(invitations.acceptedAt),
          isNull(invitations.revokedAt),
        ),
      )
      .returning({ email: invitations.email });
    const [gone] = revoked;
    if (!gone) throw new NotFoundError("invitation");
    await recordAudit(tx, ctx, {
      action: "member.revoke_invitation",
      subjectId: input.id,
      detail: { email: gone.email },
    });
  });
}
