import { and, eq, gt, isNull } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { invitations, members, workspaces } from "@/drizzle/schema";
import { tokenHash } from "@/lib/token-hash";
import type { Role } from "@/lib/vocabulary/workspaces";
import { InvalidInputError } from "@/server/platform/errors";

export interface OpenInvitation {
  id: string;
  email: string;
  role: Role;
  expiresAt: Date;
  workspace: { id: string; slug: string; name: string };
  invitedByName: string | null;
}

/** The invitation behind a link; one error for links that are unknown, used, revoked, replaced or expired. */
export async function requireOpenInvitation(tx: Tx, token: string): Promise<OpenInvitation> {
  const [row] = await tx
    .select({
      id: invitations.id,
      email: invitations.email,
      role: invitations.role,
      expiresAt: invitations.expiresAt,
      workspace: { id: workspaces.id, slug: workspaces.slug, name: workspaces.name },
      invitedByName: members.name,
    })
    .from(invitations)
    .innerJoin(workspaces, eq(workspaces.id, invitations.workspaceId))
    .leftJoin(members, and(eq(members.workspaceId, invitations.workspaceId), eq(members.userId, invitations.invitedBy)))
    .where(
      and(
        eq(invitations.tokenHash, tokenHash(token)),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
        gt(invitations.expiresAt, new Date()),
      ),
    );
  if (!row) throw new InvitationNotValidError();
  return row;
}

export class InvitationNotValidError extends InvalidInputError {
  constructor() {
    super(
      "This invitation is not valid any more: it was used, withdrawn or replaced, or it has expired. Ask for a new one.",
    );
  }
}
