import { eq } from "drizzle-orm";
import { users } from "@/drizzle/schema";
import { inSystem } from "@/server/platform/workspace-context";
import { countAttempt } from "./attempts";
import type { Caller } from "./caller";
import { WrongCredentialsError } from "./errors";
import { verifyPassword } from "./passwords";

/**
 * For deeds that a borrowed browser must not do: the person types the password again. Throws WrongCredentialsError, and
 * RateLimitedError after too many wrong ones.
 */
export async function requirePassword(person: { userId: string }, password: string, caller: Caller): Promise<void> {
  const succeed = await countAttempt("password-change", person.userId, caller);
  const [user] = await inSystem((tx) =>
    tx.select({ passwordHash: users.passwordHash }).from(users).where(eq(users.id, person.userId)),
  );
  if (!(await verifyPassword(user?.passwordHash ?? null, password))) throw new WrongCredentialsError();
  await succeed();
}
