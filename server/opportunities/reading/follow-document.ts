import { and, eq, exists, inArray, isNull, or, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import {
  amendments,
  documents,
  opportunities,
  opportunityDocuments,
  opportunityReadings,
  requirementRevisions,
  requirements,
} from "@/drizzle/schema";
import { runningPhases } from "@/lib/vocabulary/opportunities";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { survivorOf } from "../merging/merged-into";
import { refreshOpportunity } from "../refresh/refresh-opportunity";
import { dropEvidence } from "./drop-evidence";
import { forgetDocuments } from "./forget-documents";
import { ofReading, requestReading } from "./request-reading";

/** A document has been read, for the first time or anew: the opportunities that it belongs to are read again. Returns how many. */
export async function followDocument(ctx: WorkspaceContext, documentId: string): Promise<number> {
  return inWorkspace(ctx, async (tx) => {
    const [document] = await tx
      .select({
        collectionId: documents.collectionId,
        origin: documents.origin,
        snapshotId: documents.currentSnapshotId,
      })
      .from(documents)
      .where(
        and(eq(documents.workspaceId, ctx.workspace.id), eq(documents.id, documentId), isNull(documents.deletedAt)),
      );
    if (!document) return 0;
    // A file inside an archive belongs where the archive belongs; the reading itself takes it in.
    const isGiven = document.origin !== "capture";
    const owners = isGiven ? await ownersOf(tx, ctx, document.collectionId) : [];
    const following = await tx
      .select({ id: opportunities.id })
      .from(opportunities)
      .where(
        and(
          eq(opportunities.workspaceId, ctx.workspace.id),
          isNull(opportunities.deletedAt),
          isNull(opportunities.mergedIntoId),
          or(
            exists(
              tx
                .select({ one: sql`1` })
                .from(opportunityDocuments)
                .where(
                  and(
                    eq(opportunityDocuments.workspaceId, opportunities.workspaceId),
                    eq(opportunityDocuments.opportunityId, opportunities.id),
                    eq(opportunityDocuments.documentId, documentId),
                    isNull(opportunityDocuments.detachedAt),
                    sql`${opportunityDocuments.shreddedSnapshotId} is distinct from ${document.snapshotId}`,
                  ),
                ),
            ),
            owners.length > 0
              ? and(
                  inArray(opportunities.id, owners),
                  sql`not exists (select from ${opportunityDocuments} l where l.workspace_id = ${ctx.workspace.id} and l.opportunity_id = ${opportunities.id} and l.document_id = ${documentId})`,
                )
              : undefined,
          ),
        ),
      )
      .orderBy(opportunities.id)
      // The end of a reading holds the same lock, so that no document falls between two readings.
      .for("update");
    let asked = 0;
    for (const { id } of following) {
      if (await isBeingRead(tx, ctx, id)) continue;
      await requestReading(tx, ctx, id);
      asked++;
    }
    return asked;
  });
}

/** For whom files arrive in a collection: the opportunity whose own it is, or the one into which that was merged. */
async function ownersOf(tx: Tx, ctx: WorkspaceContext, collectionId: string): Promise<string[]> {
  const owning = await tx
    .select({ id: opportunities.id })
    .from(opportunities)
    .where(
      and(
        eq(opportunities.workspaceId, ctx.workspace.id),
        eq(opportunities.collectionId, collectionId),
        eq(opportunities.ownsCollection, true),
      ),
    );
  const owners = await Promise.all(owning.map(({ id }) => survivorOf(tx, ctx, id)));
  return [...new Set(owners)];
}

async function isBeingRead(tx: Tx, ctx: WorkspaceContext, opportunityId: string): Promise<boolean> {
  const [reading] = await tx
    .select({ phase: opportunityReadings.phase })
    .from(opportunityReadings)
    .where(ofReading(ctx, opportunityId));
  return reading !== undefined && runningPhases.includes(reading.phase);
}

/**
 * A document was removed from the library: its words leave the opportunities that it belonged to. What people wrote themselves stays, its
 * citation unsupported. Safe to run twice.
 */
export async function forgetDeletedDocument(ctx: WorkspaceContext, documentId: string): Promise<void> {
  await inWorkspace(ctx, async (tx) => {
    const workspaceId = ctx.workspace.id;
    const linked = await tx
      .select({ id: opportunityDocuments.opportunityId })
      .from(opportunityDocuments)
      .where(and(eq(opportunityDocuments.workspaceId, workspaceId), eq(opportunityDocuments.documentId, documentId)))
      .orderBy(opportunityDocuments.opportunityId);
    for (const { id } of linked) {
      await tx
        .select({ id: opportunities.id })
        .from(opportunities)
        .where(and(eq(opportunities.workspaceId, workspaceId), eq(opportunities.id, id)))
        .for("update");
      await forgetDocuments(tx, ctx, id, [documentId]);
      const read = and(
        eq(requirements.workspaceId, workspaceId),
        eq(requirements.opportunityId, id),
        eq(requirements.documentId, documentId),
      );
      const gone = await tx
        .select({ id: requirements.id, evidenceId: requirements.evidenceId })
        .from(requirements)
        .where(and(read, isNull(requirements.editedBy)));
      const ids = gone.map((row) => row.id);
      if (ids.length > 0) {
        await dropEvidence(tx, ctx, "requirement", gone);
        await tx
          .delete(requirementRevisions)
          .where(
            and(eq(requirementRevisions.workspaceId, workspaceId), inArray(requirementRevisions.requirementId, ids)),
          );
        await tx
          .update(requirements)
          .set({ duplicateOfId: null })
          .where(and(eq(requirements.workspaceId, workspaceId), inArray(requirements.duplicateOfId, ids)));
        await tx
          .delete(requirements)
          .where(and(eq(requirements.workspaceId, workspaceId), inArray(requirements.id, ids)));
      }
      await tx.update(requirements).set({ leadIn: null, due: null, fingerprint: "" }).where(read);
      await tx
        .delete(amendments)
        .where(
          and(
            eq(amendments.workspaceId, workspaceId),
            eq(amendments.opportunityId, id),
            eq(amendments.documentId, documentId),
          ),
        );
      await refreshOpportunity(tx, ctx, id);
    }
  });
}
