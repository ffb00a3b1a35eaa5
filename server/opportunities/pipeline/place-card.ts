import { and, asc, desc, eq, gt, lt, ne, or, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { type Opportunity, opportunities } from "@/drizzle/schema";
import type { WorkspaceContext } from "@/server/platform/workspace-context";

/** The order of cards in a column. Those that nobody has placed share the position 0: the newest stands first. */
export const boardOrder = [asc(opportunities.boardPosition), desc(opportunities.id)];

type Card = Pick<Opportunity, "id" | "stage" | "boardPosition">;

/**
 * A position between two cards of a stage. A neighbour that is not in the stage any more is passed over, and the other one decides;
 * without any, on top. Positions are single-precision numbers: where no room is left between two, the whole column is numbered anew.
 */
export async function placeCard(
  tx: Tx,
  ctx: WorkspaceContext,
  cardId: string,
  stage: string,
  between: { afterId: string | null; beforeId: string | null },
): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    const above = await neighbour(tx, ctx, between.afterId, stage, cardId);
    const below = await neighbour(tx, ctx, between.beforeId, stage, cardId);
    const low = above ?? (below ? await next(tx, ctx, cardId, stage, below, "up") : null);
    const high = above
      ? await next(tx, ctx, cardId, stage, above, "down")
      : (below ?? (await first(tx, ctx, cardId, stage)));
    const position = middle(low?.boardPosition ?? null, high?.boardPosition ?? null);
    if (position !== null || attempt > 1) return position ?? 0;
    await numberAnew(tx, ctx, stage);
  }
}

function middle(low: number | null, high: number | null): number | null {
  if (low === null && high === null) return 0;
  const position = Math.fround(low === null ? (high ?? 0) - 1 : high === null ? low + 1 : (low + high) / 2);
  return (low === null || position > low) && (high === null || position < high) ? position : null;
}

function inStage(ctx: WorkspaceContext, stage: string, exceptId: string) {
  return and(
    eq(opportunities.workspaceId, ctx.workspace.id),
    eq(opportunities.stage, stage),
    ne(opportunities.id, exceptId),
  );
}

const columns = { id: opportunities.id, stage: opportunities.stage, boardPosition: opportunities.boardPosition };

async function neighbour(tx: Tx, ctx: WorkspaceContext, id: string | null, stage: string, exceptId: string) {
  if (id === null) return null;
  const [card] = await tx
    .select(columns)
    .from(opportunities)
    .where(and(inStage(ctx, stage, exceptId), eq(opportunities.id, id)));
  return card ?? null;
}

async function next(
  tx: Tx,
  ctx: WorkspaceContext,
  cardId: string,
  stage: string,
  from: Card,
  way: "up" | "down",
): Promise<Card | null> {
  const { boardPosition: at } = opportunities;
  const beyond =
    way === "down"
      ? or(gt(at, from.boardPosition), and(eq(at, from.boardPosition), lt(opportunities.id, from.id)))
      : or(lt(at, from.boardPosition), and(eq(at, from.boardPosition), gt(opportunities.id, from.id)));
  const [card] = await tx
    .select(columns)
    .from(opportunities)
    .where(and(inStage(ctx, stage, cardId), beyond))
    .orderBy(...(way === "down" ? boardOrder : [desc(at), asc(opportunities.id)]))
    .limit(1);
  return card ?? null;
}

async function first(tx: Tx, ctx: WorkspaceContext, cardId: string, stage: string): Promise<Card | null> {
  const [card] = await tx
    .select(columns)
    .from(opportunities)
    .where(inStage(ctx, stage, cardId))
    .orderBy(...boardOrder)
    .limit(1);
  return card ?? null;
}

/** Not through the ORM, which would say that all these opportunities were changed just now. */
async function numberAnew(tx: Tx, ctx: WorkspaceContext, stage: string): Promise<void> {
  await tx.execute(sql`
    update opportunities o set board_position = n.place
    from (
      select id, row_number() over (order by board_position, id desc) as place
      from opportunities where workspace_id = ${ctx.workspace.id} and stage = ${stage}
    ) n
    where o.workspace_id = ${ctx.workspace.id} and o.id = n.id`);
}
