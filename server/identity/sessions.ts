import { and, eq, gt, isNull, ne } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { sessions, users } from "@/drizzle/schema";
import { newId, newSecret } from "@/lib/ids";
import { tokenHash } from "@/lib/token-hash";
import { afterCommit, inSystem } from "@/server/platform/workspace-context";
import type { Caller } from "./caller";
import { recent } from "./recent";

export const sessionLifetimeSeconds = 30 * 24 * 60 * 60;
const idleMs = 7 * 24 * 60 * 60_000;
const touchEveryMs = 5 * 60_000;

/** What the cookie holds: which session, and the proof of it. The table decides what it is worth. */
export interface SessionTicket {
  sessionId: string;
  token: string;
}

export interface SignedInUser {
  userId: string;
  sessionId: string;
  email: string;
  name: string;
  isOperator: boolean;
}

/** Withdrawn sessions are refused within this time by every process; by the one that withdrew it, at once. */
const remembered = recent<SignedInUser | null>("sessions", 3_000);

export async function createSession(tx: Tx, userId: string, caller: Caller): Promise<SessionTicket> {
  const ticket = { sessionId: newId(), token: newSecret() };
  await tx.insert(sessions).values({
    id: ticket.sessionId,
    userId,
    tokenHash: tokenHash(ticket.token),
    userAgent: caller.userAgent.slice(0, 300),
    address: caller.address,
    expiresAt: new Date(Date.now() + sessionLifetimeSeconds * 1000),
  });
  return ticket;
}

/** Who is signed in with this ticket, or null: unknown, revoked, expired, idle for a week, or the person is suspended. */
export function findSession(ticket: SessionTicket): Promise<SignedInUser | null> {
  const hash = tokenHash(ticket.token);
  return remembered.get(`${ticket.sessionId} ${hash}`, () => readSession(ticket.sessionId, hash));
}

async function readSession(sessionId: string, hash: string): Promise<SignedInUser | null> {
  return inSystem(async (tx) => {
    const now = new Date();
    const [row] = await tx
      .select({
        userId: users.id,
        email: users.email,
        name: users.name,
        isOperator: users.isOperator,
        lastSeenAt: sessions.lastSeenAt,
      })
      .from(sessions)
      .innerJoin(users, eq(users.id, sessions.userId))
      .where(
        and(
          eq(sessions.id, sessionId),
          eq(sessions.tokenHash, hash),
          isNull(sessions.revokedAt),
          gt(sessions.expiresAt, now),
          gt(sessions.lastSeenAt, new Date(now.getTime() - idleMs)),
          isNull(users.suspendedAt),
        ),
      );
    if (!row) return null;
    const { lastSeenAt, ...person } = row;
    if (now.getTime() - lastSeenAt.getTime() > touchEveryMs) {
      await tx.update(sessions).set({ lastSeenAt: now }).where(eq(sessions.id, sessionId));
    }
    return { ...person, sessionId };
  });
}

/** Revokes sessions of one person: all of them, one, or all but one. Returns how many were still open. */
export async function revokeSessions(
  tx: Tx,
  userId: string,
  which: { only?: string; except?: string } = {},
): Promise<number> {
  const revoked = await tx
    .update(sessions)
    .set({ revokedAt: new Date() })
    .where(
      and(
        eq(sessions.userId, userId),
        isNull(sessions.revokedAt),
        which.only ? eq(sessions.id, which.only) : undefined,
        which.except ? ne(sessions.id, which.except) : undefined,
      ),
    )
    .returning({ id: sessions.id });
  afterCommit(() => forgetPerson(userId));
  return revoked.length;
}

/** After a change of name or rights, so that this process shows it at once. */
export function forgetPerson(userId: string): void {
  remembered.forget((person) => person?.userId === userId);
}
