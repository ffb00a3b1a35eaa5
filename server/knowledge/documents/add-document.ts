import { and, desc, eq, isNull, ne, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { documents, snapshots } from "@/drizzle/schema";
import { fileNameOf } from "@/lib/file-name";
import { newId } from "@/lib/ids";
import type { DocumentOrigin } from "@/lib/vocabulary/documents";
import { announce } from "@/server/jobs/announce";
import { snapshotStored } from "@/server/jobs/events";
import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { InvalidInputError } from "@/server/platform/errors";
import { announceLive } from "@/server/platform/live";
import { storageKey } from "@/server/platform/storage/storage";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { requireCollection } from "../collections/queries";
import { isNewestVersion } from "./queries";
import type { ReceivedFile } from "./received-file";
import type { AddedDocument } from "./schemas";
import { keepBytes, lockBytes } from "./stored-bytes";

export interface AddDocumentInput {
  path: string;
  /** As people call it; without one, the last part of the path. */
  title?: string | undefined;
  fileName?: string | undefined;
  collectionId?: string | undefined;
  origin: DocumentOrigin;
  file: ReceivedFile;
}

/**
 * Stores a file and asks for it to be read. The same bytes in the same collection are one document; new bytes under a known path
 * are a new version of it, and citations of the old version keep pointing at the old one. Throws NotFoundError (collection),
 * InvalidInputError (empty file), ForbiddenError.
 */
export async function addDocument(ctx: WorkspaceContext, input: AddDocumentInput): Promise<AddedDocument> {
  authorize(ctx, "documents:write");
  if (input.file.byteSize === 0)
    throw new InvalidInputError(`${fileNameOf(input.path)} is empty: there is nothing to read in it.`);
  const workspaceId = ctx.workspace.id;
  const collectionId = await inWorkspace(ctx, async (tx) => (await requireCollection(tx, ctx, input.collectionId)).id);
  const key = storageKey(workspaceId, input.file.sha256);
  // The bytes are kept before the row that names them: a row never points at nothing.
  await keepBytes(key, input.file);
  const added = await inWorkspace(ctx, async (tx) => {
    await lockBytes(tx, key);
    // Two uploads of one path, or of the same bytes, take turns.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`documents ${collectionId}`}, 0))`);
    const existing = await findSameBytes(tx, workspaceId, collectionId, input.file.sha256);
    if (existing) return { ...existing, outcome: "existing" as const };

    const known = await findByPath(tx, workspaceId, collectionId, input.path);
    const documentId = known?.id ?? newId();
    if (!known) {
      await tx.insert(documents).values({
        workspaceId,
        id: documentId,
        collectionId,
        path: input.path,
        title: input.title ?? fileNameOf(input.path),
        origin: input.origin,
        createdBy: ctx.actor.userId,
      });
    } else {
      await tx
        .update(documents)
        .set({ deletedAt: null, updatedAt: new Date() })
        .where(and(eq(documents.workspaceId, workspaceId), eq(documents.id, documentId)));
    }
    const revision = known ? (await latestRevision(tx, workspaceId, documentId)) + 1 : 1;
    const snapshotId = newId();
    await tx.insert(snapshots).values({
      workspaceId,
      id: snapshotId,
      documentId,
      revision,
      fileName: input.fileName ?? fileNameOf(input.path),
      sha256: input.file.sha256,
      byteSize: input.file.byteSize,
      storageKey: key,
      createdBy: ctx.actor.userId,
    });
    await recordAudit(tx, ctx, { action: "document.add", subjectId: documentId, detail: { snapshotId, revision } });
    await announce(tx, snapshotStored.create({ workspaceId, userId: ctx.actor.userId, documentId, snapshotId }));
    announceLive(ctx, "document", documentId);
    return { documentId, snapshotId, revision, outcome: known ? ("version" as const) : ("created" as const) };
  });
  // Whoever deleted the same bytes before the row was there has finished by now.
  await keepBytes(key, input.file);
  return added;
}

async function findSameBytes(tx: Tx, workspaceId: string, collectionId: string, sha256: string) {
  const [found] = await tx
    .select({ documentId: snapshots.documentId, snapshotId: snapshots.id, revision: snapshots.revision })
    .from(snapshots)
    .innerJoin(documents, and(eq(documents.workspaceId, snapshots.workspaceId), eq(documents.id, snapshots.documentId)))
    .where(
      and(
        eq(snapshots.workspaceId, workspaceId),
        eq(snapshots.sha256, sha256),
        eq(documents.collectionId, collectionId),
        isNull(documents.deletedAt),
        ne(snapshots.status, "cancelled"),
        // An old version's bytes given again are meant to become the newest version.
        isNewestVersion,
      ),
    )
    .limit(1);
  return found;
}

async function findByPath(tx: Tx, workspaceId: string, collectionId: string, path: string) {
  const [found] = await tx
    .select({ id: documents.id })
    .from(documents)
    .where(
      and(eq(documents.workspaceId, workspaceId), eq(documents.collectionId, collectionId), eq(documents.path, path)),
    );
  return found;
}

async function latestRevision(tx: Tx, workspaceId: string, documentId: string): Promise<number> {
  const [latest] = await tx
    .select({ revision: snapshots.revision })
    .from(snapshots)
    .where(and(eq(snapshots.workspaceId, workspaceId), eq(snapshots.documentId, documentId)))
    .orderBy(desc(snapshots.revision))
    .limit(1);
  return latest?.revision ?? 0;
}
