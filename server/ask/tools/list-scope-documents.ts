import { and, asc, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { documents } from "@/drizzle/schema";
import { readInWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";

/** The readable documents of a scope that the actor may see, by path; at most 500. */
export async function listScopeDocuments(ctx: WorkspaceContext, collectionIds: string[]) {
  return readInWorkspace(ctx, (tx) =>
    tx
      .select({ id: documents.id, title: documents.title, path: documents.path })
      .from(documents)
      .where(
        and(
          eq(documents.workspaceId, ctx.workspace.id),
          isNull(documents.deletedAt),
          isNotNull(documents.currentSnapshotId),
          ...(collectionIds.length > 0 ? [inArray(documents.collectionId, collectionIds)] : []),
        ),
      )
      .orderBy(asc(documents.path))
      .limit(500),
  );
}
