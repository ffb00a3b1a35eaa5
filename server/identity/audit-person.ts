import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { members } from "@/drizzle/schema";
import { appendAudit } from "@/server/platform/audit";
import type { Caller } from "./caller";

/** Deeds of a person that concern every workspace the person belongs to are written into each one's trail. */
export async function auditPerson(tx: Tx, userId: string, action: string, caller: Caller): Promise<void> {
  const memberships = await tx
    .select({ workspaceId: members.workspaceId })
    .from(members)
    .where(and(eq(members.userId, userId), isNull(members.suspendedAt)))
    // One order for all, so that two deeds never wait for each other.
    .orderBy(members.workspaceId)
    .limit(50);
  for (const { workspaceId } of memberships) {
    await appendAudit(tx, {
      workspaceId,
      actorKind: "user",
      actorId: userId,
      requestId: caller.requestId,
      action,
      subjectId: userId,
    });
  }
}
