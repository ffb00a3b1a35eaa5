/** Workspaces: members, roles, invitations, API keys and the audit trail; who acts, for doors (`findMembership`, `findApiKey`) and for jobs (`resolveJobContext`). */
export type { NameBook } from "./audit/name-book";
export { verifyAudit } from "./audit/verify-audit";
export { createWorkspace, type Founder } from "./create-workspace";
export { findApiKey } from "./find-api-key";
export { findMembership, type Membership } from "./find-membership";
export { initInstallation } from "./init-installation";
export { previewInvitation } from "./invitations/accept-invitation";
export { InvitationNotValidError } from "./invitations/find-open-invitation";
export { listOwnWorkspaces, type OwnWorkspace } from "./list-own-workspaces";
export { listWorkspaceIds } from "./list-workspace-ids";
export { resolveJobContext } from "./resolve-job-context";
