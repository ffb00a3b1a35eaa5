import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { invitations, members } from "@/drizzle/schema";
import type { Invitation } from "@/drizzle/schema/invitations";
import { baseUrl } from "@/lib/env";
import { newId, newSecret } from "@/lib/ids";
import { one } from "@/lib/one";
import { tokenHash } from "@/lib/token-hash";
import type { Role } from "@/lib/vocabulary/workspaces";
import { queueMail } from "@/server/identity";
import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { ConflictError, ForbiddenError } from "@/server/platform/errors";
import { mailTransport } from "@/server/platform/ports";
import { inWorkspace, unsafeAsSystem, type WorkspaceContext } from "@/server/platform/workspace-context";
import { assertMayManage } from "../members/owners";
import { invitationMail } from "./invitation-mail";

const lifetimeMs = 7 * 24 * 60 * 60_000;

/**
 * Invites one e-mail address into this workspace with one role; earlier open invitations of that address are void.
 * Returns the link as well, for who sends it another way: it is not kept and cannot be shown again.
 * Throws ConflictError when the address already belongs to a member.
 */
export async function inviteMember(
  ctx: WorkspaceContext,
  input: { email: string; role: Role },
): Promise<{ invitation: Invitation; link: string; isMailed: boolean }> {
  authorize(ctx, "members:manage");
  assertMayManage(ctx, input.role);
  const invitedBy = ctx.actor.userId;
  if (!invitedBy) throw new ForbiddenError("Only a person can invite.");
  const token = newSecret();
  const link = `${baseUrl}/accept-invitation?token=${token}`;
  const invitation = await inWorkspace(ctx, async (tx) => {
    await assertNotMember(tx, ctx, input.email);
    await voidOpenInvitations(tx, ctx, input.email);
    const made = one(
      await tx
        .insert(invitations)
        .values({
          workspaceId: ctx.workspace.id,
          id: newId(),
          ...input,
          tokenHash: tokenHash(token),
          invitedBy,
          expiresAt: new Date(Date.now() + lifetimeMs),
        })
        .returning(),
    );
    await recordAudit(tx, ctx, { action: "member.invite", subjectId: made.id, detail: { ...input } });
    // The workspace's role cannot write mails.
    await unsafeAsSystem(tx, () => queueMail(tx, invitationMail(ctx, input, link)));
    return made;
  });
  return { invitation, link, isMailed: mailTransport() !== null };
}

async function assertNotMember(tx: Tx, ctx: WorkspaceContext, email: string): Promise<void> {
  const found = await tx
    .select({ userId: members.userId })
    .from(members)
    .where(and(eq(members.workspaceId, ctx.workspace.id), eq(members.email, email)));
  if (found.length > 0) throw new ConflictError(`${email} is a member of ${ctx.workspace.name} already.`);
}

async function voidOpenInvitations(tx: Tx, ctx: WorkspaceContext, email: string): Promise<void> {
  await tx
    .update(invitations)
    .set({ revokedAt: new Date() })
    .where(
      and(
        eq(invitations.workspaceId, ctx.workspace.id),
        eq(invitations.email, email),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
      ),
    );
}
