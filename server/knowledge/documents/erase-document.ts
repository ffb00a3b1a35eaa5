import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { captures, dependents, documents, evidence, renditions, snapshots } from "@/drizzle/schema";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { deleteUnnamedBytes } from "./stored-bytes";

/**
 * Erases a removed document: text, quotes and bytes go, and every assertion that rested on it is marked unsupported. The row of
 * the document stays as a tombstone, so that old answers can say what their citation was. Safe to run twice.
 */
export async function eraseDocument(ctx: WorkspaceContext, documentId: string): Promise<void> {
  const workspaceId = ctx.workspace.id;
  const keys = await inWorkspace(ctx, async (tx) => {
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
    return [...new Set([...versions, ...pictures].flatMap(({ key }) => (key ? [key] : [])))];
  });
  // The same bytes may also stand in another collection.
  await deleteUnnamedBytes(ctx, keys);
}
