import { and, eq } from "drizzle-orm";
import { savedSearches } from "@/drizzle/schema";
import { newId } from "@/lib/ids";
import { one } from "@/lib/one";
import { authorize } from "@/server/platform/authorize";
import { ConflictError, ForbiddenError } from "@/server/platform/errors";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { assertFreeName } from "./assert-free-name";
import { keepFilters } from "./read-filters";
import type { SavedSearchView, SaveSearchInput } from "./schemas";
import { viewSearches } from "./view-searches";

const mostSearches = 100;

/** Keeps a search under a name. Throws InvalidInputError (filters) and ConflictError (name, or too many). */
export async function saveSearch(ctx: WorkspaceContext, input: SaveSearchInput): Promise<SavedSearchView> {
  authorize(ctx, "opportunities:read");
  const { userId } = ctx.actor;
  if (!userId) throw new ForbiddenError("Only a person can save a search.");
  const filters = keepFilters(input.filters);
  return inWorkspace(ctx, async (tx) => {
    const own = await tx
      .select({ id: savedSearches.id })
      .from(savedSearches)
      .where(and(eq(savedSearches.workspaceId, ctx.workspace.id), eq(savedSearches.userId, userId)));
    if (own.length >= mostSearches)
      throw new ConflictError(`You have ${mostSearches} saved searches. Remove one first.`);
    await assertFreeName(tx, ctx, userId, input.name);
    const row = one(
      await tx
        .insert(savedSearches)
        .values({ ...input, filters, workspaceId: ctx.workspace.id, id: newId(), userId, alertedUntil: new Date() })
        .returning(),
    );
    return one(await viewSearches(tx, ctx, [row]));
  });
}
