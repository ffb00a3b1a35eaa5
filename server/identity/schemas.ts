import { z } from "zod";
import { emailInput } from "@/lib/email";
import { isoTimestamp } from "@/lib/iso-timestamp";

export const minPasswordLength = 12;

/** A password that a person chooses. Whether it is too common is decided by the verb. */
export const newPasswordInput = z
  .string()
  .min(minPasswordLength, `Use at least ${minPasswordLength} characters.`)
  .max(1024);
/** A password that somebody claims to know; no rules, so that the reply is the same for all that are wrong. */
const knownPasswordInput = z.string().min(1).max(1024);
const nameInput = z.string().trim().min(1, "Say how you are called.").max(120);
const linkToken = z.string().min(20).max(200);

export const signUpInput = z.strictObject({
  email: emailInput,
  password: newPasswordInput,
  name: nameInput,
  /** From the file that the server writes while it has no operator. */
  setupToken: z.string().min(1).max(200).optional(),
});
export type SignUpInput = z.infer<typeof signUpInput>;

export const credentialsInput = z.union([
  z.object({ email: emailInput, password: knownPasswordInput }),
  z.object({ linkToken }),
]);
export type CredentialsInput = z.infer<typeof credentialsInput>;

export const requestPasswordResetInput = z.strictObject({ email: emailInput });
export const resetPasswordInput = z.strictObject({ token: linkToken, password: newPasswordInput });
export type ResetPasswordInput = z.infer<typeof resetPasswordInput>;
export const changePasswordInput = z.strictObject({
  currentPassword: knownPasswordInput,
  newPassword: newPasswordInput,
});
export type ChangePasswordInput = z.infer<typeof changePasswordInput>;
export const requestEmailChangeInput = z.strictObject({ email: emailInput, password: knownPasswordInput });
export const confirmEmailChangeInput = z.strictObject({ token: linkToken, email: emailInput });
export const updateProfileInput = z.strictObject({ name: nameInput });
export const claimOperatorInput = z.strictObject({ setupToken: z.string().min(1).max(200) });

export const meOutput = z.strictObject({
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  isOperator: z.boolean(),
  sessionId: z.uuid(),
});

export const sessionOutput = z.strictObject({
  id: z.uuid(),
  userAgent: z.string(),
  address: z.string(),
  isCurrent: z.boolean(),
  createdAt: isoTimestamp,
  lastSeenAt: isoTimestamp,
  expiresAt: isoTimestamp,
});

export const outgoingMailOutput = z.strictObject({
  id: z.uuid(),
  recipient: z.string(),
  subject: z.string(),
  body: z.string(),
  unsubscribeUrl: z.string().nullable(),
  sentAt: isoTimestamp.nullable(),
  attempts: z.number().int(),
  lastError: z.string().nullable(),
  isLapsed: z.boolean(),
  createdAt: isoTimestamp,
});

export const listOutgoingMailsInput = z.strictObject({
  q: z.string().trim().max(200).optional(),
  limit: z.number().int().min(1).max(100).default(50),
  offset: z.number().int().min(0).max(100_000).default(0),
});
export const listOutgoingMailsOutput = z.strictObject({ mails: z.array(outgoingMailOutput), total: z.number().int() });

export const revokeSessionInput = z.strictObject({ id: z.uuid() });
export const revokedOutput = z.strictObject({ revoked: z.number().int() });

/** For deeds whose only answer is that they were done. */
export const doneOutput = z.strictObject({ ok: z.literal(true) });
