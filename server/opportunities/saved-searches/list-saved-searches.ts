import { asc, desc, eq, sql } from "drizzle-orm";
import { savedSearches } from "@/drizzle/schema";
import { authorize } from "@/server/platform/authorize";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import type { SavedSearchView } from "./schemas";
import { viewSearches } from "./view-searches";

/** The person's own, then those that others share, by name. */
export async function listSavedSearches(ctx: WorkspaceContext): Promise<SavedSearchView[]> {
  authorize(ctx, "opportunities:read");
  return inWorkspace(ctx, async (tx) =>
    viewSearches(
      tx,
      ctx,
      await tx
        .select()
        .from(savedSearches)
        .where(eq(savedSearches.workspaceId, ctx.workspace.id))
        .orderBy(desc(sql`${savedSearches.userId} = ${ctx.actor.userId}::uuid`), asc(savedSearches.name)),
    ),
  );
}
