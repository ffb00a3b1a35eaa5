import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import { collectionMembers, collections, documents } from "@/drizzle/schema";
import { authorize } from "@/server/platform/authorize";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import type { CollectionSummary } from "./schemas";

/** The collections that the actor may see, the default one first. */
export async function listCollections(ctx: WorkspaceContext): Promise<CollectionSummary[]> {
  authorize(ctx, "documents:read");
  return inWorkspace(ctx, async (tx) => {
    const rows = await tx
      .select({
        id: collections.id,
        name: collections.name,
        visibility: collections.visibility,
        isDefault: collections.isDefault,
        documentCount: sql<number>`count(${documents.id})::int`,
      })
      .from(collections)
      .leftJoin(
        documents,
        and(
          eq(documents.workspaceId, collections.workspaceId),
          eq(documents.collectionId, collections.id),
          isNull(documents.deletedAt),
        ),
      )
      .where(eq(collections.workspaceId, ctx.workspace.id))
      .groupBy(collections.workspaceId, collections.id)
      .orderBy(desc(collections.isDefault), asc(collections.name));
    const people = await tx
      .select({ collectionId: collectionMembers.collectionId, userId: collectionMembers.userId })
      .from(collectionMembers)
      .where(eq(collectionMembers.workspaceId, ctx.workspace.id));
    return rows.map((row) => ({
      ...row,
      memberIds:
        row.visibility === "restricted" ? people.filter((p) => p.collectionId === row.id).map((p) => p.userId) : [],
    }));
  });
}
