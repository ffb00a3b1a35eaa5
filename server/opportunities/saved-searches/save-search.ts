import { and, eq, ne, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { savedSearches } from "@/drizzle/schema";
import { newId } from "@/lib/ids";
import { one } from "@/lib/one";
import { authorize } from "@/server/platform/authorize";
import { ConflictError, ForbiddenError } from "@/server/platform/errors";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { keepFilters } from "./read-filters";
import type { SavedSearchView, SaveSearchInput, UpdateSavedSearchInput } from "./schemas";
import { requireOwnSearch, viewSearches } from "./view-searches";

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
    await assertFree(tx, ctx, userId, input.name);
    const row = one(
      await tx
        .insert(savedSearches)
        .values({ ...input, filters, workspaceId: ctx.workspace.id, id: newId(), userId, alertedUntil: new Date() })
        .returning(),
    );
    return one(await viewSearches(tx, ctx, [row]));
  });
}

/** Throws NotFoundError, ForbiddenError (somebody else's), InvalidInputError (filters) and ConflictError (name). */
export async function updateSavedSearch(
  ctx: WorkspaceContext,
  { id, ...input }: UpdateSavedSearchInput,
): Promise<SavedSearchView> {
  authorize(ctx, "opportunities:read");
  const filters = input.filters === undefined ? undefined : keepFilters(input.filters);
  return inWorkspace(ctx, async (tx) => {
    const before = await requireOwnSearch(tx, ctx, id);
    if (input.name !== undefined) await assertFree(tx, ctx, before.userId, input.name, id);
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

async function assertFree(
  tx: Tx,
  ctx: WorkspaceContext,
  userId: string,
  name: string,
  exceptId?: string,
): Promise<void> {
  const [taken] = await tx
    .select({ id: savedSearches.id })
    .from(savedSearches)
    .where(
      and(
        eq(savedSearches.workspaceId, ctx.workspace.id),
        eq(savedSearches.userId, userId),
        sql`lower(${savedSearches.name}) = lower(${name})`,
        ...(exceptId ? [ne(savedSearches.id, exceptId)] : []),
      ),
    );
  if (taken) throw new ConflictError(`You have a search named ${name} already. Choose another name.`);
}
