import { and, eq, inArray } from "drizzle-orm";
import { snapshots } from "@/drizzle/schema";
import { announce } from "@/server/jobs/announce";
import { snapshotCancelled } from "@/server/jobs/events";
import { authorize } from "@/server/platform/authorize";
import { ConflictError } from "@/server/platform/errors";
import { announceLive } from "@/server/platform/live";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { requireSnapshot } from "./queries";

/** Stops the reading of a version that has not been read to its end; the file is kept, and `retryReading` reads it again. Throws NotFoundError, ConflictError (nothing to stop). */
export async function cancelReading(ctx: WorkspaceContext, snapshotId: string): Promise<void> {
  authorize(ctx, "documents:write");
  await inWorkspace(ctx, async (tx) => {
    const snapshot = await requireSnapshot(tx, ctx, snapshotId);
    const [cancelled] = await tx
      .update(snapshots)
      .set({ status: "cancelled", progress: null })
      .where(
        and(
          eq(snapshots.workspaceId, ctx.workspace.id),
          eq(snapshots.id, snapshotId),
          inArray(snapshots.status, ["queued", "processing"]),
        ),
      )
      .returning({ id: snapshots.id });
    if (!cancelled) throw new ConflictError("This file is not being read any more, so there is nothing to cancel.");
    await announce(
      tx,
      snapshotCancelled.create({
        workspaceId: ctx.workspace.id,
        userId: ctx.actor.userId,
        documentId: snapshot.documentId,
        snapshotId,
      }),
    );
    announceLive(ctx, "document", snapshot.documentId);
  });
}
