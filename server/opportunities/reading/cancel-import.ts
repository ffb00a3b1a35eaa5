import { and, eq, inArray, isNull } from "drizzle-orm";
import { documents, opportunityDocuments, opportunityReadings, snapshots } from "@/drizzle/schema";
import { runningPhases } from "@/lib/vocabulary/opportunities";
import { announce } from "@/server/jobs/announce";
import { opportunityReadingCancelled } from "@/server/jobs/events";
import { cancelReading } from "@/server/knowledge/documents";
import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { ConflictError } from "@/server/platform/errors";
import { announceLive } from "@/server/platform/live";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { lockOpportunity } from "../queries";
import { ofReading, requestReading } from "./request-reading";

/** Stops the reading of an opportunity's documents; what has been read stays. Throws NotFoundError, ConflictError (nothing is being read). */
export async function cancelImport(ctx: WorkspaceContext, id: string): Promise<void> {
  authorize(ctx, "opportunities:write");
  await inWorkspace(ctx, async (tx) => {
    await lockOpportunity(tx, ctx, id);
    const [stopped] = await tx
      .update(opportunityReadings)
      .set({ phase: "cancelled", finishedAt: new Date() })
      .where(and(ofReading(ctx, id), inArray(opportunityReadings.phase, runningPhases)))
      .returning({ id: opportunityReadings.opportunityId });
    if (!stopped) throw new ConflictError("Nothing is being read any more, so there is nothing to cancel.");
    const waiting = await tx
      .select({ snapshotId: snapshots.id })
      .from(opportunityDocuments)
      .innerJoin(
        documents,
        and(eq(documents.workspaceId, ctx.workspace.id), eq(documents.id, opportunityDocuments.documentId)),
      )
      .innerJoin(snapshots, and(eq(snapshots.workspaceId, ctx.workspace.id), eq(snapshots.documentId, documents.id)))
      .where(
        and(
          eq(opportunityDocuments.workspaceId, ctx.workspace.id),
          eq(opportunityDocuments.opportunityId, id),
          isNull(opportunityDocuments.detachedAt),
          isNull(documents.deletedAt),
          inArray(snapshots.status, ["queued", "processing"]),
        ),
      );
    for (const { snapshotId } of waiting) {
      // One that has just been finished needs no cancelling.
      await cancelReading(ctx, snapshotId).catch((error: unknown) => {
        if (!(error instanceof ConflictError)) throw error;
      });
    }
    await announce(
      tx,
      opportunityReadingCancelled.create({ workspaceId: ctx.workspace.id, userId: null, opportunityId: id }),
    );
    await recordAudit(tx, ctx, { action: "opportunity.cancel_reading", subjectId: id });
    announceLive(ctx, "opportunity", id);
  });
}

/** Reads the documents of an opportunity again: after a cancellation, a failure, or when a better reading is hoped for. Throws NotFoundError. */
export async function readAgain(ctx: WorkspaceContext, id: string): Promise<void> {
  authorize(ctx, "opportunities:write");
  await inWorkspace(ctx, async (tx) => {
    await lockOpportunity(tx, ctx, id);
    await requestReading(tx, ctx, id);
    await recordAudit(tx, ctx, { action: "opportunity.read_again", subjectId: id });
  });
}
