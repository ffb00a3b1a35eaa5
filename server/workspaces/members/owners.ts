import { and, eq, isNull, ne, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { type Member, members } from "@/drizzle/schema/members";
import { type Role, roleAtLeast } from "@/lib/vocabulary/workspaces";
import { ConflictError, ForbiddenError, NotFoundError } from "@/server/platform/errors";
import type { WorkspaceContext } from "@/server/platform/workspace-context";

/** Changes of members of one workspace happen one after the other, or two owners could each remove the other. */
export async function lockMembers(tx: Tx, ctx: WorkspaceContext): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`members ${ctx.workspace.id}`}, 0))`);
}

export async function requireMember(tx: Tx, ctx: WorkspaceContext, userId: string): Promise<Member> {
  const [member] = await tx
    .select()
    .from(members)
    .where(and(eq(members.workspaceId, ctx.workspace.id), eq(members.userId, userId)));
  if (!member) throw new NotFoundError("member");
  return member;
}

/** Nobody gives or takes a role above the own one: an admin cannot touch an owner or make one. */
export function assertMayManage(ctx: WorkspaceContext, role: Role): void {
  if (roleAtLeast(ctx.role, role)) return;
  throw new ForbiddenError(`Only an owner of ${ctx.workspace.name} may do this; your role here is ${ctx.role}.`);
}

/** Throws ConflictError when the workspace would be left without an active owner. Call with the members locked. */
export async function assertAnotherOwner(tx: Tx, ctx: WorkspaceContext, leaving: Member): Promise<void> {
  if (leaving.role !== "owner") return;
  const [other] = await tx
    .select({ userId: members.userId })
    .from(members)
    .where(
      and(
        eq(members.workspaceId, ctx.workspace.id),
        eq(members.role, "owner"),
        isNull(members.suspendedAt),
        ne(members.userId, leaving.userId),
      ),
    )
    .limit(1);
  if (!other) {
    throw new ConflictError(
      `${leaving.name} is the last owner of ${ctx.workspace.name}. Make somebody else owner first.`,
    );
  }
}
