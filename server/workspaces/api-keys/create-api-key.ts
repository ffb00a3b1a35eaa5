import { apiKeys } from "@/drizzle/schema";
import type { ApiKey } from "@/drizzle/schema/api-keys";
import { newId, newSecret } from "@/lib/ids";
import { one } from "@/lib/one";
import { tokenHash } from "@/lib/token-hash";
import { type ApiKeyScope, roleAtLeast, scopeGrants } from "@/lib/vocabulary/workspaces";
import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { ForbiddenError } from "@/server/platform/errors";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";

const dayMs = 24 * 60 * 60_000;

/**
 * A key that acts for its maker with the lesser of the maker's role and the scope. `token` is told this once; the hash stays.
 * A key cannot make keys, or revoking it would not be the end of it. All who work here make keys of their own: what is done with a
 * colleague's is told as the colleague's deeds, with the colleague's sight.
 */
export async function createApiKey(
  ctx: WorkspaceContext,
  input: { name: string; scope: ApiKeyScope; expiresInDays?: number | null },
): Promise<{ apiKey: ApiKey; token: string }> {
  authorize(ctx, "api-keys:own");
  const { actor } = ctx;
  if (actor.kind !== "user") throw new ForbiddenError("Only a signed-in person can make an API key.");
  if (!roleAtLeast(ctx.role, scopeGrants[input.scope].role)) {
    throw new ForbiddenError(`A key never may more than its maker, and your role here is ${ctx.role}.`);
  }
  const token = `ork_${newSecret()}`;
  return inWorkspace(ctx, async (tx) => {
    const apiKey = one(
      await tx
        .insert(apiKeys)
        .values({
          workspaceId: ctx.workspace.id,
          id: newId(),
          name: input.name,
          prefix: token.slice(0, 8),
          tokenHash: tokenHash(token),
          scope: input.scope,
          createdBy: actor.userId,
          expiresAt: input.expiresInDays ? new Date(Date.now() + input.expiresInDays * dayMs) : null,
        })
        .returning(),
    );
    await recordAudit(tx, ctx, {
      action: "api_key.create",
      subjectId: apiKey.id,
      detail: { name: apiKey.name, scope: apiKey.scope },
    });
    return { apiKey, token };
  });
}
