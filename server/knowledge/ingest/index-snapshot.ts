import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { chunks as chunkRows, documents, renditions, snapshots } from "@/drizzle/schema";
import { type MarkedDependents, markDependents } from "@/server/evidence";
import { announce } from "@/server/jobs/announce";
import { snapshotIndexed } from "@/server/jobs/events";
import { NotFoundError } from "@/server/platform/errors";
import { announceLive } from "@/server/platform/live";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { requireDocument, requireSnapshot } from "../documents/queries";
import { indexChunks } from "../retrieval";
import { chunkRendition } from "./chunking/chunk-rendition";

export interface IndexedSnapshot {
  chunks: number;
  marked: MarkedDependents;
}

/**
 * Makes a version that has been read findable and current, in one transaction: its chunks replace the older version's in search,
 * and what rested on words that this version changed is marked stale. An older version that finishes late stays history. Safe to
 * run again.
 */
export async function indexSnapshot(
  ctx: WorkspaceContext,
  input: { snapshotId: string; renditionId: string },
): Promise<IndexedSnapshot> {
  const workspaceId = ctx.workspace.id;
  const rendition = await inWorkspace(ctx, async (tx) => {
    const [found] = await tx
      .select()
      .from(renditions)
      .where(and(eq(renditions.workspaceId, workspaceId), eq(renditions.id, input.renditionId)));
    if (!found) throw new NotFoundError("version");
    return found;
  });
  const chunks = chunkRendition(rendition);
  return inWorkspace(ctx, async (tx) => {
    // Two runs can read one version: the first was called off and is asked for again before it noticed. They take turns.
    await tx
      .select({ id: snapshots.id })
      .from(snapshots)
      .where(and(eq(snapshots.workspaceId, workspaceId), eq(snapshots.id, input.snapshotId)))
      .for("update");
    const snapshot = await requireSnapshot(tx, ctx, input.snapshotId);
    if (snapshot.status === "cancelled") return { chunks: 0, marked: { stale: [] } };
    const document = await requireDocument(tx, ctx, snapshot.documentId);
    // What stands in the index is not taken out and put back, so that a search beside it always finds it.
    if (snapshot.status === "ready" && (await isIndexed(tx, ctx, rendition.id)))
      return { chunks: chunks.length, marked: { stale: [] } };
    const [newer] = await tx
      .select({ id: snapshots.id })
      .from(snapshots)
      .where(
        and(
          eq(snapshots.workspaceId, workspaceId),
          eq(snapshots.documentId, document.id),
          eq(snapshots.status, "ready"),
          sql`${snapshots.revision} > ${snapshot.revision}`,
        ),
      )
      .limit(1);
    await tx
      .update(snapshots)
      .set({ status: "ready", chunkCount: chunks.length, progress: null, failureCode: null, failureReason: null })
      .where(and(eq(snapshots.workspaceId, workspaceId), eq(snapshots.id, snapshot.id)));
    announceLive(ctx, "document", document.id);
    if (newer) return { chunks: chunks.length, marked: { stale: [] } };
    await tx
      .update(documents)
      .set({ currentSnapshotId: snapshot.id, updatedAt: new Date(), title: rendition.title ?? document.title })
      .where(and(eq(documents.workspaceId, workspaceId), eq(documents.id, document.id)));
    const revision = { documentId: document.id, snapshotId: snapshot.id, renditionId: rendition.id };
    const marked = await markDependents(tx, ctx, revision);
    await announce(
      tx,
      snapshotIndexed.create({
        workspaceId,
        userId: ctx.actor.userId,
        documentId: document.id,
        snapshotId: snapshot.id,
      }),
    );
    // Last, because from here on other writers of the workspace's index wait for this transaction.
    await indexChunks(tx, ctx, { ...revision, chunks });
    return { chunks: chunks.length, marked };
  });
}

async function isIndexed(tx: Tx, ctx: WorkspaceContext, renditionId: string): Promise<boolean> {
  const [chunk] = await tx
    .select({ id: chunkRows.id })
    .from(chunkRows)
    .where(and(eq(chunkRows.workspaceId, ctx.workspace.id), eq(chunkRows.renditionId, renditionId)))
    .limit(1);
  return chunk !== undefined;
}
