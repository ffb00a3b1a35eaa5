import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { captures, dependents, documents, evidence, renditions, snapshots } from "@/drizzle/schema";
import { fileStorage } from "@/server/platform/ports";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";

/**
 * Erases a removed document: text, quotes and bytes go, and every assertion that rested on it is marked unsupported. The row of
 * the document stays as a tombstone, so that old answers can say what their citation was. Safe to run twice.
 */
export async function eraseDocument(ctx: WorkspaceContext, documentId: string): Promise<void> {
  const workspaceId = ctx.workspace.id;
  const orphaned = await inWorkspace(ctx, async (tx) => {
    const [removed] = await tx
      .select({ id: documents.id })
      .from(documents)
      .where(and(eq(documents.workspaceId, workspaceId), eq(documents.id, documentId), isNotNull(documents.deletedAt)))
      // A new file under the same path brings the document back: it waits for this, or this finds nothing to erase.
      .for("update");
    if (!removed) return [];
    const ofDocument = tx
      .select({ id: evidence.id })
      .from(evidence)
      .where(and(eq(evidence.workspaceId, workspaceId), eq(evidence.documentId, documentId)));
    await tx
      .update(dependents)
      .set({ freshness: "unsupported", after: null, afterStart: null, markedAt: sql`now()` })
      .where(and(eq(dependents.workspaceId, workspaceId), inArray(dependents.evidenceId, ofDocument)));
    const versions = await tx
      .select({ key: snapshots.storageKey })
      .from(snapshots)
      .where(and(eq(snapshots.workspaceId, workspaceId), eq(snapshots.documentId, documentId)));
    // Pictures show the same words.
    const pictures = await tx
      .select({ key: captures.screenshotKey })
      .from(captures)
      .where(and(eq(captures.workspaceId, workspaceId), eq(captures.documentId, documentId)));
    await tx
      .update(captures)
      .set({ screenshotKey: null, headers: {} })
      .where(and(eq(captures.workspaceId, workspaceId), eq(captures.documentId, documentId)));
    await tx
      .update(renditions)
      .set({ text: "", blocks: [], pages: [], lines: [], title: null })
      .where(and(eq(renditions.workspaceId, workspaceId), eq(renditions.documentId, documentId)));
    await tx
      .update(evidence)
      .set({ quote: "" })
      .where(and(eq(evidence.workspaceId, workspaceId), eq(evidence.documentId, documentId)));
    await tx
      .delete(snapshots)
      .where(
        and(
          eq(snapshots.workspaceId, workspaceId),
          eq(snapshots.documentId, documentId),
          sql`not exists (select 1 from evidence e where e.workspace_id = ${workspaceId} and e.snapshot_id = ${snapshots.id})`,
        ),
      );
    // The same bytes may also stand in another collection.
    const keys = [...new Set([...versions, ...pictures].flatMap(({ key }) => (key ? [key] : [])))];
    if (keys.length === 0) return [];
    const shared = await tx
      .select({ key: snapshots.storageKey })
      .from(snapshots)
      .innerJoin(
        documents,
        and(eq(documents.workspaceId, snapshots.workspaceId), eq(documents.id, snapshots.documentId)),
      )
      .where(
        and(
          eq(snapshots.workspaceId, workspaceId),
          inArray(snapshots.storageKey, keys),
          sql`${documents.deletedAt} is null`,
        ),
      );
    const shown = await tx
      .select({ key: captures.screenshotKey })
      .from(captures)
      .where(and(eq(captures.workspaceId, workspaceId), inArray(captures.screenshotKey, keys)));
    const kept = new Set([...shared, ...shown].map((row) => row.key));
    return keys.filter((key) => !kept.has(key));
  });
  for (const key of orphaned) await fileStorage().delete(key);
}
