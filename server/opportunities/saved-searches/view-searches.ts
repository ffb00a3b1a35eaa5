import { and, eq } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { members, type SavedSearch, savedSearches } from "@/drizzle/schema";
import { ForbiddenError, NotFoundError } from "@/server/platform/errors";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import type { SavedSearchView } from "./schemas";

export async function viewSearches(tx: Tx, ctx: WorkspaceContext, rows: SavedSearch[]): Promise<SavedSearchView[]> {
  const people = await tx
    .select({ id: members.userId, name: members.name })
    .from(members)
    .where(eq(members.workspaceId, ctx.workspace.id));
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    filters: row.filters,
    isShared: row.isShared,
    hasAlert: row.hasAlert,
    owner: { id: row.userId, name: people.find(({ id }) => id === row.userId)?.name ?? null },
    isOwn: row.userId === ctx.actor.userId,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  }));
}

/** A search that the person may change. Throws NotFoundError, and ForbiddenError for a shared one of somebody else. */
export async function requireOwnSearch(tx: Tx, ctx: WorkspaceContext, id: string): Promise<SavedSearch> {
  const [found] = await tx
    .select()
    .from(savedSearches)
    .where(and(eq(savedSearches.workspaceId, ctx.workspace.id), eq(savedSearches.id, id)));
  if (!found) throw new NotFoundError("saved search");
  if (found.userId !== ctx.actor.userId) {
    throw new ForbiddenError("Only who saved a search can change it. Save one like it under a name of your own.");
  }
  return found;
}
