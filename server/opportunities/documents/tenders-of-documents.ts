import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { opportunities, opportunityDocuments } from "@/drizzle/schema";
import type { WorkspaceContext } from "@/server/platform/workspace-context";

/** The opportunity that a document belongs to, as other domains name it. */
export interface TenderOfDocument {
  id: string;
  number: number;
  title: string;
  reference: string | null;
  /** Its files stand in a collection of its own, so that one can ask within it alone; else null. */
  collectionId: string | null;
}

/** For each document the opportunity whose paper it is, as far as the actor may see it. A paper of several stands for none of them. */
export async function tendersOfDocuments(
  tx: Tx,
  ctx: WorkspaceContext,
  documentIds: readonly string[],
): Promise<Map<string, TenderOfDocument>> {
  if (documentIds.length === 0) return new Map();
  const rows = await tx
    .select({
      documentId: opportunityDocuments.documentId,
      id: opportunities.id,
      number: opportunities.number,
      title: opportunities.title,
      reference: opportunities.reference,
      collectionId: opportunities.collectionId,
      ownsCollection: opportunities.ownsCollection,
    })
    .from(opportunityDocuments)
    .innerJoin(
      opportunities,
      and(
        eq(opportunities.workspaceId, opportunityDocuments.workspaceId),
        eq(opportunities.id, opportunityDocuments.opportunityId),
      ),
    )
    .where(
      and(
        eq(opportunityDocuments.workspaceId, ctx.workspace.id),
        inArray(opportunityDocuments.documentId, [...new Set(documentIds)]),
        isNull(opportunityDocuments.detachedAt),
        isNull(opportunities.mergedIntoId),
        isNull(opportunities.deletedAt),
      ),
    )
    .orderBy(asc(opportunities.number));
  const lone = [...Map.groupBy(rows, (row) => row.documentId)].filter(([, found]) => found.length === 1);
  return new Map(
    lone.flatMap(([documentId, found]) =>
      found.map(({ documentId: _, ownsCollection, collectionId, ...tender }) => [
        documentId,
        { ...tender, collectionId: ownsCollection ? collectionId : null },
      ]),
    ),
  );
}
