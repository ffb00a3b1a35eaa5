import type { Readable } from "node:stream";
import { authorize } from "@/server/platform/authorize";
import { fileStorage } from "@/server/platform/ports";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { VersionRemovedError } from "./errors";
import { requireDocument, requireSnapshot } from "./queries";

export interface OpenedFile {
  fileName: string;
  mime: string | null;
  byteSize: number;
  sha256: string;
  open(range?: { start: number; end: number }): Promise<Readable>;
}

/** The original bytes of one version. Throws NotFoundError, VersionRemovedError. */
export async function openFile(ctx: WorkspaceContext, snapshotId: string): Promise<OpenedFile> {
  authorize(ctx, "documents:read");
  const snapshot = await inWorkspace(ctx, async (tx) => {
    const found = await requireSnapshot(tx, ctx, snapshotId);
    await requireDocument(tx, ctx, found.documentId);
    if (found.removedAt) throw new VersionRemovedError(found.removedAt);
    return found;
  });
  return {
    fileName: snapshot.fileName,
    mime: snapshot.mime,
    byteSize: snapshot.byteSize,
    sha256: snapshot.sha256,
    open: (range) => fileStorage().get(snapshot.storageKey, range),
  };
}
