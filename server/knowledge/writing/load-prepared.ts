import { and, eq, inArray } from "drizzle-orm";
import { documents, renditions } from "@/drizzle/schema";
import { LruCache } from "@/lib/lru-cache";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { type PreparedDocument, prepareDocument } from "./prepared-document";

/** A document made ready for questions, and where it came from. */
export interface SourceDocument {
  documentId: string;
  snapshotId: string;
  renditionId: string;
  title: string;
  path: string;
  prepared: PreparedDocument;
}

// Renditions never change, so what was prepared from one stays right; the budget is characters of text kept ready.
const cache = new LruCache<PreparedDocument>(40_000_000);

/**
 * The named renditions, ready for questions. What the actor may read is asked of the database each time; only the work on the
 * text itself is kept. Renditions that cannot be seen are left out.
 */
export async function loadPrepared(ctx: WorkspaceContext, renditionIds: string[]): Promise<SourceDocument[]> {
  if (renditionIds.length === 0) return [];
  const workspaceId = ctx.workspace.id;
  return inWorkspace(ctx, async (tx) => {
    const visible = await tx
      .select({
        documentId: renditions.documentId,
        snapshotId: renditions.snapshotId,
        renditionId: renditions.id,
        title: documents.title,
        path: documents.path,
      })
      .from(renditions)
      .innerJoin(
        documents,
        and(eq(documents.workspaceId, renditions.workspaceId), eq(documents.id, renditions.documentId)),
      )
      .where(and(eq(renditions.workspaceId, workspaceId), inArray(renditions.id, renditionIds)));
    const key = (row: { renditionId: string; path: string }) => `${workspaceId} ${row.renditionId} ${row.path}`;
    const missing = visible.filter((row) => !cache.has(key(row)));
    if (missing.length > 0) {
      const paths = new Map(missing.map((row) => [row.renditionId, row]));
      const texts = await tx
        .select()
        .from(renditions)
        .where(and(eq(renditions.workspaceId, workspaceId), inArray(renditions.id, [...paths.keys()])));
      for (const rendition of texts) {
        const row = paths.get(rendition.id);
        if (row) cache.set(key(row), prepareDocument(row.path, rendition), rendition.text.length + 1000);
      }
    }
    return visible.flatMap((row) => {
      const prepared = cache.get(key(row));
      return prepared ? [{ ...row, prepared }] : [];
    });
  });
}
