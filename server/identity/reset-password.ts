import { eq } from "drizzle-orm";
import { users } from "@/drizzle/schema";
import { tokenHash } from "@/lib/token-hash";
import { inSystem } from "@/server/platform/workspace-context";
import { countAttempt } from "./attempts";
import { consumeAuthToken, isAuthTokenOpen } from "./auth-tokens";
import type { Caller } from "./caller";
import { setPassword } from "./change-password";
import { LinkNotValidError } from "./errors";
import { assertPasswordIsNotCommon } from "./passwords";
import type { ResetPasswordInput } from "./schemas";

/** Whether a mailed link still sets a password, so that nobody thinks one up for nothing. Changes nothing. */
export function isResetLinkOpen(token: string): Promise<boolean> {
  return inSystem((tx) => isAuthTokenOpen(tx, token, "password_reset"));
}

/** Sets a new password by a mailed link. Ends every session of the person. Throws LinkNotValidError, InvalidInputError. */
export async function resetPassword(input: ResetPasswordInput, caller: Caller): Promise<void> {
  const succeed = await countAttempt("link", tokenHash(input.token), caller);
  const userId = await inSystem(async (tx) => {
    const id = await consumeAuthToken(tx, input.token, "password_reset");
    const [user] = await tx
      .select({ email: users.email, suspendedAt: users.suspendedAt })
      .from(users)
      .where(eq(users.id, id));
    if (!user || user.suspendedAt) throw new LinkNotValidError();
    // In the same transaction: a password that is refused does not use the link up.
    assertPasswordIsNotCommon(input.password, user.email);
    return id;
  });
  await setPassword(userId, input.password, "user.reset_password", caller);
  await succeed();
}
