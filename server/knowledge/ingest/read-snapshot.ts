import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { and, eq, inArray } from "drizzle-orm";
import { documents, renditions, type Snapshot, snapshots } from "@/drizzle/schema";
import { dataPath } from "@/lib/env";
import { newId } from "@/lib/ids";
import type { Rendition } from "@/lib/rendition";
import type { DocumentKind, SnapshotStatus } from "@/lib/vocabulary/documents";
import { announceLive } from "@/server/platform/live";
import { fileStorage } from "@/server/platform/ports";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { requireSnapshot } from "../documents/queries";
import { addMembers } from "./add-members";
import { type ParsedFile, parseFile, UnreadableFileError } from "./parsing";

export type ReadSnapshotResult =
  | { outcome: "read"; renditionId: string }
  | { outcome: "unpacked"; members: number }
  | { outcome: "unreadable" }
  | { outcome: "cancelled" };

/** A version in any other state was read, failed, or was cancelled by a person. */
const beingRead: SnapshotStatus[] = ["queued", "processing"];

/**
 * Reads a stored file in the parsing process and keeps what was read as a rendition. A file that cannot be read is marked so, with
 * its reason: that is an answer, not an error. Safe to run again: the same extractor's rendition of a snapshot is stored once.
 */
export async function readSnapshot(ctx: WorkspaceContext, snapshotId: string): Promise<ReadSnapshotResult> {
  const snapshot = await inWorkspace(ctx, async (tx) => {
    const found = await requireSnapshot(tx, ctx, snapshotId);
    const [begun] = await tx
      .update(snapshots)
      .set({ status: "processing" })
      .where(and(byId(ctx, snapshotId), inArray(snapshots.status, beingRead)))
      .returning({ id: snapshots.id });
    if (!begun) return null;
    announceLive(ctx, "document", found.documentId);
    return found;
  });
  if (!snapshot) return { outcome: "cancelled" };
  const capturedFrom = await addressOf(ctx, snapshot);
  const stop = new AbortController();
  try {
    return await withLocalCopy(snapshot, async (path) => {
      const parsed = await parseFile(
        { path, name: snapshot.fileName, capturedFrom },
        { signal: stop.signal, onProgress: reportProgress(ctx, snapshot, stop) },
      );
      if (parsed.kind === "container") return await unpack(ctx, snapshot, parsed);
      return await store(ctx, snapshot, parsed.mime, parsed.extension, parsed.rendition);
    });
  } catch (error) {
    if (stop.signal.aborted) return { outcome: "cancelled" };
    if (!(error instanceof UnreadableFileError)) throw error;
    await recordUnreadable(ctx, snapshot, error.reason, error.message);
    return { outcome: "unreadable" };
  }
}

/** The address that a captured page came from; undefined for what people gave us. */
async function addressOf(ctx: WorkspaceContext, snapshot: Snapshot): Promise<string | undefined> {
  const [document] = await inWorkspace(ctx, (tx) =>
    tx
      .select({ origin: documents.origin, path: documents.path })
      .from(documents)
      .where(and(eq(documents.workspaceId, ctx.workspace.id), eq(documents.id, snapshot.documentId))),
  );
  return document?.origin === "capture" ? document.path : undefined;
}

async function unpack(
  ctx: WorkspaceContext,
  snapshot: Snapshot,
  parsed: Extract<ParsedFile, { kind: "container" }>,
): Promise<ReadSnapshotResult> {
  const { added, leftOut } = await addMembers(ctx, snapshot, parsed.members);
  const warnings = [...(parsed.rendition?.warnings ?? []), ...shorten([...parsed.leftOut, ...leftOut])];
  if (parsed.rendition) return store(ctx, snapshot, parsed.mime, "email", { ...parsed.rendition, warnings });
  await inWorkspace(ctx, async (tx) => {
    // An archive has no text of its own, but something may have to be said of it.
    if (warnings.length > 0) {
      const empty = { text: "", blocks: [], pages: [], lines: [], title: null };
      await tx
        .insert(renditions)
        .values({
          workspaceId: ctx.workspace.id,
          documentId: snapshot.documentId,
          snapshotId: snapshot.id,
          extractor: "zip",
          version: 1,
          ...empty,
          warnings,
        })
        .onConflictDoNothing();
    }
    await tx
      .update(snapshots)
      .set({ status: "ready", mime: parsed.mime, progress: null, chunkCount: 0 })
      .where(and(byId(ctx, snapshot.id), inArray(snapshots.status, beingRead)));
    announceLive(ctx, "document", snapshot.documentId);
  });
  return { outcome: "unpacked", members: added };
}

