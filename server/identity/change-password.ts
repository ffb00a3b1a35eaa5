import { eq } from "drizzle-orm";
import { users } from "@/drizzle/schema";
import { inSystem } from "@/server/platform/workspace-context";
import { auditPerson } from "./audit-person";
import { voidAuthTokens } from "./auth-tokens";
import type { Caller } from "./caller";
import { assertPasswordIsNotCommon, hashPassword } from "./passwords";
import { requirePassword } from "./require-password";
import type { ChangePasswordInput } from "./schemas";
import { revokeSessions } from "./sessions";

/**
 * Sets a new password for who knows the old one. Every session ends, this one too, and open links are void: whoever got in
 * with the old password is out. The browser signs in again with the new one.
 */
export async function changePassword(
  person: { userId: string; email: string },
  input: ChangePasswordInput,
  caller: Caller,
): Promise<void> {
  await requirePassword(person, input.currentPassword, caller);
  assertPasswordIsNotCommon(input.newPassword, person.email);
  await setPassword(person.userId, input.newPassword, "user.change_password", caller);
}

/** Replaces the password and ends everything that the old one opened. */
export async function setPassword(
  userId: string,
  password: string,
  action: "user.change_password" | "user.reset_password",
  caller: Caller,
): Promise<void> {
  const passwordHash = await hashPassword(password);
  await inSystem(async (tx) => {
    await tx.update(users).set({ passwordHash }).where(eq(users.id, userId));
    await revokeSessions(tx, userId);
    await voidAuthTokens(tx, userId);
    await auditPerson(tx, userId, action, caller);
  });
}
