import { and, eq, isNull } from "drizzle-orm";
import { invitations, members } from "@/drizzle/schema";
import { appendAudit } from "@/server/platform/audit";
import { ForbiddenError } from "@/server/platform/errors";
import { inSystem } from "@/server/platform/workspace-context";
import { forgetAfterCommit } from "../forget";
import { InvitationNotValidError, type OpenInvitation, requireOpenInvitation } from "./find-open-invitation";

/** What the link would give, for the page that shows it before anything is accepted. Changes nothing. */
export function previewInvitation(token: string): Promise<OpenInvitation> {
  return inSystem((tx) => requireOpenInvitation(tx, token));
}

/**
 * Makes the signed-in person a member, with the role the invitation says and no other. Only for the address it was sent to.
 * Throws InvitationNotValidError, or ForbiddenError when somebody else is signed in.
 */
export async function acceptInvitation(
  person: { userId: string; email: string; name: string },
  token: string,
  requestId: string,
): Promise<OpenInvitation["workspace"]> {
  return inSystem(async (tx) => {
    const invitation = await requireOpenInvitation(tx, token);
    if (invitation.email !== person.email) {
      throw new ForbiddenError(`This invitation is for ${invitation.email}; you are signed in as ${person.email}.`);
    }
    const { workspace } = invitation;
    const used = await tx
      .update(invitations)
      .set({ acceptedAt: new Date() })
      .where(
        and(
          eq(invitations.workspaceId, workspace.id),
          eq(invitations.id, invitation.id),
          isNull(invitations.acceptedAt),
          isNull(invitations.revokedAt),
        ),
      )
      .returning({ id: invitations.id });
    if (used.length === 0) throw new InvitationNotValidError();
    // Who is a member already keeps the role and the state he has: an invitation neither promotes nor un-suspends.
    await tx
      .insert(members)
      .values({
        workspaceId: workspace.id,
        userId: person.userId,
        role: invitation.role,
        name: person.name,
        email: person.email,
      })
      .onConflictDoNothing();
    await appendAudit(tx, {
      workspaceId: workspace.id,
      actorKind: "user",
      actorId: person.userId,
      requestId,
      action: "member.join",
      subjectId: person.userId,
      detail: { invitationId: invitation.id, role: invitation.role },
    });
    forgetAfterCommit(invitation);
    return workspace;
  });
}
