import { eq } from "drizzle-orm";
import { modelSettings } from "@/drizzle/schema";
import { type Resealed, resealed, sumOf } from "@/server/platform/reseal";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { apiKeyColumn } from "./resolve-model";

/** Seals the key of the workspace's model under the secret of today. */
export function resealModelKey(ctx: WorkspaceContext): Promise<Resealed> {
  return inWorkspace(ctx, async (tx) => {
    const own = eq(modelSettings.workspaceId, ctx.workspace.id);
    const [row] = await tx.select().from(modelSettings).where(own).for("update");
    if (!row) return sumOf([]);
    const { apiKeyCipher, updatedAt } = row;
    const binding = { workspaceId: ctx.workspace.id, column: apiKeyColumn };
    const { changed, count } = resealed({ apiKeyCipher }, () => binding);
    if (count.anew > 0)
      await tx
        .update(modelSettings)
        .set({ ...changed, updatedAt })
        .where(own);
    return count;
  });
}
