/** Roles from least to most; each may do all that the one before may. */
export const roles = ["viewer", "member", "admin", "owner"] as const;
export type Role = (typeof roles)[number];

/** The one table of who may do what: the least role that holds each permission. */
export const permissions = {
  "documents:read": "viewer",
  "documents:write": "member",
  "documents:delete": "member",
  "collections:manage": "admin",
  "sources:read": "viewer",
  "sources:scan": "member",
  "sources:manage": "member",
  "sources:credentials": "admin",
  "opportunities:read": "viewer",
  "opportunities:write": "member",
  "opportunities:decide": "member",
  "opportunities:delete": "member",
  "pipeline:manage": "admin",
  "comments:write": "member",
  "search:read": "viewer",
  "ask:read": "viewer",
  "ask:write": "member",
  "members:read": "viewer",
  "members:manage": "admin",
  "workspace:manage": "admin",
  "workspace:transfer": "owner",
  "workspace:delete": "owner",
  "api-keys:own": "member",
  "api-keys:manage": "admin",
  "models:manage": "admin",
  "audit:read": "admin",
  "jobs:read": "admin",
  "jobs:manage": "admin",
} as const satisfies Record<string, Role>;
export type Permission = keyof typeof permissions;

/** What an API key may be limited to; a key never may more than the member who made it. */
export const apiKeyScopes = ["read", "write", "admin"] as const;
export type ApiKeyScope = (typeof apiKeyScopes)[number];

/**
 * The most that each scope grants: a role, and whether anything may be changed with it. The least role still changes what is a person's
 * own (what was read, a time zone, a judgement of an answer); a key that reads leaves its maker's own alone, too.
 */
export const scopeGrants = {
  read: { role: "viewer", mayChange: false },
  write: { role: "member", mayChange: true },
  admin: { role: "admin", mayChange: true },
} as const satisfies Record<ApiKeyScope, { role: Role; mayChange: boolean }>;

export function roleAtLeast(role: Role, least: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(least);
}

export function roleMay(role: Role, permission: Permission): boolean {
  return roleAtLeast(role, permissions[permission]);
}
