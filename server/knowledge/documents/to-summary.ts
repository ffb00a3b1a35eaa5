import type { z } from "zod";
import type { Collection, Document, Snapshot } from "@/drizzle/schema";
import type { documentSummary } from "./schemas";

type Summary = z.input<typeof documentSummary>;

export function toVersion(snapshot: Snapshot): Summary["latest"] {
  return {
    id: snapshot.id,
    revision: snapshot.revision,
    fileName: snapshot.fileName,
    sha256: snapshot.sha256,
    byteSize: snapshot.byteSize,
    mime: snapshot.mime,
    status: snapshot.status,
    failureCode: snapshot.failureCode,
    failureReason: snapshot.failureReason,
    progress: snapshot.progress,
    pageCount: snapshot.pageCount,
    chunkCount: snapshot.chunkCount,
    fetchedAt: snapshot.fetchedAt,
    removedAt: snapshot.removedAt,
  };
}

export function toSummary(document: Document, latest: Snapshot, collection: Collection): Summary {
  return {
    id: document.id,
    path: document.path,
    title: document.title,
    kind: document.kind,
    origin: document.origin,
    tags: document.tags,
    collection: { id: collection.id, name: collection.name },
    currentSnapshotId: document.currentSnapshotId,
    latest: toVersion(latest),
    createdAt: document.createdAt,
    updatedAt: document.updatedAt,
  };
}
