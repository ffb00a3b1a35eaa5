import { and, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { dependents, evidence } from "@/drizzle/schema";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import type { CitedKind } from "../queries";

/** These rows rest on nothing any more; evidence that nothing else rests on goes with them. In the caller's transaction. */
export async function dropEvidence(
  tx: Tx,
  ctx: WorkspaceContext,
  kind: CitedKind,
  rows: readonly { id: string; evidenceId: string | null }[],
): Promise<void> {
  const resting = rows.filter((row) => row.evidenceId !== null);
  if (resting.length === 0) return;
  const evidenceIds = resting.map((row) => row.evidenceId).filter((id) => id !== null);
  await tx.delete(dependents).where(
    and(
      eq(dependents.workspaceId, ctx.workspace.id),
      eq(dependents.kind, kind),
      inArray(dependents.evidenceId, evidenceIds),
      inArray(
        dependents.dependentId,
        resting.map(({ id }) => id),
      ),
    ),
  );
  await tx
    .delete(evidence)
    .where(
      and(
        eq(evidence.workspaceId, ctx.workspace.id),
        inArray(evidence.id, evidenceIds),
        sql`not exists (select from ${dependents} d where d.workspace_id = ${evidence.workspaceId} and d.evidence_id = ${evidence.id})`,
      ),
    );
}