const mostWarnings = 200;

function shorten(warnings: string[]): string[] {
  if (warnings.length <= mostWarnings) return warnings;
  return [...warnings.slice(0, mostWarnings), `And ${warnings.length - mostWarnings} more were left out.`];
}

async function store(
  ctx: WorkspaceContext,
  snapshot: Snapshot,
  mime: string,
  kind: DocumentKind,
  rendition: Rendition,
): Promise<ReadSnapshotResult> {
  return inWorkspace(ctx, async (tx) => {
    const workspaceId = ctx.workspace.id;
    const current = await requireSnapshot(tx, ctx, snapshot.id);
    if (current.status === "cancelled") return { outcome: "cancelled" as const };
    await tx
      .insert(renditions)
      .values({
        workspaceId,
        id: newId(),
        documentId: snapshot.documentId,
        snapshotId: snapshot.id,
        extractor: rendition.extractor,
        version: rendition.version,
        text: rendition.text,
        blocks: rendition.blocks,
        pages: rendition.pages,
        lines: rendition.lines,
        title: rendition.title,
        warnings: rendition.warnings,
      })
      .onConflictDoNothing();
    const [stored] = await tx
      .select({ id: renditions.id })
      .from(renditions)
      .where(
        and(
          eq(renditions.workspaceId, workspaceId),
          eq(renditions.snapshotId, snapshot.id),
          eq(renditions.extractor, rendition.extractor),
          eq(renditions.version, rendition.version),
        ),
      );
    if (!stored) throw new Error("the rendition was not stored");
    await tx
      .update(snapshots)
      .set({ mime, pageCount: rendition.pages.length || null, progress: null })
      .where(byId(ctx, snapshot.id));
    await tx
      .update(documents)
      .set({ kind })
      .where(and(eq(documents.workspaceId, workspaceId), eq(documents.id, snapshot.documentId)));
    return { outcome: "read" as const, renditionId: stored.id };
  });
}

/** Keeps the reason with the file, where the person who gave it will look. One that was cancelled meanwhile stays cancelled. */
export async function recordUnreadable(
  ctx: WorkspaceContext,
  snapshot: { id: string; documentId: string },
  code: string,
  reason: string,
): Promise<void> {
  await inWorkspace(ctx, async (tx) => {
    await tx
      .update(snapshots)
      .set({ status: "failed", failureCode: code, failureReason: reason, progress: null })
      .where(and(byId(ctx, snapshot.id), inArray(snapshots.status, beingRead)));
    announceLive(ctx, "document", snapshot.documentId);
  });
}

/** Writes the page being read at most once a second, and stops the reading when it was called off meanwhile. */
function reportProgress(ctx: WorkspaceContext, snapshot: Snapshot, stop: AbortController) {
  let last = 0;
  return (progress: { page: number; pages: number }) => {
    if (Date.now() - last < 1000) return;
    last = Date.now();
    inWorkspace(ctx, async (tx) => {
      const current = await requireSnapshot(tx, ctx, snapshot.id);
      if (current.status === "cancelled") return stop.abort();
      await tx.update(snapshots).set({ progress }).where(byId(ctx, snapshot.id));
      announceLive(ctx, "document", snapshot.documentId);
      // Progress is a courtesy: failing to note it must not fail the reading.
    }).catch(() => {});
  };
}

async function withLocalCopy<T>(snapshot: Snapshot, use: (path: string) => Promise<T>): Promise<T> {
  const folder = dataPath("parsing");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, newId());
  try {
    await pipeline(await fileStorage().get(snapshot.storageKey), createWriteStream(path, { mode: 0o600 }));
    return await use(path);
  } finally {
    await rm(path, { force: true });
  }
}

function byId(ctx: WorkspaceContext, id: string) {
  return and(eq(snapshots.workspaceId, ctx.workspace.id), eq(snapshots.id, id));
}
