import { and, asc, eq, gt, isNull, ne, or } from "drizzle-orm";
import { opportunities, savedSearches } from "@/drizzle/schema";
import { alreadyTold, notifyMembers } from "@/server/notifications";
import { InvalidInputError } from "@/server/platform/errors";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { allOf, baseCondition, facetConditions, typedWords } from "../list/filter-conditions";
import { readFilters } from "./read-filters";

/** What was found late, or came to match only once its documents were read, is still news for a day. */
const newForMs = 24 * 3_600_000;
/** More at once than anybody reads; the rest is told at the next turn. */
const mostAtOnce = 50;

/** Searches whose people want to be told, for a job to look after one by one in each person's own name. */
export async function listAlertingSearches(ctx: WorkspaceContext): Promise<{ id: string; userId: string }[]> {
  return inWorkspace(ctx, (tx) =>
    tx
      .select({ id: savedSearches.id, userId: savedSearches.userId })
      .from(savedSearches)
      .where(and(eq(savedSearches.workspaceId, ctx.workspace.id), eq(savedSearches.hasAlert, true)))
      .orderBy(asc(savedSearches.id)),
  );
}

/**
 * Tells the actor of opportunities that are new and that the search finds, each once for this search; found by the list's own conditions, with the
 * actor's own eyes. Safe to run again.
 */
export async function alertSavedSearch(ctx: WorkspaceContext, searchId: string, now: Date): Promise<{ told: number }> {
  return inWorkspace(ctx, async (tx) => {
    const [search] = await tx
      .select()
      .from(savedSearches)
      .where(and(eq(savedSearches.workspaceId, ctx.workspace.id), eq(savedSearches.id, searchId)))
      .for("update");
    if (!search?.hasAlert || search.userId !== ctx.actor.userId) return { told: 0 };
    const filters = filtersOf(search.filters);
    if (!filters) return { told: 0 };
    const found = await tx
      .select({ id: opportunities.id, title: opportunities.title, buyer: opportunities.buyer })
      .from(opportunities)
      .where(
        and(
          allOf(baseCondition(ctx, filters, typedWords(filters)), facetConditions(filters, now)),
          gt(opportunities.firstSeenAt, search.alertedUntil),
          // What somebody has put in by hand is no news to that person.
          or(isNull(opportunities.createdBy), ne(opportunities.createdBy, search.userId)),
        ),
      )
      .orderBy(asc(opportunities.firstSeenAt));
    const occasionOf = (id: string) => `opportunity_found ${search.id} ${id}`;
    const known = await alreadyTold(
      tx,
      ctx,
      found.map(({ id }) => occasionOf(id)),
    );
    const fresh = found.filter(({ id }) => !known.has(occasionOf(id)));
    for (const { id, title, buyer } of fresh.slice(0, mostAtOnce)) {
      await notifyMembers(
        tx,
        ctx,
        "opportunities:read",
        {
          kind: "opportunity_found",
          title: `New for “${search.name}”: ${title}`,
          body: buyer ?? "",
          path: `/opportunities/${id}`,
          occasion: occasionOf(id),
        },
        [search.userId],
      );
    }
    const until = new Date(now.getTime() - newForMs);
    if (fresh.length <= mostAtOnce && until > search.alertedUntil) {
      await tx
        .update(savedSearches)
        .set({ alertedUntil: until, updatedAt: search.updatedAt })
        .where(and(eq(savedSearches.workspaceId, ctx.workspace.id), eq(savedSearches.id, searchId)));
    }
    return { told: Math.min(fresh.length, mostAtOnce) };
  });
}

/** Null for filters that the list no longer understands: they find nothing until their person saves them again. */
function filtersOf(kept: Record<string, unknown>) {
  try {
    return readFilters(kept);
  } catch (error) {
    if (error instanceof InvalidInputError) return null;
    throw error;
  }
}
