import { and, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { documents, type Opportunity, opportunityDocuments } from "@/drizzle/schema";
import type { WorkspaceContext } from "@/server/platform/workspace-context";

const container = /\.(zip|eml)$/i;

/**
 * Links what belongs to an opportunity without anybody saying so: every file of a collection that is its own, and what came out of its archives
 * and mails. What a person took out stays out. In the caller's transaction; returns how many are new.
 */
export async function adoptDocuments(tx: Tx, ctx: WorkspaceContext, opportunity: Opportunity): Promise<number> {
  const workspaceId = ctx.workspace.id;
  let adopted = 0;
  // An archive in an archive brings the next ones.
  for (let depth = 0; depth < 3; depth++) {
    const linked = await tx
      .select({ path: documents.path, collectionId: documents.collectionId })
      .from(opportunityDocuments)
      .innerJoin(
        documents,
        and(eq(documents.workspaceId, workspaceId), eq(documents.id, opportunityDocuments.documentId)),
      )
      .where(
        and(
          eq(opportunityDocuments.workspaceId, workspaceId),
          eq(opportunityDocuments.opportunityId, opportunity.id),
          isNull(opportunityDocuments.detachedAt),
          isNull(documents.deletedAt),
        ),
      );
    const homes: SQL[] = linked
      .filter(({ path }) => container.test(path))
      .map(
        ({ path, collectionId }) =>
          sql`(${documents.collectionId} = ${collectionId} and ${documents.origin} = 'attachment' and starts_with(${documents.path}, ${`${path.replace(container, "")}/`}))`,
      );
    if (opportunity.ownsCollection) homes.push(eq(documents.collectionId, opportunity.collectionId));
    if (homes.length === 0) break;
    const found = await tx
      .select({ documentId: documents.id })
      .from(documents)
      .where(
        and(
          eq(documents.workspaceId, workspaceId),
          isNull(documents.deletedAt),
          inArray(documents.origin, ["upload", "paste", "attachment"]),
          or(...homes),
        ),
      );
    const added = await link(
      tx,
      ctx,
      opportunity.id,
      found.map(({ documentId }) => documentId),
    );
    adopted += added;
    if (added === 0) break;
  }
  return adopted;
}

/** Says that documents belong to an opportunity; saying it twice is no error. Returns how many are new. */
export async function link(
  tx: Tx,
  ctx: WorkspaceContext,
  opportunityId: string,
  documentIds: string[],
): Promise<number> {
  if (documentIds.length === 0) return 0;
  const added = await tx
    .insert(opportunityDocuments)
    .values(documentIds.map((documentId) => ({ workspaceId: ctx.workspace.id, opportunityId, documentId })))
    .onConflictDoNothing()
    .returning({ id: opportunityDocuments.documentId });
  return added.length;
}
