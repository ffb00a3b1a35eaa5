import { and, desc, eq, isNull } from "drizzle-orm";
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

/** All versions of a document, newest first. */
export async function listVersions(tx: Tx, ctx: WorkspaceContext, documentId: string): Promise<Snapshot[]> {
  return tx
    .select()
    .from(snapshots)
    .where(and(eq(snapshots.workspaceId, ctx.workspace.id), eq(snapshots.documentId, documentId)))
    .orderBy(desc(snapshots.revision));
}
