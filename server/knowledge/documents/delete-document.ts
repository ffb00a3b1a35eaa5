import { and, eq } from "drizzle-orm";
import { documents, snapshots } from "@/drizzle/schema";
import { announce } from "@/server/jobs/announce";
import { documentDeleted, snapshotCancelled } from "@/server/jobs/events";
import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { announceLive } from "@/server/platform/live";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { unindexDocument } from "../retrieval";
import { listVersions, requireDocument } from "./queries";

/**
 * Takes a document out of the library and out of search at once; a job then erases its bytes and text, and what was cited from it
 * becomes unsupported. Throws NotFoundError.
 */
export async function deleteDocument(ctx: WorkspaceContext, id: string): Promise<void> {
  authorize(ctx, "documents:delete");
  await inWorkspace(ctx, async (tx) => {
    await requireDocument(tx, ctx, id);
    const workspaceId = ctx.workspace.id;
    await unindexDocument(tx, ctx, id);
    await tx
      .update(documents)
      .set({ deletedAt: new Date(), currentSnapshotId: null })
      .where(and(eq(documents.workspaceId, workspaceId), eq(documents.id, id)));
    for (const version of await listVersions(tx, ctx, id)) {
      if (version.status !== "queued" && version.status !== "processing") continue;
      await tx
        .update(snapshots)
        .set({ status: "cancelled" })
        .where(and(eq(snapshots.workspaceId, workspaceId), eq(snapshots.id, version.id)));
      await announce(
        tx,
        snapshotCancelled.create({ workspaceId, userId: ctx.actor.userId, documentId: id, snapshotId: version.id }),
      );
    }
    await recordAudit(tx, ctx, { action: "document.delete", subjectId: id });
    await announce(tx, documentDeleted.create({ workspaceId, userId: ctx.actor.userId, documentId: id }));
    announceLive(ctx, "document", id);
  });
}
