import { and, eq } from "drizzle-orm";
import { savedSearches } from "@/drizzle/schema";
import { one } from "@/lib/one";
import { authorize } from "@/server/platform/authorize";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { assertFreeName } from "./assert-free-name";
import { keepFilters } from "./read-filters";
import type { SavedSearchView, UpdateSavedSearchInput } from "./schemas";
import { requireOwnSearch, viewSearches } from "./view-searches";

/** Throws NotFoundError, ForbiddenError (somebody else's), InvalidInputError (filters) and ConflictError (name). */
export async function updateSavedSearch(
  ctx: WorkspaceContext,
  { id, ...input }: UpdateSavedSearchInput,
): Promise<SavedSearchView> {
  authorize(ctx, "opportunities:read");
  const filters = input.filters === undefined ? undefined : keepFilters(input.filters);
  return inWorkspace(ctx, async (tx) => {
    const before = await requireOwnSearch(tx, ctx, id);
    if (input.name !== undefined) await assertFreeName(tx, ctx, before.userId, input.name, id);
    // What was there before the alert was switched on, or before it looked for something else, is no news.
    const startsAnew = (input.hasAlert === true && !before.hasAlert) || filters !== undefined;
    const row = one(
      await tx
        .update(savedSearches)
        .set({
          name: input.name ?? before.name,
          isShared: input.isShared ?? before.isShared,
          hasAlert: input.hasAlert ?? before.hasAlert,
          filters: filters ?? before.filters,
          ...(startsAnew ? { alertedUntil: new Date() } : {}),
        })
        .where(and(eq(savedSearches.workspaceId, ctx.workspace.id), eq(savedSearches.id, id)))
        .returning(),
    );
    return one(await viewSearches(tx, ctx, [row]));
  });
}
