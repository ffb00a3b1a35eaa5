import { setTimeout as pause } from "node:timers/promises";
import { and, eq, isNull } from "drizzle-orm";
import { users } from "@/drizzle/schema";
import { baseUrl } from "@/lib/env";
import { inSystem } from "@/server/platform/workspace-context";
import { countAttempt } from "./attempts";
import { issueAuthToken } from "./auth-tokens";
import type { Caller } from "./caller";
import { queueMail } from "./queue-mail";

/** Longer than the work on an address with an account takes: the time of the answer must not tell the two apart. */
const answeredAfterMs = 150;

/**
 * Mails a link for a new password, good for one hour and one use; a link asked for earlier is void. Answers the same for
 * addresses without an account, after the same time. Throws RateLimitedError.
 */
export async function requestPasswordReset(input: { email: string }, caller: Caller): Promise<void> {
  await countAttempt("password-reset", input.email, caller);
  await Promise.all([pause(answeredAfterMs), mailLink(input.email)]);
}

async function mailLink(email: string): Promise<void> {
  await inSystem(async (tx) => {
    const [user] = await tx
      .select({ id: users.id })
      .from(users)
      .where(and(eq(users.email, email), isNull(users.suspendedAt)));
    if (!user) return;
    const token = await issueAuthToken(tx, user.id, "password_reset");
    await queueMail(tx, {
      recipient: email,
      subject: "A new password for Outrider",
      body: `Somebody asked for a new password for ${email} on Outrider. This link sets one; it is good for one hour and can be used once:

${baseUrl}/reset-password?token=${token}

If it was not you, ignore this mail: nothing has changed.
`,
    });
  });
}
