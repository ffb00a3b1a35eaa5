import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { requirementProposals, requirements } from "@/drizzle/schema";
import type { WorkspaceContext } from "@/server/platform/workspace-context";

/**
 * A deed is taken back: proposals that were accepted by it are open again, about the rows as they will be when that is done (one revision on). Called
 * before the rows change, in their transaction.
 */
export async function reopenProposals(tx: Tx, ctx: WorkspaceContext, batchId: string): Promise<void> {
  await tx
    .update(requirementProposals)
    .set({
      state: "open",
      batchId: null,
      decidedBy: null,
      decidedAt: null,
      revisions: sql`coalesce((select array_agg(r.revision + 1 order by t.place) from unnest(${requirementProposals.requirementIds}) with ordinality as t(id, place)
        join ${requirements} r on r.workspace_id = ${ctx.workspace.id} and r.id = t.id), '{}')`,
    })
    .where(and(eq(requirementProposals.workspaceId, ctx.workspace.id), eq(requirementProposals.batchId, batchId)));
}
