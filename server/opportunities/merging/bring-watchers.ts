import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { type Opportunity, opportunityWatchers } from "@/drizzle/schema";
import type { WorkspaceContext } from "@/server/platform/workspace-context";

/** Whoever watched or owned the one is told of the other. */
export async function bringWatchers(
  tx: Tx,
  ctx: WorkspaceContext,
  from: Opportunity,
  into: Opportunity,
): Promise<void> {
  const watching = await tx
    .select({ userId: opportunityWatchers.userId })
    .from(opportunityWatchers)
    .where(and(eq(opportunityWatchers.workspaceId, ctx.workspace.id), eq(opportunityWatchers.opportunityId, from.id)));
  const userIds = new Set(watching.map(({ userId }) => userId));
  if (from.ownerId && from.ownerId !== into.ownerId) userIds.add(from.ownerId);
  if (userIds.size === 0) return;
  const row = { workspaceId: ctx.workspace.id, opportunityId: into.id, mergedFrom: from.id };
  await tx
    .insert(opportunityWatchers)
    .values([...userIds].map((userId) => ({ ...row, userId })))
    .onConflictDoNothing();
}

/** Those who watch an opportunity only for what was merged into it watch that alone again. */
export async function returnWatchers(
  tx: Tx,
  ctx: WorkspaceContext,
  intoId: string,
  family: readonly string[],
): Promise<void> {
  await tx
    .delete(opportunityWatchers)
    .where(
      and(
        eq(opportunityWatchers.workspaceId, ctx.workspace.id),
        eq(opportunityWatchers.opportunityId, intoId),
        inArray(opportunityWatchers.mergedFrom, [...family]),
      ),
    );
}
