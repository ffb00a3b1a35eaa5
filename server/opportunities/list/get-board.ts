import { and, asc, eq, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { opportunities } from "@/drizzle/schema";
import { authorize } from "@/server/platform/authorize";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { readStages } from "../pipeline/stages";
import { allOf, baseCondition, facetConditions, typedWords } from "./filter-conditions";
import type { BoardOutput, GetBoardInput } from "./schemas";
import { rowColumns, toRows } from "./to-rows";

/** The board: the first cards of each stage and how many there are. Cards of a stage that was removed stand in the first column. */
export async function getBoard(ctx: WorkspaceContext, input: GetBoardInput): Promise<BoardOutput> {
  authorize(ctx, "opportunities:read");
  const conditions = facetConditions(input, new Date());
  const typed = typedWords(input);
  const filter = allOf(baseCondition(ctx, input, typed), conditions);
  const isNarrowed = typed.length > 0 || Object.keys(conditions).length > 0;
  return inWorkspace(ctx, async (tx) => {
    const [stages, found] = await Promise.all([
      readStages(tx, ctx),
      readCards(tx, ctx, filter, isNarrowed, input.cardsPerColumn),
    ]);
    const known = new Set(stages.map(({ key }) => key));
    const columnOf = (stage: string) => (known.has(stage) ? stage : (stages[0]?.key ?? stage));
    const totals = new Map<string, Map<string, number>>();
    for (const { stage, total } of found) {
      const column = columnOf(stage);
      totals.set(column, (totals.get(column) ?? new Map<string, number>()).set(stage, total));
    }
    const shown = stages.flatMap(({ key }) =>
      found.filter(({ stage }) => columnOf(stage) === key).slice(0, input.cardsPerColumn),
    );
    const rows = await toRows(tx, ctx, shown);
    return {
      columns: stages.map(({ key, name }) => ({
        key,
        name,
        total: [...(totals.get(key)?.values() ?? [])].reduce((sum, count) => sum + count, 0),
        cards: shown.flatMap((card, index) => {
          const row = rows[index];
          return columnOf(card.stage) === key && row ? [{ ...row, boardPosition: card.boardPosition }] : [];
        }),
      })),
    };
  });
}

/**
 * The first cards of each stage, whether it still is one or not, in the order of the board, each with the number of its stage. The rows are
 * counted by what places them and only the cards are read whole. Where nothing narrows the board, each stage's first cards stand at the beginning
 * of its part of the index; otherwise they are found among the rows that were counted.
 */
function readCards(tx: Tx, ctx: WorkspaceContext, filter: SQL, isNarrowed: boolean, limit: number) {
  const o = opportunities;
  const placing = { id: o.id, stage: o.stage, position: o.boardPosition, due: o.dueAt };
  const matching = tx.$with("matching").as(tx.select(placing).from(o).where(filter));
  const totals = tx
    .select({ stage: matching.stage, total: sql<number>`count(*)::int`.as("stage_total") })
    .from(matching)
    .groupBy(matching.stage)
    .as("totals");
  const inOrder = (of: { position: SQLWrapper; due: SQLWrapper; id: SQLWrapper }) => [
    asc(of.position),
    sql`${of.due} nulls last`,
    asc(of.id),
  ];
  const top = isNarrowed
    ? tx
        .select()
        .from(matching)
        .where(eq(matching.stage, totals.stage))
        .orderBy(...inOrder(matching))
        .limit(limit)
        .as("top")
    : tx
        .select(placing)
        .from(o)
        .where(and(filter, eq(o.stage, totals.stage)))
        .orderBy(...inOrder({ position: o.boardPosition, due: o.dueAt, id: o.id }))
        .limit(limit)
        .as("top");
  return tx
    .with(matching)
    .select({ ...rowColumns, total: totals.total })
    .from(totals)
    .innerJoinLateral(top, sql`true`)
    .innerJoin(o, and(eq(o.workspaceId, ctx.workspace.id), eq(o.id, top.id)))
    .orderBy(...inOrder(top));
}
