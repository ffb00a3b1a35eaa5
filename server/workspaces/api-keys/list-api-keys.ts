import { and, desc, eq } from "drizzle-orm";
import { apiKeys, members } from "@/drizzle/schema";
import { authorize } from "@/server/platform/authorize";
import { readInWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { withinReach } from "./within-reach";

/** The actor's own keys, or all of the workspace for who manages them; revoked ones too, newest first. Never the hash. */
export async function listApiKeys(ctx: WorkspaceContext) {
  authorize(ctx, "api-keys:own");
  return readInWorkspace(ctx, (tx) =>
    tx
      .select({
        id: apiKeys.id,
        name: apiKeys.name,
        prefix: apiKeys.prefix,
        scope: apiKeys.scope,
        createdBy: apiKeys.createdBy,
        createdByName: members.name,
        lastUsedAt: apiKeys.lastUsedAt,
        expiresAt: apiKeys.expiresAt,
        revokedAt: apiKeys.revokedAt,
        createdAt: apiKeys.createdAt,
      })
      .from(apiKeys)
      .leftJoin(members, and(eq(members.workspaceId, apiKeys.workspaceId), eq(members.userId, apiKeys.createdBy)))
      .where(and(eq(apiKeys.workspaceId, ctx.workspace.id), withinReach(ctx)))
      .orderBy(desc(apiKeys.createdAt), desc(apiKeys.id)),
  );
}
