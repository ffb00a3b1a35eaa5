import { and, desc, eq, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import {
  chunks as chunkRows,
  type Document,
  documents,
  type RenditionRow,
  renditions,
  snapshots,
} from "@/drizzle/schema";
import { fileNameOf } from "@/lib/file-name";
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
    // Two jobs can read one version, when it was cancelled and asked for again before the first job noticed: they take turns.
    await tx
      .select({ id: snapshots.id })
      .from(snapshots)
      .where(and(eq(snapshots.workspaceId, workspaceId), eq(snapshots.id, input.snapshotId)))
      .for("update");
    const snapshot = await requireSnapshot(tx, ctx, input.snapshotId);
    if (snapshot.status === "cancelled") return { chunks: 0, marked: { stale: [] } };
    const document = await requireDocument(tx, ctx, snapshot.documentId);
    // Indexed already: taking it out and putting it back would let a search that runs meanwhile miss it.
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
      .set({
        currentSnapshotId: snapshot.id,
        updatedAt: new Date(),
        title: await titleAfter(tx, ctx, document, rendition),
      })
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

/** What the document is called with this version: by the version's own title, unless a person has renamed the document. */
async function titleAfter(tx: Tx, ctx: WorkspaceContext, document: Document, { title }: RenditionRow): Promise<string> {
  if (title === null || document.currentSnapshotId === null) return title ?? document.title;
  const [before] = await tx
    .select({ title: renditions.title })
    .from(renditions)
    .where(and(eq(renditions.workspaceId, ctx.workspace.id), eq(renditions.snapshotId, document.currentSnapshotId)))
    .orderBy(desc(renditions.id))
    .limit(1);
  // Without a title of its own an upload is called by its file name, and what a source brought as the source called it.
  const isUpload = document.origin === "upload" || document.origin === "paste";
  const unchanged = before?.title ?? (isUpload ? fileNameOf(document.path) : document.title);
  return document.title === unchanged ? title : document.title;
}

async function isIndexed(tx: Tx, ctx: WorkspaceContext, renditionId: string): Promise<boolean> {
  const [chunk] = await tx
    .select({ id: chunkRows.id })
    .from(chunkRows)
    .where(and(eq(chunkRows.workspaceId, ctx.workspace.id), eq(chunkRows.renditionId, renditionId)))
    .limit(1);
  return chunk !== undefined;
}
