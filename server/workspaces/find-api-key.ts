import { and, eq, gt, isNull, or } from "drizzle-orm";
import { apiKeys, members, users, workspaces } from "@/drizzle/schema";
import { tokenHash } from "@/lib/token-hash";
import { type ApiKeyScope, type Role, roles, scopeGrants } from "@/lib/vocabulary/workspaces";
import { recent } from "@/server/identity";
import { inSystem } from "@/server/platform/workspace-context";

export interface KnownApiKey {
  apiKeyId: string;
  userId: string;
  workspace: { id: string; slug: string; name: string };
  /** The lesser of what the key was made for and what its maker may do now. */
  role: Role;
  scope: ApiKeyScope;
}

const remembered = recent<KnownApiKey | null>("api-keys", 3_000);
const touchEveryMs = 5 * 60_000;

/** Whom a key stands for, or null: unknown, revoked, expired, or its maker has left the workspace or is suspended, here or with the whole account. */
export function findApiKey(token: string): Promise<KnownApiKey | null> {
  const hash = tokenHash(token);
  return remembered.get(hash, () => readApiKey(hash));
}

async function readApiKey(hash: string): Promise<KnownApiKey | null> {
  return inSystem(async (tx) => {
    const now = new Date();
    const [row] = await tx
      .select({ key: apiKeys, role: members.role, slug: workspaces.slug, name: workspaces.name })
      .from(apiKeys)
      .innerJoin(workspaces, eq(workspaces.id, apiKeys.workspaceId))
      .innerJoin(users, eq(users.id, apiKeys.createdBy))
      .innerJoin(members, and(eq(members.workspaceId, apiKeys.workspaceId), eq(members.userId, apiKeys.createdBy)))
      .where(
        and(
          eq(apiKeys.tokenHash, hash),
          isNull(apiKeys.revokedAt),
          isNull(members.suspendedAt),
          isNull(users.suspendedAt),
          or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, now)),
        ),
      );
    if (!row) return null;
    const { key } = row;
    if (!key.lastUsedAt || now.getTime() - key.lastUsedAt.getTime() > touchEveryMs) {
      await tx
        .update(apiKeys)
        .set({ lastUsedAt: now })
        .where(and(eq(apiKeys.workspaceId, key.workspaceId), eq(apiKeys.id, key.id)));
    }
    return {
      apiKeyId: key.id,
      userId: key.createdBy,
      workspace: { id: key.workspaceId, slug: row.slug, name: row.name },
      role: lesserRole(row.role, scopeGrants[key.scope].role),
      scope: key.scope,
    };
  });
}

function lesserRole(a: Role, b: Role): Role {
  return roles.indexOf(a) < roles.indexOf(b) ? a : b;
}

export function forgetApiKeys(of: { workspaceId: string }): void {
  remembered.forget((known) => known === null || known.workspace.id === of.workspaceId);
}
