import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import {
  evidence,
  opportunityDeadlines,
  opportunityFields,
  requirementRevisions,
  requirements,
} from "@/drizzle/schema";
import { newId } from "@/lib/ids";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { dropEvidence } from "./drop-evidence";

/**
 * What was read from documents goes from an opportunity: statements of fields and dates, and requirements that nobody has touched are dropped. In
 * the caller's transaction, which refreshes the opportunity afterwards.
 */
export async function forgetDocuments(
  tx: Tx,
  ctx: WorkspaceContext,
  opportunityId: string,
  documentIds: string[],
): Promise<void> {
  const workspaceId = ctx.workspace.id;
  for (const [table, kind] of [
    [opportunityFields, "opportunity_field"],
    [opportunityDeadlines, "opportunity_deadline"],
  ] as const) {
    const rows = await tx
      .select({ id: table.id, evidenceId: table.evidenceId })
      .from(table)
      .innerJoin(evidence, and(eq(evidence.workspaceId, workspaceId), eq(evidence.id, table.evidenceId)))
      .where(
        and(
          eq(table.workspaceId, workspaceId),
          eq(table.opportunityId, opportunityId),
          inArray(evidence.documentId, documentIds),
        ),
      );
    if (rows.length === 0) continue;
    await dropEvidence(tx, ctx, kind, rows);
    await tx.delete(table).where(
      and(
        eq(table.workspaceId, workspaceId),
        inArray(
          table.id,
          rows.map(({ id }) => id),
        ),
      ),
    );
  }
  const dropped = await tx
    .update(requirements)
    .set({ state: "dropped" })
    .where(
      and(
        eq(requirements.workspaceId, workspaceId),
        eq(requirements.opportunityId, opportunityId),
        inArray(requirements.documentId, documentIds),
        eq(requirements.state, "active"),
        isNull(requirements.editedBy),
      ),
    )
    .returning({ id: requirements.id, revision: requirements.revision });
  if (dropped.length === 0) return;
  const batchId = newId();
  await tx.insert(requirementRevisions).values(
    dropped.map(({ id, revision }) => ({
      workspaceId,
      id: newId(),
      opportunityId,
      requirementId: id,
      batchId,
      deed: "document.remove",
      revision,
      before: { state: "active" },
      after: { state: "dropped" },
      userId: ctx.actor.userId,
    })),
  );
}
