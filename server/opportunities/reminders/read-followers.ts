import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { opportunityWatchers } from "@/drizzle/schema";
import type { WorkspaceContext } from "@/server/platform/workspace-context";

/** Owners and watchers of many opportunities at once. */
export async function readFollowers(
  tx: Tx,
  ctx: WorkspaceContext,
  about: readonly { id: string }[],
): Promise<(opportunity: { id: string; ownerId: string | null }) => Set<string>> {
  const ids = [...new Set(about.map(({ id }) => id))];
  const rows =
    ids.length === 0
      ? []
      : await tx
          .select({ id: opportunityWatchers.opportunityId, userId: opportunityWatchers.userId })
          .from(opportunityWatchers)
          .where(
            and(
              eq(opportunityWatchers.workspaceId, ctx.workspace.id),
              sql`${opportunityWatchers.opportunityId} = any(${sql.param(ids)}::uuid[])`,
            ),
          );
  const watchers = Map.groupBy(rows, ({ id }) => id);
  return ({ id, ownerId }) =>
    new Set([...(watchers.get(id) ?? []).map(({ userId }) => userId), ...(ownerId ? [ownerId] : [])]);
}
