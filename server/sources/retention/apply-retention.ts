import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { captures, renditions, snapshots } from "@/drizzle/schema";
import { announce } from "@/server/jobs/announce";
import { revisionsRemoved } from "@/server/jobs/events";
import { recordAudit } from "@/server/platform/audit";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { listRemovableRevisions } from "./list-removable";

const batch = 200;

/**
 * Removes what the rules of a workspace's sources no longer keep: text, pictures and headers at once, the files by a job of their own. The
 * rows of the revisions stay as tombstones. Safe to run twice and to break off; returns how many revisions went.
 */
export async function applyRetention(ctx: WorkspaceContext, now: Date): Promise<number> {
  let removed = 0;
  for (;;) {
    const count = await inWorkspace(ctx, (tx) => removeBatch(tx, ctx, now));
    removed += count;
    if (count < batch) return removed;
  }
}

async function removeBatch(tx: Tx, ctx: WorkspaceContext, now: Date): Promise<number> {
  const workspaceId = ctx.workspace.id;
  const gone = await listRemovableRevisions(tx, workspaceId, now, batch);
  if (gone.length === 0) return 0;
  const ids = gone.map(({ id }) => id);
  await tx.delete(renditions).where(and(eq(renditions.workspaceId, workspaceId), inArray(renditions.snapshotId, ids)));
  await tx
    .update(captures)
    .set({ headers: {}, screenshotKey: null })
    .where(and(eq(captures.workspaceId, workspaceId), inArray(captures.snapshotId, ids)));
  await tx
    .update(snapshots)
    .set({ removedAt: now })
    .where(and(eq(snapshots.workspaceId, workspaceId), inArray(snapshots.id, ids)));
  await recordAudit(tx, ctx, {
    action: "source.retention",
    subjectId: workspaceId,
    detail: { revisions: gone.length, bytes: gone.reduce((sum, { byteSize }) => sum + byteSize, 0) },
  });
  const keys = new Set(
    gone.flatMap(({ storageKey, screenshotKey }) => (screenshotKey ? [storageKey, screenshotKey] : [storageKey])),
  );
  await announce(tx, revisionsRemoved.create({ workspaceId, userId: null, keys: [...keys] }));
  return gone.length;
}
