import { z } from "zod";
import { emailInput } from "@/lib/email";
import { isoTimestamp } from "@/lib/iso-timestamp";
import { apiKeyScopes, roles } from "@/lib/vocabulary/workspaces";

const workspaceName = z.string().trim().min(2, "Use at least 2 characters.").max(80);
export const createWorkspaceInput = z.strictObject({ name: workspaceName });
export const renameWorkspaceInput = z.strictObject({ name: workspaceName });
/** The name typed as it is written, and the password again: there is no way back. */
export const deleteWorkspaceInput = z.strictObject({
  name: z.string().max(200),
  password: z.string().min(1).max(1024),
});
export const deleteAccountInput = z.strictObject({ password: z.string().min(1).max(1024) });
export const workspaceOutput = z.strictObject({ id: z.uuid(), slug: z.string(), name: z.string() });
export const ownWorkspaceOutput = workspaceOutput.extend({ role: z.enum(roles) });

export const memberInput = z.strictObject({ userId: z.uuid() });
export const changeRoleInput = memberInput.extend({ role: z.enum(roles) });
/** IANA name, as a browser has it. */
export const setOwnTimeZoneInput = z.strictObject({ timeZone: z.string().trim().min(1).max(60) });
export const suspendMemberInput = memberInput.extend({ isSuspended: z.boolean() });
export const memberOutput = z.object({
  userId: z.uuid(),
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  suspendedAt: isoTimestamp.nullable(),
  createdAt: isoTimestamp,
});

export const inviteMemberInput = z.strictObject({ email: emailInput, role: z.enum(roles) });
export const invitationInput = z.strictObject({ id: z.uuid() });
export const invitationOutput = z.object({
  id: z.uuid(),
  email: z.string(),
  role: z.enum(roles),
  expiresAt: isoTimestamp,
  createdAt: isoTimestamp,
});
/** `isMailed`: a mail with the link goes out; else the link reaches the person only through who invites, or the operator. */
export const invitedOutput = z.strictObject({ invitation: invitationOutput, link: z.url(), isMailed: z.boolean() });
export const invitationTokenInput = z.strictObject({ token: z.string().min(20).max(200) });

export const createApiKeyInput = z.strictObject({
  name: z.string().trim().min(1, "Give the key a name.").max(80),
  scope: z.enum(apiKeyScopes),
  expiresInDays: z.number().int().min(1).max(3650).nullable().default(null),
});
export const apiKeyInput = z.strictObject({ id: z.uuid() });
export const apiKeyOutput = z.object({
  id: z.uuid(),
  name: z.string(),
  /** The first letters of the key, to tell it from others. */
  prefix: z.string(),
  scope: z.enum(apiKeyScopes),
  createdBy: z.uuid(),
  createdByName: z.string().nullable(),
  lastUsedAt: isoTimestamp.nullable(),
  expiresAt: isoTimestamp.nullable(),
  revokedAt: isoTimestamp.nullable(),
  createdAt: isoTimestamp,
});
export const createdApiKeyOutput = z.strictObject({ id: z.uuid(), name: z.string(), apiKey: z.string() });

const auditFilter = {
  q: z.string().trim().max(200).optional(),
  action: z.string().max(100).optional(),
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
};
// Numbers of a GET arrive as text.
export const listAuditInput = z.strictObject({
  ...auditFilter,
  order: z.enum(["newest", "oldest"]).default("newest"),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
});
export type ListAuditInput = z.output<typeof listAuditInput>;
export const exportAuditInput = z.strictObject(auditFilter);
export type ExportAuditInput = z.output<typeof exportAuditInput>;
export const auditEntryOutput = z.strictObject({
  id: z.uuid(),
  seq: z.number().int(),
  createdAt: isoTimestamp,
  actorKind: z.string(),
  actorId: z.uuid().nullable(),
  actorName: z.string().nullable(),
  action: z.string(),
  subjectId: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()),
  /** What the ids in it stand for, as far as the reader may see it. */
  names: z.record(z.string(), z.string()),
  requestId: z.string().nullable(),
});
export const listAuditOutput = z.strictObject({ entries: z.array(auditEntryOutput), total: z.number().int() });
export const exportAuditOutput = z.strictObject({
  csv: z.string(),
  entries: z.number().int(),
  total: z.number().int(),
});
export const verifyAuditOutput = z.strictObject({
  isIntact: z.boolean(),
  entries: z.number().int(),
  broken: z.strictObject({ seq: z.number().int(), reason: z.string() }).nullable(),
  head: z.string(),
});

export const initInstallationInput = z.strictObject({
  email: emailInput,
  password: z.string().min(12, "Use at least 12 characters.").max(1024),
  workspace: workspaceName,
  setupToken: z.string().min(1).max(200),
});
export const initInstallationOutput = z.strictObject({
  workspaceId: z.uuid(),
  slug: z.string(),
  apiKey: z.string(),
  url: z.url(),
  /** Signs the operator in once, within 15 minutes. */
  signInUrl: z.string(),
});

export const doneOutput = z.strictObject({ ok: z.literal(true) });
