import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { type Document, documents, type Snapshot, snapshots } from "@/drizzle/schema";
import { NotFoundError } from "@/server/platform/errors";
import type { WorkspaceContext } from "@/server/platform/workspace-context";

/** The document, as far as the actor may see it. Throws NotFoundError. */
export async function requireDocument(tx: Tx, ctx: WorkspaceContext, id: string): Promise<Document> {
  const [document] = await tx
    .select()
    .from(documents)
    .where(and(eq(documents.workspaceId, ctx.workspace.id), eq(documents.id, id), isNull(documents.deletedAt)));
  if (!document) throw new NotFoundError("document");
  return document;
}

export async function requireSnapshot(tx: Tx, ctx: WorkspaceContext, id: string): Promise<Snapshot> {
  const [snapshot] = await tx
    .select()
    .from(snapshots)
    .where(and(eq(snapshots.workspaceId, ctx.workspace.id), eq(snapshots.id, id)));
  if (!snapshot) throw new NotFoundError("version");
  return snapshot;
}

/** In a join of documents with their snapshots: only the newest version of each, whatever became of it. */
export const isNewestVersion = sql`${snapshots.revision} = (select max(s.revision) from snapshots s where s.workspace_id = ${documents.workspaceId} and s.document_id = ${documents.id})`;

/** All versions of a document, newest first. */
export async function listVersions(tx: Tx, ctx: WorkspaceContext, documentId: string): Promise<Snapshot[]> {
  return tx
    .select()
    .from(snapshots)
    .where(and(eq(snapshots.workspaceId, ctx.workspace.id), eq(snapshots.documentId, documentId)))
    .orderBy(desc(snapshots.revision));
}
