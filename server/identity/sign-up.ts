import type { Tx } from "@/drizzle/client";
import { users } from "@/drizzle/schema";
import { newId } from "@/lib/ids";
import { inSystem } from "@/server/platform/workspace-context";
import { countAttempt } from "./attempts";
import type { Caller } from "./caller";
import { assertPasswordIsNotCommon, hashPassword } from "./passwords";
import type { SignUpInput } from "./schemas";
import { assertSetupToken, claimOperatorIn } from "./setup-token";

/**
 * Makes an account; with the set-up token its person becomes the operator. An address that already has an account gets the
 * same answer after the same work and changes nothing: the sign-in that follows tells the two apart only for who knows the
 * password. Throws InvalidInputError (common password), ForbiddenError (set-up token), RateLimitedError.
 */
export async function signUp(input: SignUpInput, caller: Caller): Promise<void> {
  assertPasswordIsNotCommon(input.password, input.email);
  await countAttempt("sign-up", input.email, caller);
  const { setupToken } = input;
  if (setupToken) {
    await countAttempt("operator", "setup token", caller);
    // Before anything depends on whether the address is known.
    await inSystem((tx) => assertSetupToken(tx, setupToken));
  }
  const passwordHash = await hashPassword(input.password);
  await inSystem(async (tx) => {
    const userId = await insertUser(tx, { email: input.email, name: input.name, passwordHash });
    if (userId && setupToken) await claimOperatorIn(tx, userId, setupToken);
  });
}

/** The new person's id, or null when the address is taken. */
export async function insertUser(
  tx: Tx,
  person: { email: string; name: string; passwordHash: string },
): Promise<string | null> {
  const id = newId();
  const made = await tx
    .insert(users)
    .values({ id, ...person })
    .onConflictDoNothing({ target: users.email })
    .returning({ id: users.id });
  return made[0]?.id ?? null;
}
