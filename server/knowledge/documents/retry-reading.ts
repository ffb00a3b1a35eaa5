import { and, eq, inArray } from "drizzle-orm";
import { snapshots } from "@/drizzle/schema";
import { announce } from "@/server/jobs/announce";
import { snapshotStored } from "@/server/jobs/events";
import { authorize } from "@/server/platform/authorize";
import { ConflictError } from "@/server/platform/errors";
import { announceLive } from "@/server/platform/live";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { requireDocument, requireSnapshot } from "./queries";

/** Asks for a failed or cancelled version to be read again. Throws NotFoundError, ConflictError (it was read, or is being read). */
export async function retryReading(ctx: WorkspaceContext, snapshotId: string): Promise<void> {
  authorize(ctx, "documents:write");
  await inWorkspace(ctx, async (tx) => {
    const snapshot = await requireSnapshot(tx, ctx, snapshotId);
    await requireDocument(tx, ctx, snapshot.documentId);
    const [queued] = await tx
      .update(snapshots)
      .set({ status: "queued", failureCode: null, failureReason: null, progress: null })
      .where(
        and(
          eq(snapshots.workspaceId, ctx.workspace.id),
          eq(snapshots.id, snapshotId),
          inArray(snapshots.status, ["failed", "cancelled"]),
        ),
      )
      .returning({ id: snapshots.id });
    if (!queued) throw new ConflictError("Only a file whose reading failed or was cancelled can be read again.");
    await announce(
      tx,
      snapshotStored.create({
        workspaceId: ctx.workspace.id,
        userId: ctx.actor.userId,
        documentId: snapshot.documentId,
        snapshotId,
      }),
    );
    announceLive(ctx, "document", snapshot.documentId);
  });
}

/** A version whose reading gave up waits for it again; its job is started by the caller. What did not fail stays as it is. */
export async function reopenReading(ctx: WorkspaceContext, snapshotId: string): Promise<void> {
  await inWorkspace(ctx, async (tx) => {
    const [queued] = await tx
      .update(snapshots)
      .set({ status: "queued", failureCode: null, failureReason: null, progress: null })
      .where(
        and(eq(snapshots.workspaceId, ctx.workspace.id), eq(snapshots.id, snapshotId), eq(snapshots.status, "failed")),
      )
      .returning({ documentId: snapshots.documentId });
    if (queued) announceLive(ctx, "document", queued.documentId);
  });
}
