import { and, eq, inArray, isNull, lt, sql } from "drizzle-orm";
import { opportunities } from "@/drizzle/schema";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { sameName, sharesTrade } from "./factors/likeness";

/**
 * Opportunities that people may still decide about, the next due first; with `likeId` those of the same buyer or trade as that one, with `dueBefore`
 * those that are due by then.
 */
export async function listUndecided(
  ctx: WorkspaceContext,
  only: { likeId?: string; dueBefore?: Date } = {},
): Promise<string[]> {
  return inWorkspace(ctx, async (tx) => {
    const columns = { id: opportunities.id, buyer: opportunities.buyer, categories: opportunities.categories };
    const rows = await tx
      .select(columns)
      .from(opportunities)
      .where(
        and(
          eq(opportunities.workspaceId, ctx.workspace.id),
          isNull(opportunities.deletedAt),
          isNull(opportunities.archivedAt),
          isNull(opportunities.mergedIntoId),
          isNull(opportunities.outcome),
          inArray(opportunities.procedureStatus, ["planned", "open", "unknown"]),
          only.dueBefore ? lt(opportunities.dueAt, only.dueBefore) : undefined,
        ),
      )
      .orderBy(sql`${opportunities.dueAt} nulls last`, opportunities.id);
    if (!only.likeId) return rows.map(({ id }) => id);
    const [like] = await tx
      .select(columns)
      .from(opportunities)
      .where(and(eq(opportunities.workspaceId, ctx.workspace.id), eq(opportunities.id, only.likeId)));
    if (!like) return [];
    return rows
      .filter((row) => sameName(row.buyer, like.buyer) || sharesTrade(row.categories, like.categories))
      .map(({ id }) => id);
  });
}
