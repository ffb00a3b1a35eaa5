import { and, eq, isNull } from "drizzle-orm";
import { collections, documents } from "@/drizzle/schema";
import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { ConflictError } from "@/server/platform/errors";
import { announceLive } from "@/server/platform/live";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { requireCollection } from "../documents/queries";

/** Removes an empty collection. Throws ConflictError while it holds documents, and for the default one. */
export async function deleteCollection(ctx: WorkspaceContext, id: string): Promise<void> {
  authorize(ctx, "collections:manage");
  await inWorkspace(ctx, async (tx) => {
    const collection = await requireCollection(tx, ctx, id);
    if (collection.isDefault)
      throw new ConflictError("The default collection stays: documents land there unless told otherwise.");
    const ofCollection = and(eq(documents.workspaceId, ctx.workspace.id), eq(documents.collectionId, id));
    const [held] = await tx
      .select({ id: documents.id })
      .from(documents)
      .where(and(ofCollection, isNull(documents.deletedAt)))
      .limit(1);
    if (held) throw new ConflictError(`${collection.name} still holds documents. Move or remove them first.`);
    const fallback = await requireCollection(tx, ctx, undefined);
    // Tombstones of removed documents keep old citations explained; they need a place to stay.
    for (const tombstone of await tx.select({ id: documents.id }).from(documents).where(ofCollection)) {
      await tx
        .update(documents)
        .set({ collectionId: fallback.id, path: `removed/${tombstone.id}` })
        .where(and(eq(documents.workspaceId, ctx.workspace.id), eq(documents.id, tombstone.id)));
    }
    await tx.delete(collections).where(and(eq(collections.workspaceId, ctx.workspace.id), eq(collections.id, id)));
    await recordAudit(tx, ctx, { action: "collection.delete", subjectId: id });
    announceLive(ctx, "collection", id);
  });
}
