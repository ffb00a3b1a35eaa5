import { and, desc, eq, ilike, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { documents, renditions, snapshots } from "@/drizzle/schema";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { readPackageInWorker } from "../../reading/read-in-worker";
import { recordNotices } from "../record-notices";
import { readMailNotice } from "./read-mail-notice";

/** A newsletter's whole archive is no announcement. */
const longest = 200_000;

/**
 * A mail that somebody filed has been read: if it announces a tender, the tender is found by it as by any notice, the mail and what is attached
 * to it become its documents. A mail that stands in an opportunity already is one of its documents and nothing else. Returns whether it was
 * taken as a notice. Safe to do twice.
 */
export async function recordMailNotice(ctx: WorkspaceContext, documentId: string): Promise<boolean> {
  const mail = await inWorkspace(ctx, (tx) =>
    tx
      .select({
        path: documents.path,
        collectionId: documents.collectionId,
        snapshotId: snapshots.id,
        sha256: snapshots.sha256,
        fetchedAt: snapshots.fetchedAt,
        text: renditions.text,
        blocks: renditions.blocks,
        pages: renditions.pages,
      })
      .from(documents)
      .innerJoin(
        snapshots,
        and(eq(snapshots.workspaceId, documents.workspaceId), eq(snapshots.id, documents.currentSnapshotId)),
      )
      .innerJoin(
        renditions,
        and(eq(renditions.workspaceId, documents.workspaceId), eq(renditions.snapshotId, snapshots.id)),
      )
      .where(
        and(
          eq(documents.workspaceId, ctx.workspace.id),
          eq(documents.id, documentId),
          isNull(documents.deletedAt),
          isNotNull(documents.currentSnapshotId),
          ilike(documents.path, "%.eml"),
          inArray(documents.origin, ["upload", "paste"]),
          sql`not exists (select from opportunity_documents l where l.workspace_id = ${documents.workspaceId} and l.document_id = ${documents.id})`,
          sql`not exists (select from opportunities o where o.workspace_id = ${documents.workspaceId} and o.collection_id = ${documents.collectionId} and o.owns_collection)`,
        ),
      )
      .orderBy(desc(renditions.id))
      .limit(1),
  );
  const [found] = mail;
  if (!found || found.text.length > longest) return false;
  const { path, text, blocks, pages } = found;
  const { fields } = await readPackageInWorker({
    documents: [{ id: documentId, path, rendition: { text, blocks, pages }, previous: null }],
    now: found.fetchedAt.toISOString(),
  });
  const [heading] = blocks;
  const reading = readMailNotice({
    key: found.sha256,
    text,
    subject: heading?.kind === "heading" ? text.slice(heading.start, heading.end) : null,
    stated: fields,
    readAt: found.fetchedAt,
  });
  if (reading.notices.length === 0) return false;
  await recordNotices(ctx, {
    collectionId: found.collectionId,
    notices: reading.notices.map((facts) => ({
      facts,
      documentId,
      snapshotId: found.snapshotId,
      attachmentIds: [documentId],
    })),
    readAt: found.fetchedAt,
  });
  return true;
}
