import { and, eq, isNull } from "drizzle-orm";
import { apiKeys } from "@/drizzle/schema";
import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { NotFoundError } from "@/server/platform/errors";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { forgetAfterCommit } from "../forget";
import { withinReach } from "./within-reach";

/** For good; one's own, or anybody's for who manages them. Throws NotFoundError for a key that is unknown, foreign or already revoked. */
export async function revokeApiKey(ctx: WorkspaceContext, input: { id: string }): Promise<void> {
  authorize(ctx, "api-keys:own");
  await inWorkspace(ctx, async (tx) => {
    const revoked = await tx
      .update(apiKeys)
      .set({ revokedAt: new Date() })
      .where(
        and(
          eq(apiKeys.workspaceId, ctx.workspace.id),
          eq(apiKeys.id, input.id),
          isNull(apiKeys.revokedAt),
          withinReach(ctx),
        ),
      )
      .returning({ id: apiKeys.id });
    if (revoked.length === 0) throw new NotFoundError("API key");
    await recordAudit(tx, ctx, { action: "api_key.revoke", subjectId: input.id });
    forgetAfterCommit(ctx);
  });
}
