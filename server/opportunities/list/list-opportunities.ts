import { and, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { opportunities } from "@/drizzle/schema";
import { authorize } from "@/server/platform/authorize";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { behind, orderBy, readCursor, sortKey, writeCursor } from "./cursor";
import { allOf, baseCondition, facetConditions, wordsOf } from "./filter-conditions";
import type { ListOpportunitiesInput, ListOpportunitiesOutput, OpportunityFilters } from "./schemas";
import { rowColumns, toRows } from "./to-rows";

/**
 * A page of the opportunities that the actor may see. Words are looked for as typed, without accents and case; when nothing holds them, words
 * like them count (`isFuzzy`). Throws InvalidInputError (cursor).
 */
export async function listOpportunities(
  ctx: WorkspaceContext,
  input: ListOpportunitiesInput,
): Promise<ListOpportunitiesOutput> {
  authorize(ctx, "opportunities:read");
  const cursor = input.cursor ? readCursor(input.cursor) : null;
  const conditions = facetConditions(input, new Date());
  return inWorkspace(ctx, async (tx) => {
    const read = async (isFuzzy: boolean) => {
      // Comparing letter by letter is done once, and not again for the count.
      const base = isFuzzy ? await onlyResembling(tx, ctx, input) : baseCondition(ctx, input, false);
      const filter = allOf(base, conditions);
      const [page, total] = await Promise.all([
        readPage(tx, input, and(filter, cursor ? behind(input.sort, input.descending, cursor) : undefined)),
        count(tx, filter),
      ]);
      return { isFuzzy, page, total };
    };
    let { isFuzzy, page, total } = await read(cursor?.isFuzzy ?? false);
    if (total === 0 && !cursor && wordsOf(input.text).length > 0) ({ isFuzzy, page, total } = await read(true));
    const rows = page.slice(0, input.limit);
    const last = page.length > input.limit ? rows.at(-1) : undefined;
    return {
      opportunities: await toRows(tx, ctx, rows),
      total,
      nextCursor: last ? writeCursor({ key: last.key, id: last.id, isFuzzy }) : null,
      isFuzzy: isFuzzy && rows.length > 0,
    };
  });
}

function readPage(tx: Tx, input: ListOpportunitiesInput, filter: SQL | undefined) {
  return tx
    .select({ ...rowColumns, key: sortKey(input.sort) })
    .from(opportunities)
    .where(filter)
    .orderBy(...orderBy(input.sort, input.descending))
    .limit(input.limit + 1);
}

/** Rows that hold words like those of `input.text`, by their ids. */
export async function onlyResembling(
  tx: Tx,
  ctx: WorkspaceContext,
  input: Pick<OpportunityFilters, "isArchived" | "text">,
): Promise<SQL> {
  const found = await tx
    .select({ id: opportunities.id })
    .from(opportunities)
    .where(baseCondition(ctx, input, true));
  return sql`${opportunities.workspaceId} = ${ctx.workspace.id} and ${opportunities.id} = any(${sql.param(found.map(({ id }) => id))}::uuid[])`;
}

async function count(tx: Tx, filter: SQL): Promise<number> {
  const [row] = await tx.select({ count: sql<number>`count(*)::int` }).from(opportunities).where(filter);
  return row?.count ?? 0;
}
