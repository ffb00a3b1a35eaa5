import { and, eq, isNull } from "drizzle-orm";
import { collections, documents } from "@/drizzle/schema";
import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { ConflictError } from "@/server/platform/errors";
import { announceLive } from "@/server/platform/live";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { requireCollection } from "./queries";

/** What higher floors keep in a collection, by table, and how a person makes room. */
const residents: Record<string, string> = {
  opportunities:
    "is the home of opportunities (removed ones too, since they can be brought back). Give each a place of its own under “Who may see it” first; a collection made for one opportunity stays with it.",
  sources: "is where watched sources keep their pages. Remove these sources first.",
};

/** Removes an empty collection. Throws ConflictError while anything lives in it, and for the default one. */
export async function deleteCollection(ctx: WorkspaceContext, id: string): Promise<void> {
  authorize(ctx, "collections:manage");
  let name = "The collection";
  try {
    await remove(ctx, id, (found) => {
      name = found;
    });
  } catch (error) {
    const table = referencingTable(error);
    if (table === null) throw error;
    const words = residents[table] ?? `still holds ${table.replaceAll("_", " ")}. Move or remove them first.`;
    throw new ConflictError(`${name} ${words}`, { cause: error });
  }
}

/** The table whose rows still point at what was to go (SQLSTATE 23503), as the database names it; null for every other error. */
function referencingTable(error: unknown): string | null {
  for (let at = error; at instanceof Error; at = at.cause) {
    const { code, table_name: table } = at as { code?: unknown; table_name?: unknown };
    if (code === "23503") return typeof table === "string" ? table : "other things";
  }
  return null;
}

async function remove(ctx: WorkspaceContext, id: string, onFound: (name: string) => void): Promise<void> {
  await inWorkspace(ctx, async (tx) => {
    const collection = await requireCollection(tx, ctx, id);
    onFound(collection.name);
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
