import { and, eq } from "drizzle-orm";
import { savedSearches } from "@/drizzle/schema";
import { authorize } from "@/server/platform/authorize";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { requireOwnSearch } from "./view-searches";

/** Throws NotFoundError and ForbiddenError (somebody else's). */
export async function removeSavedSearch(ctx: WorkspaceContext, id: string): Promise<void> {
  authorize(ctx, "opportunities:read");
  await inWorkspace(ctx, async (tx) => {
    await requireOwnSearch(tx, ctx, id);
    await tx
      .delete(savedSearches)
      .where(and(eq(savedSearches.workspaceId, ctx.workspace.id), eq(savedSearches.id, id)));
  });
}
