import { and, desc, eq } from "drizzle-orm";
import { renditions } from "@/drizzle/schema";
import { authorize } from "@/server/platform/authorize";
import { NotFoundError } from "@/server/platform/errors";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { VersionRemovedError } from "./errors";
import { requireDocument, requireSnapshot } from "./queries";
import type { RenditionInput, RenditionOutput } from "./schemas";

/** The text and structure of one version of a document, to be shown and highlighted. Throws NotFoundError. */
export async function getRendition(ctx: WorkspaceContext, input: RenditionInput): Promise<RenditionOutput> {
  authorize(ctx, "documents:read");
  return inWorkspace(ctx, async (tx) => {
    const document = await requireDocument(tx, ctx, input.documentId);
    const snapshotId = input.snapshotId ?? document.currentSnapshotId;
    const [rendition] = await tx
      .select()
      .from(renditions)
      .where(
        and(
          eq(renditions.workspaceId, ctx.workspace.id),
          eq(renditions.documentId, input.documentId),
          ...(input.renditionId
            ? [eq(renditions.id, input.renditionId)]
            : snapshotId
              ? [eq(renditions.snapshotId, snapshotId)]
              : []),
        ),
      )
      .orderBy(desc(renditions.id))
      .limit(1);
    if (!rendition) {
      const removedAt = input.snapshotId ? (await requireSnapshot(tx, ctx, input.snapshotId)).removedAt : null;
      throw removedAt ? new VersionRemovedError(removedAt) : new NotFoundError("version");
    }
    const snapshot = await requireSnapshot(tx, ctx, rendition.snapshotId);
    return {
      id: rendition.id,
      documentId: rendition.documentId,
      snapshotId: rendition.snapshotId,
      extractor: rendition.extractor,
      version: rendition.version,
      text: rendition.text,
      title: rendition.title,
      warnings: rendition.warnings,
      isCurrent: rendition.snapshotId === document.currentSnapshotId,
      revision: snapshot.revision,
      mime: snapshot.mime,
      blocks: rendition.blocks,
      pages: rendition.pages,
      lines: rendition.lines,
    };
  });
}
