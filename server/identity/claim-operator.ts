import { inSystem } from "@/server/platform/workspace-context";
import { countAttempt } from "./attempts";
import { auditPerson } from "./audit-person";
import type { Caller } from "./caller";
import { claimOperatorIn } from "./setup-token";

/** Makes a signed-in person the operator of the installation. Throws ForbiddenError, RateLimitedError. */
export async function claimOperator(
  person: { userId: string },
  input: { setupToken: string },
  caller: Caller,
): Promise<void> {
  await countAttempt("operator", "setup token", caller);
  await inSystem(async (tx) => {
    await claimOperatorIn(tx, person.userId, input.setupToken);
    await auditPerson(tx, person.userId, "user.become_operator", caller);
  });
}
