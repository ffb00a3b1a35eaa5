import { and, eq, isNull, ne, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { members, users, workspaces } from "@/drizzle/schema";
import { type Caller, forgetPerson, requirePassword } from "@/server/identity";
import { appendAudit } from "@/server/platform/audit";
import { ConflictError } from "@/server/platform/errors";
import { afterCommit, inSystem } from "@/server/platform/workspace-context";
import { forgetApiKeys } from "./find-api-key";
import { forgetMemberships } from "./find-membership";

/**
 * Deletes the person's account, sessions, memberships and keys. What the person made stays with its workspaces. Throws
 * WrongCredentialsError, and ConflictError while a workspace would be left without an owner.
 */
export async function deleteAccount(
  person: { userId: string },
  input: { password: string },
  caller: Caller,
): Promise<void> {
  await requirePassword(person, input.password, caller);
  const { userId } = person;
  await inSystem(async (tx) => {
    const own = await tx
      .select({ workspaceId: members.workspaceId, role: members.role, name: workspaces.name })
      .from(members)
      .innerJoin(workspaces, eq(workspaces.id, members.workspaceId))
      .where(eq(members.userId, userId))
      // One order for all, so that two deeds never wait for each other.
      .orderBy(members.workspaceId);
    for (const { workspaceId, role, name } of own) {
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`members ${workspaceId}`}, 0))`);
      if (role === "owner") await assertOtherOwner(tx, workspaceId, userId, name);
      await appendAudit(tx, {
        workspaceId,
        actorKind: "user",
        actorId: userId,
        requestId: caller.requestId,
        action: "user.delete_account",
        subjectId: userId,
      });
    }
    // Sessions, links and memberships go with the row.
    await tx.delete(users).where(eq(users.id, userId));
    afterCommit(() => {
      forgetPerson(userId);
      forgetMemberships({ userId });
      for (const { workspaceId } of own) forgetApiKeys({ workspaceId });
    });
  });
}

async function assertOtherOwner(tx: Tx, workspaceId: string, userId: string, name: string): Promise<void> {
  const [other] = await tx
    .select({ userId: members.userId })
    .from(members)
    .where(
      and(
        eq(members.workspaceId, workspaceId),
        eq(members.role, "owner"),
        isNull(members.suspendedAt),
        ne(members.userId, userId),
      ),
    )
    .limit(1);
  if (!other) {
    throw new ConflictError(
      `You are the last owner of ${name}. Make somebody else owner of it, or delete the workspace, first.`,
    );
  }
}
