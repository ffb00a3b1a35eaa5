import { eq } from "drizzle-orm";
import { members, users } from "@/drizzle/schema";
import { baseUrl } from "@/lib/env";
import { tokenHash } from "@/lib/token-hash";
import { ConflictError, InvalidInputError } from "@/server/platform/errors";
import { afterCommit, inSystem } from "@/server/platform/workspace-context";
import { countAttempt } from "./attempts";
import { auditPerson } from "./audit-person";
import { consumeAuthToken, issueAuthToken, voidAuthTokens } from "./auth-tokens";
import type { Caller } from "./caller";
import { LinkNotValidError } from "./errors";
import { queueMail } from "./queue-mail";
import { requirePassword } from "./require-password";
import { forgetPerson } from "./sessions";

/**
 * Mails a link to the new address; nothing changes until it is followed. Good for one hour and one use; a link asked for earlier is
 * void. Answers the same for an address that has an account. Throws WrongCredentialsError, RateLimitedError, InvalidInputError.
 */
export async function requestEmailChange(
  person: { userId: string; email: string },
  input: { email: string; password: string },
  caller: Caller,
): Promise<void> {
  if (input.email === person.email) throw new InvalidInputError("This is your address already.");
  await requirePassword(person, input.password, caller);
  await countAttempt("password-reset", input.email, caller);
  await inSystem(async (tx) => {
    const [taken] = await tx.select({ id: users.id }).from(users).where(eq(users.email, input.email));
    if (taken) return;
    const token = await issueAuthToken(tx, person.userId, "email_change", input.email);
    await queueMail(tx, {
      recipient: input.email,
      subject: "Confirm your address for Outrider",
      body: `Somebody who signs in to Outrider as ${person.email} wants to sign in as ${input.email} from now on. This link confirms it; it is good for one hour and can be used once:

${baseUrl}/confirm-email?token=${token}&email=${encodeURIComponent(input.email)}

If it was not you, ignore this mail: nothing has changed.
`,
    });
  });
}

/**
 * Takes the new address, which the link was sent to and which it is bound to, and tells the old one. Links that were mailed to the
 * old address are void. Throws LinkNotValidError, and ConflictError when somebody else has taken the address meanwhile.
 */
export async function confirmEmailChange(input: { token: string; email: string }, caller: Caller): Promise<void> {
  const succeed = await countAttempt("link", tokenHash(input.token), caller);
  await inSystem(async (tx) => {
    const userId = await consumeAuthToken(tx, input.token, "email_change", input.email);
    const [user] = await tx
      .select({ email: users.email, suspendedAt: users.suspendedAt })
      .from(users)
      .where(eq(users.id, userId));
    if (!user || user.suspendedAt) throw new LinkNotValidError();
    const [taken] = await tx.select({ id: users.id }).from(users).where(eq(users.email, input.email));
    if (taken) throw new ConflictError("This address belongs to another account.");
    await tx.update(users).set({ email: input.email }).where(eq(users.id, userId));
    await tx.update(members).set({ email: input.email }).where(eq(members.userId, userId));
    await voidAuthTokens(tx, userId);
    await auditPerson(tx, userId, "user.change_email", caller);
    await queueMail(tx, {
      recipient: user.email,
      subject: "Your address for Outrider was changed",
      body: `You sign in to Outrider as ${input.email} from now on, no longer as ${user.email}.

If it was not you, tell the operator of the installation at ${baseUrl} at once: somebody knows your password.
`,
    });
    afterCommit(() => forgetPerson(userId));
  });
  await succeed();
}
