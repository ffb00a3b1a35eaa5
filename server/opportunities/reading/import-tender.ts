import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { collections, documents } from "@/drizzle/schema";
import { makeCollection } from "@/server/knowledge/collections";
import { authorize } from "@/server/platform/authorize";
import { InvalidInputError, NotFoundError } from "@/server/platform/errors";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { insertOpportunity } from "../deeds/create-opportunity";
import { adoptDocuments, link } from "../documents/adopt-documents";
import { giveTo } from "../pipeline/set-owner";
import { requestReading } from "./request-reading";
import type { BeginImportInput, ImportTenderInput, StartedImport } from "./schemas";

/**
 * Makes room for a package before its files are uploaded: an opportunity with a collection of its own, both named after the dropped folder or
 * file until the documents say better. Every file that arrives in the collection is read for it.
 */
export async function beginImport(ctx: WorkspaceContext, input: BeginImportInput): Promise<StartedImport> {
  authorize(ctx, "opportunities:write");
  return inWorkspace(ctx, async (tx) => {
    const title = titleOf(input.name);
    const collectionId = await makeCollection(tx, ctx, { name: title });
    const opportunity = await insertOpportunity(tx, ctx, { collectionId, ownsCollection: true, title });
    if (input.ownerId) await giveTo(tx, ctx, opportunity, input.ownerId);
    return { id: opportunity.id, collectionId, documents: 0 };
  });
}

/**
 * Makes an opportunity of documents that are stored already and has them read; archives and mails among them bring their contents. Throws
 * NotFoundError (document, collection), InvalidInputError (documents of several collections, owner).
 */
export async function importTender(ctx: WorkspaceContext, input: ImportTenderInput): Promise<StartedImport> {
  authorize(ctx, "opportunities:write");
  return inWorkspace(ctx, async (tx) => {
    const given = await readGiven(tx, ctx, input);
    const [first] = given.documents;
    const opportunity = await insertOpportunity(tx, ctx, {
      collectionId: given.collectionId,
      title: input.title ?? titleOf(given.name ?? first?.path ?? "Tender"),
    });
    await link(
      tx,
      ctx,
      opportunity.id,
      given.documents.map(({ id }) => id),
    );
    const adopted = await adoptDocuments(tx, ctx, opportunity);
    if (input.ownerId) await giveTo(tx, ctx, opportunity, input.ownerId);
    await requestReading(tx, ctx, opportunity.id);
    return { id: opportunity.id, collectionId: given.collectionId, documents: given.documents.length + adopted };
  });
}

async function readGiven(tx: Tx, ctx: WorkspaceContext, input: ImportTenderInput) {
  const workspaceId = ctx.workspace.id;
  const ids = input.documentIds ? [...new Set(input.documentIds)] : null;
  const found = await tx
    .select({ id: documents.id, path: documents.path, collectionId: documents.collectionId })
    .from(documents)
    .where(
      and(
        eq(documents.workspaceId, workspaceId),
        isNull(documents.deletedAt),
        ids ? inArray(documents.id, ids) : undefined,
        input.collectionId ? eq(documents.collectionId, input.collectionId) : undefined,
      ),
    )
    .orderBy(documents.path)
    .limit(2000);
  if (ids && found.length !== ids.length) throw new NotFoundError("document");
  const collectionId = input.collectionId ?? found[0]?.collectionId;
  const [shelf] = collectionId
    ? await tx
        .select({ id: collections.id, name: collections.name })
        .from(collections)
        .where(and(eq(collections.workspaceId, workspaceId), eq(collections.id, collectionId)))
    : [];
  if (!shelf) throw new NotFoundError("collection");
  if (found.length === 0)
    throw new InvalidInputError(`${shelf.name} holds no documents. Add the tender's files first.`);
  if (found.some((document) => document.collectionId !== shelf.id)) {
    throw new InvalidInputError("The documents stand in several collections. Move them into one first.");
  }
  return { documents: found, collectionId: shelf.id, name: ids ? null : shelf.name };
}

/** "Tenders/Lift_maintenance-2026.zip" is called "Lift maintenance 2026"; a folder's name says more than the files in it. */
export function titleOf(path: string): string {
  const [first = path] = path.split("/");
  const name = first
    .replace(/\.[A-Za-z0-9]{1,5}$/, "")
    .replace(/[_\s]+/g, " ")
    .replace(/(?<=\p{L})-(?=\p{L}|\d)/gu, " ");
  return name.trim().slice(0, 300) || "Tender";
}
