import { and, eq, gt, lt, ne, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { opportunities } from "@/drizzle/schema";
import type { WorkspaceContext } from "@/server/platform/workspace-context";

/**
 * A position between two cards of a stage. A neighbour that is not in the stage any more is passed over, and the other one decides;
 * without any, on top. Positions are single-precision numbers, and cards that nobody has placed share one: where there is no room
 * between two, the whole column is numbered anew in the order in which the board shows it.
 */
export async function placeCard(
  tx: Tx,
  ctx: WorkspaceContext,
  cardId: string,
  stage: string,
  between: { afterId: string | null; beforeId: string | null },
): Promise<number> {
  const column: Column = { tx, ctx, cardId, stage };
  const position = await findPlace(column, between);
  if (position !== null) return position;
  await numberAnew(column);
  return (await findPlace(column, between)) ?? 0;
}

interface Column {
  tx: Tx;
  ctx: WorkspaceContext;
  cardId: string;
  stage: string;
}

/** Null when there is no room. */
async function findPlace(
  column: Column,
  between: { afterId: string | null; beforeId: string | null },
): Promise<number | null> {
  const above = await positionOf(column, between.afterId);
  if (above !== null) {
    return (await isShared(column, above)) ? null : middle(above, await nearest(column, "below", above));
  }
  const below = await positionOf(column, between.beforeId);
  if (below !== null) {
    return (await isShared(column, below)) ? null : middle(await nearest(column, "above", below), below);
  }
  return middle(null, await nearest(column, "below", null));
}

function middle(low: number | null, high: number | null): number | null {
  if (low === null && high === null) return 0;
  const position = Math.fround(low === null ? (high ?? 0) - 1 : high === null ? low + 1 : (low + high) / 2);
  return (low === null || position > low) && (high === null || position < high) ? position : null;
}

/** The other cards of the column. */
function others({ ctx, stage, cardId }: Column) {
  return and(
    eq(opportunities.workspaceId, ctx.workspace.id),
    eq(opportunities.stage, stage),
    ne(opportunities.id, cardId),
  );
}

async function positionOf(column: Column, id: string | null): Promise<number | null> {
  if (id === null) return null;
  const [card] = await column.tx
    .select({ position: opportunities.boardPosition })
    .from(opportunities)
    .where(and(others(column), eq(opportunities.id, id)));
  return card?.position ?? null;
}

async function isShared(column: Column, position: number): Promise<boolean> {
  const found = await column.tx
    .select({ id: opportunities.id })
    .from(opportunities)
    .where(and(others(column), eq(opportunities.boardPosition, position)))
    .limit(2);
  return found.length > 1;
}

async function nearest(column: Column, way: "above" | "below", from: number | null): Promise<number | null> {
  const { boardPosition } = opportunities;
  const [row] = await column.tx
    .select({
      position: way === "below" ? sql<number | null>`min(${boardPosition})` : sql<number | null>`max(${boardPosition})`,
    })
    .from(opportunities)
    .where(
      and(
        others(column),
        from === null ? undefined : way === "below" ? gt(boardPosition, from) : lt(boardPosition, from),
      ),
    );
  return row?.position ?? null;
}

/** Not through the ORM, which would say that all these opportunities were changed just now. The order is that of `getBoard`. */
async function numberAnew({ tx, ctx, stage }: Column): Promise<void> {
  await tx.execute(sql`
    update opportunities o set board_position = n.place
    from (
      select id, row_number() over (order by board_position, due_at nulls last, id) as place
      from opportunities where workspace_id = ${ctx.workspace.id} and stage = ${stage}
    ) n
    where o.workspace_id = ${ctx.workspace.id} and o.id = n.id`);
}
