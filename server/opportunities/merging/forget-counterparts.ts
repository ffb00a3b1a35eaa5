import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { amendments, snapshots } from "@/drizzle/schema";
import type { WorkspaceContext } from "@/server/platform/workspace-context";

/** What a paper of the one was told to change in a paper of the other says nothing once they part. */
export async function forgetCounterparts(
  tx: Tx,
  ctx: WorkspaceContext,
  opportunityId: string,
  documentIds: readonly string[],
): Promise<void> {
  const told = await tx
    .select({ id: amendments.id, later: amendments.documentId, earlier: snapshots.documentId })
    .from(amendments)
    .innerJoin(
      snapshots,
      and(eq(snapshots.workspaceId, ctx.workspace.id), eq(snapshots.id, amendments.beforeSnapshotId)),
    )
    .where(and(eq(amendments.workspaceId, ctx.workspace.id), eq(amendments.opportunityId, opportunityId)));
  const goes = (id: string | null) => id !== null && documentIds.includes(id);
  const parted = told.filter(({ later, earlier }) => goes(later) !== goes(earlier)).map(({ id }) => id);
  if (parted.length === 0) return;
  await tx.delete(amendments).where(and(eq(amendments.workspaceId, ctx.workspace.id), inArray(amendments.id, parted)));
}
