import type { Tx } from "@/drizzle/client";
import { documents, renditions, snapshots } from "@/drizzle/schema";
import { newId } from "@/lib/ids";
import type { DocumentKind } from "@/lib/vocabulary/documents";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { indexChunks } from "./index-chunks";
import { detectLanguage } from "./language";

export interface DocumentToIndex {
  collectionId: string;
  title: string;
  texts: readonly string[];
  kind?: DocumentKind;
  tags?: string[];
  fetchedAt?: Date;
}

/** A document with one snapshot and one rendition, each text a chunk of it: what tests and benches search in. */
export async function anIndexedDocument(
  ctx: WorkspaceContext,
  given: DocumentToIndex,
): Promise<{ documentId: string; snapshotId: string; chunkIds: string[] }> {
  return inWorkspace(ctx, (tx) => addIndexedDocument(tx, ctx, given));
}

export async function addIndexedDocument(tx: Tx, ctx: WorkspaceContext, given: DocumentToIndex) {
  const workspaceId = ctx.workspace.id;
  const [documentId, snapshotId, renditionId] = [newId(), newId(), newId()];
  await tx.insert(documents).values({
    workspaceId,
    id: documentId,
    collectionId: given.collectionId,
    path: `${documentId}.txt`,
    title: given.title,
    kind: given.kind ?? "text",
    origin: "upload",
    tags: given.tags ?? [],
    currentSnapshotId: snapshotId,
  });
  await tx.insert(snapshots).values({
    workspaceId,
    id: snapshotId,
    documentId,
    revision: 1,
    fileName: `${documentId}.txt`,
    sha256: snapshotId,
    byteSize: 1,
    storageKey: snapshotId,
    status: "ready",
    ...(given.fetchedAt ? { fetchedAt: given.fetchedAt } : {}),
  });
  const text = given.texts.join("\n\n");
  await tx.insert(renditions).values({
    workspaceId,
    id: renditionId,
    documentId,
    snapshotId,
    extractor: "text",
    version: 1,
    text,
    blocks: [],
    pages: [],
    lines: [],
    warnings: [],
  });
  let at = 0;
  const chunks = given.texts.map((part) => {
    const start = at;
    at += part.length + 2;
    return { headingPath: [], language: detectLanguage(part), page: null, start, end: start + part.length, text: part };
  });
  const { chunkIds } = await indexChunks(tx, ctx, { documentId, snapshotId, renditionId, chunks });
  return { documentId, snapshotId, chunkIds };
}
