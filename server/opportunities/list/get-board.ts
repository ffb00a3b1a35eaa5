import { asc, sql } from "drizzle-orm";
import { opportunities } from "@/drizzle/schema";
import { authorize } from "@/server/platform/authorize";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { readStages } from "../pipeline/stages";
import { allOf, baseCondition, facetConditions } from "./filter-conditions";
import type { BoardOutput, GetBoardInput } from "./schemas";
import { rowColumns, toRows } from "./to-rows";

/** The board: the first cards of each stage and how many there are. Cards of a stage that was removed stand in the first column. */
export async function getBoard(ctx: WorkspaceContext, input: GetBoardInput): Promise<BoardOutput> {
  authorize(ctx, "opportunities:read");
  const filter = allOf(baseCondition(ctx, input, false), facetConditions(input, new Date()));
  return inWorkspace(ctx, async (tx) => {
    const stages = await readStages(tx, ctx);
    const known = stages.map(({ key }) => key);
    const first = known[0] ?? "new";
    const column = sql<string>`case when ${opportunities.stage} = any(${sql.param(known)}::text[]) then ${opportunities.stage} else ${first} end`;
    const ranked = tx
      .select({
        id: opportunities.id,
        column: column.as("board_column"),
        rank: sql<number>`row_number() over (partition by ${column} order by ${opportunities.boardPosition}, ${opportunities.dueAt} nulls last, ${opportunities.id})`.as(
          "board_rank",
        ),
        total: sql<number>`(count(*) over (partition by ${column}))::int`.as("board_total"),
      })
      .from(opportunities)
      .where(filter)
      .as("ranked");
    const cards = await tx
      .select({ ...rowColumns, column: ranked.column, total: ranked.total })
      .from(ranked)
      .innerJoin(
        opportunities,
        sql`${opportunities.workspaceId} = ${ctx.workspace.id} and ${opportunities.id} = ${ranked.id}`,
      )
      .where(sql`${ranked.rank} <= ${input.cardsPerColumn}`)
      .orderBy(asc(ranked.rank));
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
