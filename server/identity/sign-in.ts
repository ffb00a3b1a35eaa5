import { eq } from "drizzle-orm";
import { users } from "@/drizzle/schema";
import { tokenHash } from "@/lib/token-hash";
import { inSystem } from "@/server/platform/workspace-context";
import { countAttempt } from "./attempts";
import { auditPerson } from "./audit-person";
import { consumeAuthToken } from "./auth-tokens";
import type { Caller } from "./caller";
import { WrongCredentialsError } from "./errors";
import { verifyPassword } from "./passwords";
import type { CredentialsInput } from "./schemas";
import { createSession, type SessionTicket } from "./sessions";

/**
 * The one way in: an e-mail address and its password, or a single-use sign-in link. Always makes a new session.
 * Throws WrongCredentialsError (unknown, wrong and suspended alike), LinkNotValidError, RateLimitedError.
 */
export async function signIn(input: CredentialsInput, caller: Caller): Promise<SessionTicket & { userId: string }> {
  return "email" in input ? signInWithPassword(input, caller) : signInWithLink(input.linkToken, caller);
}

async function signInWithPassword(input: { email: string; password: string }, caller: Caller) {
  const succeed = await countAttempt("sign-in", input.email, caller);
  const [user] = await inSystem((tx) => tx.select().from(users).where(eq(users.email, input.email)));
  // Outside of any transaction: hashing takes tens of milliseconds.
  const isRight = await verifyPassword(user?.passwordHash ?? null, input.password);
  if (!user?.id || !isRight || user.suspendedAt) throw new WrongCredentialsError();
  const ticket = await openSession(user.id, caller);
  await succeed();
  return ticket;
}

async function signInWithLink(linkToken: string, caller: Caller) {
  const succeed = await countAttempt("link", tokenHash(linkToken), caller);
  const userId = await inSystem(async (tx) => {
    const id = await consumeAuthToken(tx, linkToken, "sign_in_link");
    const [user] = await tx.select({ suspendedAt: users.suspendedAt }).from(users).where(eq(users.id, id));
    if (!user || user.suspendedAt) throw new WrongCredentialsError();
    return id;
  });
  const ticket = await openSession(userId, caller);
  await succeed();
  return ticket;
}

function openSession(userId: string, caller: Caller) {
  return inSystem(async (tx) => {
    const ticket = await createSession(tx, userId, caller);
    await auditPerson(tx, userId, "user.sign_in", caller);
    return { ...ticket, userId };
  });
}
