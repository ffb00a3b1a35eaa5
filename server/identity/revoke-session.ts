import { NotFoundError } from "@/server/platform/errors";
import { inSystem } from "@/server/platform/workspace-context";
import { auditPerson } from "./audit-person";
import type { Caller } from "./caller";
import { revokeSessions } from "./sessions";

/** Ends one of the person's own sessions. Throws NotFoundError for one that is unknown, somebody else's or ended. */
export async function revokeSession(person: { userId: string }, input: { id: string }, caller: Caller): Promise<void> {
  await inSystem(async (tx) => {
    if ((await revokeSessions(tx, person.userId, { only: input.id })) === 0) throw new NotFoundError("session");
    await auditPerson(tx, person.userId, "user.revoke_session", caller);
  });
}

/** Ends all of the person's sessions but the one that asks; returns how many. */
export async function revokeOtherSessions(
  person: { userId: string; sessionId: string },
  caller: Caller,
): Promise<number> {
  return inSystem(async (tx) => {
    const revoked = await revokeSessions(tx, person.userId, { except: person.sessionId });
    if (revoked > 0) await auditPerson(tx, person.userId, "user.revoke_session", caller);
    return revoked;
  });
}
