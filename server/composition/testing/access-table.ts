import { newId } from "@/lib/ids";
import type { Permission } from "@/lib/vocabulary/workspaces";
import { knowledgeAccess } from "./knowledge-access";
import { opportunityAccess } from "./opportunity-access";
import { pipelineAccess } from "./pipeline-access";

/**
 * Who may call what, of all procedures. `anybody`: also strangers. `person`: whoever is signed in. `operator`.
 * A permission: members (and keys) whose role holds it. `member`: every member. `noKeys`: people only.
 */
export type Rule = "anybody" | "person" | "operator" | "member" | Permission;
export interface Access {
  rule: Rule;
  noKeys?: true;
  input?: (world: { target: string }) => unknown;
}
export const accessTable: Record<string, Access> = {
  "identity.signUp": {
    rule: "anybody",
    input: () => ({ email: fresh(), name: "New", password: "violet kettle north harbour" }),
  },
  "identity.requestPasswordReset": { rule: "anybody", input: () => ({ email: fresh() }) },
  // Refused for the token, by everybody alike: let in, then told that the link is not valid.
  "identity.resetPassword": {
    rule: "anybody",
    input: () => ({ token: "x".repeat(43), password: "violet kettle north harbour" }),
  },
  "identity.me": { rule: "person" },
  "identity.updateProfile": { rule: "person", input: () => ({ name: "Ada Example" }) },
  "identity.changePassword": {
    rule: "person",
    input: () => ({ currentPassword: "wrong", newPassword: "violet kettle north harbour" }),
  },
  "identity.requestEmailChange": { rule: "person", input: () => ({ email: fresh(), password: "wrong" }) },
  "identity.confirmEmailChange": { rule: "anybody", input: () => ({ token: "x".repeat(43), email: fresh() }) },
  "identity.listSessions": { rule: "person" },
  "identity.revokeSession": { rule: "person", input: () => ({ id: newId() }) },
  "identity.revokeOtherSessions": { rule: "person" },
  "identity.claimOperator": { rule: "person", input: () => ({ setupToken: "guess" }) },
  "identity.listOutgoingMails": { rule: "operator", input: () => ({}) },
  "installation.init": {
    rule: "anybody",
    input: () => ({ email: fresh(), password: "violet kettle north harbour", workspace: "Acme", setupToken: "guess" }),
  },
  "workspaces.list": { rule: "person" },
  "workspaces.create": { rule: "person", input: () => ({ name: "Another" }) },
  "workspaces.get": { rule: "member" },
  "workspaces.rename": { rule: "workspace:manage", input: () => ({ name: "Renamed" }) },
  "workspaces.transfer": { rule: "workspace:transfer", noKeys: true, input: () => ({ userId: newId() }) },
  "workspaces.leave": { rule: "member", noKeys: true },
  "workspaces.remove": {
    rule: "workspace:delete",
    noKeys: true,
    input: () => ({ name: "not its name", password: "wrong" }),
  },
  "workspaces.deleteAccount": { rule: "person", input: () => ({ password: "wrong" }) },
  "members.list": { rule: "members:read" },
  "members.changeRole": { rule: "members:manage", input: ({ target }) => ({ userId: target, role: "viewer" }) },
  "members.suspend": { rule: "members:manage", input: ({ target }) => ({ userId: target, isSuspended: false }) },
  "members.remove": { rule: "members:manage", input: () => ({ userId: newId() }) },
  "members.setOwnTimeZone": { rule: "member", input: () => ({ timeZone: "Europe/Berlin" }) },
  "invitations.list": { rule: "members:manage" },
  "invitations.create": { rule: "members:manage", input: () => ({ email: fresh(), role: "viewer" }) },
  "invitations.revoke": { rule: "members:manage", input: () => ({ id: newId() }) },
  "invitations.accept": { rule: "person", input: () => ({ token: "x".repeat(43) }) },
  "apiKeys.list": { rule: "api-keys:own" },
  "apiKeys.create": { rule: "api-keys:own", noKeys: true, input: () => ({ name: "k", scope: "read" }) },
  "apiKeys.revoke": { rule: "api-keys:own", input: () => ({ id: newId() }) },
  "audit.list": { rule: "audit:read", input: () => ({}) },
  "audit.verify": { rule: "audit:read" },
  "audit.export": { rule: "audit:read", input: () => ({}) },
  "sources.list": { rule: "sources:read", input: () => ({}) },
  "sources.get": { rule: "sources:read", input: () => ({ id: newId() }) },
  "sources.preview": { rule: "sources:manage", input: () => ({ url: "http://127.0.0.1:9/" }) },
  "sources.create": { rule: "sources:manage", input: () => ({ url: "http://127.0.0.1:9/", kind: "site" }) },
  "sources.import": { rule: "sources:manage", input: () => ({ text: "url", fileName: "none.csv" }) },
  "sources.update": { rule: "sources:manage", input: () => ({ id: newId(), name: "Renamed" }) },
  "sources.remove": { rule: "sources:manage", input: () => ({ id: newId() }) },
  "sources.scan": { rule: "sources:scan", input: () => ({ id: newId() }) },
  "sources.run": { rule: "sources:read", input: () => ({ id: newId() }) },
  "sources.cancelRun": { rule: "sources:scan", input: () => ({ id: newId() }) },
  "sources.setCredential": {
    rule: "sources:credentials",
    input: () => ({ sourceId: newId(), loginUrl: "https://127.0.0.1/", username: "a", password: "b" }),
  },
  "sources.removeCredential": { rule: "sources:credentials", input: () => ({ id: newId() }) },
  "sources.pages": { rule: "sources:read", input: () => ({ sourceId: newId() }) },
  "sources.records": { rule: "sources:read", input: () => ({ sourceId: newId() }) },
  "sources.retention": { rule: "sources:read" },
  "sources.setRetention": { rule: "workspace:manage", input: () => ({ retention: { keep: "all" } }) },
  "changes.archive": { rule: "sources:scan", input: () => ({ ids: [newId()] }) },
  "listingRules.get": { rule: "sources:read", input: () => ({ id: newId() }) },
  "listingRules.test": { rule: "sources:manage", input: () => ({ sourceId: newId(), rule: byPath }) },
  "listingRules.set": { rule: "sources:manage", input: () => ({ sourceId: newId(), rule: byPath }) },
  "listingRules.choose": { rule: "sources:manage", input: () => ({ sourceId: newId(), ruleId: null }) },
  "fixTasks.list": { rule: "sources:manage", input: () => ({}) },
  "fixTasks.get": { rule: "sources:manage", input: () => ({ id: newId() }) },
  "fixTasks.page": { rule: "sources:manage", input: () => ({ id: newId() }) },
  "fixTasks.open": { rule: "sources:manage", input: () => ({ sourceId: newId() }) },
  "fixTasks.propose": {
    rule: "sources:manage",
    input: () => ({ id: newId(), clicks: [{ field: "title", node: 1 }] }),
  },
  "fixTasks.applyRule": { rule: "sources:manage", input: () => ({ id: newId(), rule: byPath }) },
  "fixTasks.dismiss": { rule: "sources:manage", input: () => ({ id: newId() }) },
  "snapshots.list": { rule: "sources:read", input: () => ({}) },
  "snapshots.get": { rule: "sources:read", input: () => ({ id: newId() }) },
  "changes.list": { rule: "sources:read", input: () => ({}) },
  "changes.get": { rule: "sources:read", input: () => ({ id: newId() }) },
  "changes.markSeen": { rule: "sources:read", input: () => ({ until: new Date().toISOString() }) },
  "notifications.list": { rule: "member", input: () => ({}) },
  "notifications.markRead": { rule: "member", input: () => ({}) },
  "notifications.settings": { rule: "member" },
  "notifications.updateSettings": { rule: "member", input: () => ({ hasMailDigest: true }) },
  // Refused for the token, by everybody alike.
  "notifications.unsubscribe": { rule: "anybody", input: () => ({ token: "guess" }) },
  ...opportunityAccess,
  ...pipelineAccess,
  ...knowledgeAccess,
};

const byPath = { kind: "json", records: "$[*]", fields: { title: "$.title" } };

let number = 0;
export const fresh = () => `fresh-${++number}-${newId().slice(-6)}@example.com`;
