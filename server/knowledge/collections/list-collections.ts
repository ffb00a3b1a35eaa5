import { asc, desc, eq, sql } from "drizzle-orm";
import { collectionMembers, collections, documents } from "@/drizzle/schema";
import { authorize } from "@/server/platform/authorize";
import { readInWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import type { CollectionSummary } from "./schemas";

/** The collections that the actor may see, the default one first. */
export async function listCollections(ctx: WorkspaceContext): Promise<CollectionSummary[]> {
  authorize(ctx, "documents:read");
  // The names in the inner queries are written out: the ORM leaves the table off where it selects from one only.
  return readInWorkspace(ctx, (tx) =>
    tx
      .select({
        id: collections.id,
        name: collections.name,
        visibility: collections.visibility,
        isDefault: collections.isDefault,
        documentCount: sql<number>`(select count(*)::int from ${documents} d where d.workspace_id = collections.workspace_id and d.collection_id = collections.id and d.deleted_at is null)`,
        memberIds: sql<
          string[]
        >`array(select m.user_id from ${collectionMembers} m where m.workspace_id = collections.workspace_id and m.collection_id = collections.id and collections.visibility = 'restricted')`,
      })
      .from(collections)
      .where(eq(collections.workspaceId, ctx.workspace.id))
      .orderBy(desc(collections.isDefault), asc(collections.name)),
  );
}
