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
  const key = (row: { renditionId: string; path: string }) => `${workspaceId} ${row.renditionId} ${row.path}`;
  // Held here, too: what is made ready now may push what was kept out of the cache.
  const prepared = new Map<string, PreparedDocument>();
  const { visible, texts } = await inWorkspace(ctx, async (tx) => {
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
    for (const row of visible) {
      const known = cache.get(key(row));
      if (known) prepared.set(row.renditionId, known);
    }
    const missing = visible.filter((row) => !prepared.has(row.renditionId)).map((row) => row.renditionId);
    if (missing.length === 0) return { visible, texts: [] };
    const texts = await tx
      .select({ id: renditions.id, text: renditions.text, title: renditions.title, blocks: renditions.blocks })
      .from(renditions)
      .where(and(eq(renditions.workspaceId, workspaceId), inArray(renditions.id, missing)));
    return { visible, texts };
  });
  // Only now: the embedded database has one session, and others wait for this transaction.
  const rows = new Map(visible.map((row) => [row.renditionId, row]));
  for (const rendition of texts) {
    const row = rows.get(rendition.id);
    if (!row) continue;
    const document = prepareDocument(row.path, rendition);
    prepared.set(row.renditionId, document);
    cache.set(key(row), document, rendition.text.length + 1000);
    await breathe();
  }
  return visible.flatMap((row) => {
    const document = prepared.get(row.renditionId);
    return document ? [{ ...row, prepared: document }] : [];
  });
}

/** Lets other requests have their turn. */
function breathe(): Promise<void> {
  return new Promise((next) => setImmediate(next));
}
