import { ConflictError } from "@/server/platform/errors";
import { inSystem } from "@/server/platform/workspace-context";
import { countAttempt } from "./attempts";
import type { Caller } from "./caller";
import { assertPasswordIsNotCommon, hashPassword } from "./passwords";
import { assertSetupToken, claimOperatorIn } from "./setup-token";
import { insertUser } from "./sign-up";

/** The account of the installation's first operator, made with the set-up token. Nobody without the token learns which addresses are known. */
export async function makeOperator(
  input: { email: string; password: string; setupToken: string },
  caller: Caller,
): Promise<{ userId: string; email: string; name: string }> {
  const succeed = await countAttempt("operator", "setup token", caller);
  await inSystem((tx) => assertSetupToken(tx, input.setupToken));
  assertPasswordIsNotCommon(input.password, input.email);
  const name = input.email.split("@")[0] ?? input.email;
  const passwordHash = await hashPassword(input.password);
  const userId = await inSystem(async (tx) => {
    const made = await insertUser(tx, { email: input.email, name, passwordHash });
    if (!made)
      throw new ConflictError(
        "This address has an account already. Sign in with it and give the set-up token in Settings.",
      );
    await claimOperatorIn(tx, made, input.setupToken);
    return made;
  });
  await succeed();
  return { userId, email: input.email, name };
}
