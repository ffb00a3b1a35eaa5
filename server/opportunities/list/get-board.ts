import { and, asc, eq, sql } from "drizzle-orm";
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
  const filter = allOf(baseCondition(ctx, input, typedWords(input)), facetConditions(input, new Date()));
  return inWorkspace(ctx, async (tx) => {
    const stages = await readStages(tx, ctx);
    const known = stages.map(({ key }) => key);
    const first = known[0] ?? "new";
    // The rows are gone through once, by what places them; the first of each column are then found without sorting the others, and read whole.
    const matching = tx.$with("matching").as(
      tx
        .select({
          id: opportunities.id,
          column:
            sql<string>`case when ${opportunities.stage} = any(${sql.param(known)}::text[]) then ${opportunities.stage} else ${first} end`.as(
              "board_column",
            ),
          position: opportunities.boardPosition,
          due: opportunities.dueAt,
        })
        .from(opportunities)
        .where(filter),
    );
    const totals = tx
      .select({ column: matching.column, total: sql<number>`count(*)::int`.as("board_total") })
      .from(matching)
      .groupBy(matching.column)
      .as("totals");
    const top = tx
      .select({ id: matching.id, position: matching.position, due: matching.due })
      .from(matching)
      .where(eq(matching.column, totals.column))
      .orderBy(asc(matching.position), sql`${matching.due} nulls last`, asc(matching.id))
      .limit(input.cardsPerColumn)
      .as("top");
    const cards = await tx
      .with(matching)
      .select({ ...rowColumns, column: totals.column, total: totals.total })
      .from(totals)
      .innerJoinLateral(top, sql`true`)
      .innerJoin(opportunities, and(eq(opportunities.workspaceId, ctx.workspace.id), eq(opportunities.id, top.id)))
      .orderBy(asc(top.position), sql`${top.due} nulls last`, asc(top.id));
    const rows = await toRows(tx, ctx, cards);
    return {
      columns: stages.map(({ key, name }) => ({
        key,
        name,
        total: cards.find((card) => card.column === key)?.total ?? 0,
        cards: cards.flatMap((card, index) => {
          const row = rows[index];
          return card.column === key && row ? [{ ...row, boardPosition: card.boardPosition }] : [];
        }),
      })),
    };
  });
}
