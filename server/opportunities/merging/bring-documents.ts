import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { type Opportunity, type OpportunityDocument, opportunityDocuments } from "@/drizzle/schema";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { adoptDocuments } from "../documents/adopt-documents";

export interface BroughtDocuments {
  /** Those that the other did not have. */
  brought: string[];
  /** Those that it had already, or had taken out: they stay as they are there. */
  shared: string[];
}

/**
 * Papers of the one are listed with the other, as far as they have been read; what was taken out of either stays out. They stay listed with the
 * merged row too, so that it is whole again when the merge is taken back.
 */
export async function bringDocuments(
  tx: Tx,
  ctx: WorkspaceContext,
  from: Opportunity,
  into: Opportunity,
): Promise<BroughtDocuments> {
  await adoptDocuments(tx, ctx, from);
  const links = await linksOf(tx, ctx, from.id);
  if (links.length === 0) return { brought: [], shared: [] };
  const added = await tx
    .insert(opportunityDocuments)
    .values(
      links.map((link) => ({ ...readingOf(link), opportunityId: into.id, mergedFrom: link.mergedFrom ?? from.id })),
    )
    .onConflictDoNothing()
    .returning({ id: opportunityDocuments.documentId });
  const isNew = new Set(added.map(({ id }) => id));
  const attached = links.filter(({ detachedAt }) => detachedAt === null).map(({ documentId }) => documentId);
  return { brought: attached.filter((id) => isNew.has(id)), shared: attached.filter((id) => !isNew.has(id)) };
}

/**
 * The papers that came from any of `family` go back to `id`, as far as they have been read meanwhile; newer versions that took their place go with
 * them. One that was taken out only there belongs to the merged one as before, and is read anew. Returns all that the other had by the merge.
 */
export async function returnDocuments(
  tx: Tx,
  ctx: WorkspaceContext,
  id: string,
  intoId: string,
  family: readonly string[],
): Promise<string[]> {
  const workspaceId = ctx.workspace.id;
  const links = (await linksOf(tx, ctx, intoId)).filter(({ mergedFrom }) => mergedFrom && family.includes(mergedFrom));
  if (links.length === 0) return [];
  const ids = links.map(({ documentId }) => documentId);
  for (const link of links) {
    const isTakenOut = link.detachedAt !== null && link.shreddedSnapshotId === null;
    const { detachedAt, ...reading } = readingOf(link);
    const mergedFrom = link.mergedFrom === id ? null : link.mergedFrom;
    const back = { ...reading, ...(isTakenOut ? {} : { detachedAt }), mergedFrom };
    await tx
      .insert(opportunityDocuments)
      .values({ ...back, detachedAt, opportunityId: id })
      .onConflictDoUpdate({
        target: [opportunityDocuments.workspaceId, opportunityDocuments.opportunityId, opportunityDocuments.documentId],
        set: back,
      });
  }
  await tx
    .delete(opportunityDocuments)
    .where(
      and(
        eq(opportunityDocuments.workspaceId, workspaceId),
        eq(opportunityDocuments.opportunityId, intoId),
        inArray(opportunityDocuments.documentId, ids),
      ),
    );
  return ids;
}

/** Whether an opportunity has papers that could be read. */
export async function hasDocuments(tx: Tx, ctx: WorkspaceContext, opportunityId: string): Promise<boolean> {
  const [found] = await tx
    .select({ id: opportunityDocuments.documentId })
    .from(opportunityDocuments)
    .where(
      and(
        eq(opportunityDocuments.workspaceId, ctx.workspace.id),
        eq(opportunityDocuments.opportunityId, opportunityId),
        isNull(opportunityDocuments.detachedAt),
      ),
    )
    .limit(1);
  return found !== undefined;
}

function linksOf(tx: Tx, ctx: WorkspaceContext, opportunityId: string): Promise<OpportunityDocument[]> {
  return tx
    .select()
    .from(opportunityDocuments)
    .where(
      and(
        eq(opportunityDocuments.workspaceId, ctx.workspace.id),
        eq(opportunityDocuments.opportunityId, opportunityId),
      ),
    );
}

/** What has been read of a paper and said of it, whichever opportunity it is listed with. */
function readingOf(link: OpportunityDocument) {
  const { opportunityId: _, mergedFrom: __, createdAt: ___, updatedAt: ____, ...reading } = link;
  return reading;
}
