import { and, eq, ne, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { dependents, evidence, renditions } from "@/drizzle/schema";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { findSuccessor } from "./find-successor";

export interface MarkedDependents {
  /** Dependents whose quote reads differently now, or is gone. */
  stale: { kind: string; dependentId: string }[];
}

/**
 * A new revision of a document has been read: every dependent that rests on a quote of an older revision which the new text
 * changed or no longer holds becomes stale, with the text that stands there now (null: gone). A quote that reads the same again
 * makes its dependents current.
 */
export async function markDependents(
  tx: Tx,
  ctx: WorkspaceContext,
  revision: { documentId: string; snapshotId: string; renditionId: string },
): Promise<MarkedDependents> {
  const workspaceId = ctx.workspace.id;
  const [rendition] = await tx
    .select({ text: renditions.text, blocks: renditions.blocks })
    .from(renditions)
    .where(and(eq(renditions.workspaceId, workspaceId), eq(renditions.id, revision.renditionId)));
  if (!rendition) return { stale: [] };
  const resting = await tx
    .select({
      evidenceId: evidence.id,
      quote: evidence.quote,
      start: evidence.start,
      kind: dependents.kind,
      dependentId: dependents.dependentId,
      freshness: dependents.freshness,
    })
    .from(evidence)
    .innerJoin(
      dependents,
      and(eq(dependents.workspaceId, evidence.workspaceId), eq(dependents.evidenceId, evidence.id)),
    )
    .where(
      and(
        eq(evidence.workspaceId, workspaceId),
        eq(evidence.documentId, revision.documentId),
        ne(evidence.snapshotId, revision.snapshotId),
      ),
    );
  const stale: MarkedDependents["stale"] = [];
  for (const item of resting) {
    const successor = findSuccessor(item.quote, item.start, rendition.text, rendition.blocks);
    const isChanged = successor.kind !== "unchanged";
    if (!isChanged && item.freshness === "current") continue;
    await tx
      .update(dependents)
      .set({
        freshness: isChanged ? "stale" : "current",
        changedBySnapshotId: isChanged ? revision.snapshotId : null,
        after: successor.kind === "changed" ? successor.text : null,
        afterStart: successor.kind === "changed" ? successor.start : null,
        markedAt: sql`now()`,
      })
      .where(
        and(
          eq(dependents.workspaceId, workspaceId),
          eq(dependents.evidenceId, item.evidenceId),
          eq(dependents.kind, item.kind),
          eq(dependents.dependentId, item.dependentId),
        ),
      );
    if (isChanged) stale.push({ kind: item.kind, dependentId: item.dependentId });
  }
  return { stale };
}
