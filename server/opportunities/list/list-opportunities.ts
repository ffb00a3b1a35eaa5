import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { opportunities } from "@/drizzle/schema";
import { authorize } from "@/server/platform/authorize";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { behind, type Cursor, orderBy, readCursor, sortKey, writeCursor } from "./cursor";
import { allOf, baseCondition, facetConditions, meantWords, typedWords } from "./filter-conditions";
import type { ListOpportunitiesInput, ListOpportunitiesOutput } from "./schemas";
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
  const typed = typedWords(input);
  return inWorkspace(ctx, async (tx) => {
    const read = async (isFuzzy: boolean) => {
      const words = isFuzzy ? await meantWords(tx, ctx, input) : typed;
      if (!words) return { isFuzzy, page: [], total: 0 };
      return {
        isFuzzy,
        ...(await readPage(tx, ctx, input, allOf(baseCondition(ctx, input, words), conditions), cursor)),
      };
    };
    let { isFuzzy, page, total } = await read(cursor?.isFuzzy ?? false);
    if (total === 0 && !cursor && typed.length > 0) ({ isFuzzy, page, total } = await read(true));
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

/**
 * One more row than asked for, and how many there are in all. The rows are gone through once, by what they are ordered by; only those of the page
 * are read whole.
 */
async function readPage(
  tx: Tx,
  ctx: WorkspaceContext,
  input: Pick<ListOpportunitiesInput, "sort" | "descending" | "limit">,
  filter: SQL,
  cursor: Cursor | null,
) {
  const { sort, descending } = input;
  const matching = tx.$with("matching").as(
    tx
      .select({ id: opportunities.id, key: sortKey(sort).as("list_key") })
      .from(opportunities)
      .where(filter),
  );
  const chosen = tx
    .select()
    .from(matching)
    .where(cursor ? behind(matching, sort, descending, cursor) : undefined)
    .orderBy(...orderBy(matching, descending))
    .limit(input.limit + 1)
    .as("chosen");
  const page = await tx
    .with(matching)
    .select({
      ...rowColumns,
      key: sql<string | null>`(${chosen.key})::text`,
      total: sql<number>`(select count(*) from ${matching})::int`,
    })
    .from(chosen)
    .innerJoin(opportunities, and(eq(opportunities.workspaceId, ctx.workspace.id), eq(opportunities.id, chosen.id)))
    .orderBy(...orderBy(chosen, descending));
  // Behind the last row nothing tells how many stand before it.
  return { page, total: page[0]?.total ?? (cursor ? await count(tx, filter) : 0) };
}

async function count(tx: Tx, filter: SQL): Promise<number> {
  const [row] = await tx.select({ count: sql<number>`count(*)::int` }).from(opportunities).where(filter);
  return row?.count ?? 0;
}
