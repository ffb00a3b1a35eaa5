export { createWorkspace, type Founder } from "./create-workspace";
export { findApiKey } from "./find-api-key";
export { findMembership, findMembershipById, type Membership } from "./find-membership";
export { listOwnWorkspaces, type OwnWorkspace } from "./list-own-workspaces";
