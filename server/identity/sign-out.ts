import { inSystem } from "@/server/platform/workspace-context";
import { auditPerson } from "./audit-person";
import type { Caller } from "./caller";
import { findSession, revokeSessions, type SessionTicket } from "./sessions";

/** Ends the session of this ticket for good: the cookie is worth nothing from now on, even if somebody kept a copy. */
export async function signOut(ticket: SessionTicket, caller: Caller): Promise<void> {
  const person = await findSession(ticket);
  if (!person) return;
  await inSystem(async (tx) => {
    await revokeSessions(tx, person.userId, { only: person.sessionId });
    await auditPerson(tx, person.userId, "user.sign_out", caller);
  });
}
