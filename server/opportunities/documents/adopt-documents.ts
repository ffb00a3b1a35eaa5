import { and, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { documents, type Opportunity, opportunities, opportunityDocuments } from "@/drizzle/schema";
import { mayHoldMembers, memberFolder } from "@/server/knowledge/documents";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { mergedInto } from "../merging/merged-into";

/**
 * Links what belongs to an opportunity without anybody saying so: every file of a collection that is its own, and what came out of its archives
 * and mails. What a person took out stays out. In the caller's transaction; returns how many are new.
 */
export async function adoptDocuments(tx: Tx, ctx: WorkspaceContext, opportunity: Opportunity): Promise<number> {
  const workspaceId = ctx.workspace.id;
  let adopted = 0;
  // An archive in an archive brings the next ones.
  for (let depth = 0; depth < 3; depth++) {
    const homes = await homesOf(tx, ctx, opportunity);
    let added = 0;
    for (const { mergedFrom, condition } of homes) {
      const found = await tx
        .select({ documentId: documents.id })
        .from(documents)
        .where(
          and(
            eq(documents.workspaceId, workspaceId),
            isNull(documents.deletedAt),
            inArray(documents.origin, ["upload", "paste", "attachment"]),
            condition,
          ),
        );
      const ids = found.map(({ documentId }) => documentId);
      added += await link(tx, ctx, opportunity.id, ids, mergedFrom);
    }
    adopted += added;
    if (added === 0) break;
  }
  return adopted;
}

interface Home {
  /** What is found there belongs to that one, which was merged into the opportunity; null: to the opportunity itself. */
  mergedFrom: string | null;
  condition: SQL;
}

/** Where its documents arrive: in its archives and mails, in its own collection, and in the own ones of what was merged into it. */
async function homesOf(tx: Tx, ctx: WorkspaceContext, opportunity: Opportunity): Promise<Home[]> {
  const workspaceId = ctx.workspace.id;
  const linked = await tx
    .select({
      path: documents.path,
      collectionId: documents.collectionId,
      origin: documents.origin,
      mergedFrom: opportunityDocuments.mergedFrom,
    })
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
  const homes = linked
    .filter(({ path, origin }) => origin !== "capture" && mayHoldMembers(path))
    .map(
      ({ path, collectionId, mergedFrom }): Home => ({
        mergedFrom,
        condition: sql`(${documents.collectionId} = ${collectionId} and ${documents.origin} = 'attachment' and starts_with(${documents.path}, ${`${memberFolder(path)}/`}))`,
      }),
    );
  const inOwn = (collectionId: string) => eq(documents.collectionId, collectionId);
  if (opportunity.ownsCollection) homes.push({ mergedFrom: null, condition: inOwn(opportunity.collectionId) });
  const merged = await mergedInto(tx, ctx, opportunity.id);
  if (merged.length === 0) return homes;
  const owned = await tx
    .select({ id: opportunities.id, collectionId: opportunities.collectionId })
    .from(opportunities)
    .where(
      and(
        eq(opportunities.workspaceId, workspaceId),
        inArray(opportunities.id, merged),
        eq(opportunities.ownsCollection, true),
      ),
    );
  return [...homes, ...owned.map(({ id, collectionId }) => ({ mergedFrom: id, condition: inOwn(collectionId) }))];
}

/** Says that documents belong to an opportunity; saying it twice is no error. Returns how many are new. */
export async function link(
  tx: Tx,
  ctx: WorkspaceContext,
  opportunityId: string,
  documentIds: string[],
  mergedFrom: string | null = null,
): Promise<number> {
  if (documentIds.length === 0) return 0;
  const added = await tx
    .insert(opportunityDocuments)
    .values(documentIds.map((documentId) => ({ workspaceId: ctx.workspace.id, opportunityId, documentId, mergedFrom })))
    .onConflictDoNothing()
    .returning({ id: opportunityDocuments.documentId });
  return added.length;
}
