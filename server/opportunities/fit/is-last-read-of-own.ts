import { and, desc, eq, sql } from "drizzle-orm";
import { documents, snapshots } from "@/drizzle/schema";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { ownDocumentIds } from "./find-coverage";

/** Whether this is one of the workspace's own documents, and the one of them whose current version was read last. */
export async function isLastReadOfOwn(ctx: WorkspaceContext, documentId: string): Promise<boolean> {
  return inWorkspace(ctx, async (tx) => {
    const own = await ownDocumentIds(tx, ctx);
    if (!own.includes(documentId)) return false;
    const [last] = await tx
      .select({ documentId: documents.id })
      .from(documents)
      .innerJoin(
        snapshots,
        and(eq(snapshots.workspaceId, documents.workspaceId), eq(snapshots.id, documents.currentSnapshotId)),
      )
      .where(and(eq(documents.workspaceId, ctx.workspace.id), sql`${documents.id} = any(${sql.param(own)}::uuid[])`))
      .orderBy(desc(snapshots.updatedAt), desc(snapshots.id))
      .limit(1);
    return last?.documentId === documentId;
  });
}
