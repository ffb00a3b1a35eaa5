import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { documents, type Opportunity, opportunityDocuments, opportunityReadings, snapshots } from "@/drizzle/schema";
import { type ReadingPhase, runningPhases } from "@/lib/vocabulary/opportunities";
import { announce } from "@/server/jobs/announce";
import { opportunityRead } from "@/server/jobs/events";
import { isNewestVersion } from "@/server/knowledge/documents";
import { NotFoundError } from "@/server/platform/errors";
import { announceLive } from "@/server/platform/live";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { adoptDocuments } from "../documents/adopt-documents";
import { tellFollowers } from "../pipeline/tell-followers";
import { lockOpportunity } from "../queries";
import { refreshOpportunity } from "../refresh/refresh-opportunity";
import { loadPackage, toPackage } from "./load-package";
import type { MovedStatement } from "./moved-statements";
import { readPackageInWorker } from "./read-in-worker";
import { ofReading, requestReading } from "./request-reading";
import { storeDeadlines } from "./store-deadlines";
import { storeFields } from "./store-fields";
import { takeVersions } from "./take-versions";

export interface ReadingOutlook {
  /** Nothing is to be done any more: called off, or the opportunity is gone. */
  isOver: boolean;
  /** Files that are still being read as files. */
  waiting: number;
  /** Files that have been read and not yet for this opportunity. */
  unshredded: number;
}

/** Links the documents that have come to belong to the opportunity, and says how far all of them have been read. */
export async function lookAtReading(ctx: WorkspaceContext, opportunityId: string): Promise<ReadingOutlook> {
  return inWorkspace(ctx, async (tx) => {
    const opportunity = await lockReadable(tx, ctx, opportunityId);
    if (!opportunity) return { isOver: true, waiting: 0, unshredded: 0 };
    if ((await adoptDocuments(tx, ctx, opportunity)) > 0) announceLive(ctx, "opportunity", opportunityId);
    return { isOver: false, ...(await countFiles(tx, ctx, opportunityId)) };
  });
}

/** Classifies the documents that can be read and keeps the fields and dates that they state; says which versions these were. Safe to run again. */
export async function readTenderFields(
  ctx: WorkspaceContext,
  opportunityId: string,
): Promise<{ documents: number; snapshotIds: string[] }> {
  const loaded = await inWorkspace(ctx, async (tx) => {
    if (!(await lockReadable(tx, ctx, opportunityId))) return [];
    await setPhase(tx, ctx, opportunityId, "fields");
    return (await loadPackage(tx, ctx, opportunityId)).readable;
  });
  if (loaded.length === 0) return { documents: 0, snapshotIds: [] };
  const read = await readPackageInWorker({ documents: toPackage(loaded), now: new Date().toISOString() });
  // What a newer paper replaces says nothing any more: the package is read once more without it.
  if (await takeVersions(ctx, opportunityId, read.versions)) return readTenderFields(ctx, opportunityId);
  await inWorkspace(ctx, async (tx) => {
    const opportunity = await lockReadable(tx, ctx, opportunityId);
    if (!opportunity) return;
    for (const { id, role, isDraft, reason } of read.roles) {
      if (loaded.find((document) => document.id === id)?.isRoleSetByPerson) continue;
      await tx
        .update(opportunityDocuments)
        .set({ role, isDraft, roleReason: reason })
        .where(
          and(
            eq(opportunityDocuments.workspaceId, ctx.workspace.id),
            eq(opportunityDocuments.opportunityId, opportunityId),
            eq(opportunityDocuments.documentId, id),
            isNull(opportunityDocuments.roleSetBy),
          ),
        );
    }
    await storeFields(tx, ctx, opportunityId, loaded, read.fields.fields);
    const moved = await storeDeadlines(tx, ctx, opportunityId, loaded, read.fields);
    const refreshed = await refreshOpportunity(tx, ctx, opportunityId);
    await noteMoves(tx, ctx, opportunityId, moved);
    if (refreshed.isNewlyContradicted) {
      await tellFollowers(tx, ctx, refreshed.after, {
        kind: "deadline_contradicted",
        title: `${refreshed.after.title}: its documents disagree on the submission date`,
        body: "The earlier date drives the reminders until somebody decides.",
        occasion: `deadline_contradicted ${opportunityId} ${refreshed.after.updatedAt.toISOString()}`,
      });
    }
  });
  return { documents: loaded.length, snapshotIds: loaded.map(({ snapshotId }) => snapshotId) };
}

/** Dates that moved wait with the reading until the amendment that moved them is written. */
async function noteMoves(tx: Tx, ctx: WorkspaceContext, opportunityId: string, moved: readonly MovedStatement[]) {
  if (moved.length === 0) return;
  await tx
    .update(opportunityReadings)
    .set({ movedDates: sql`${opportunityReadings.movedDates} || ${JSON.stringify(moved)}::jsonb` })
    .where(ofReading(ctx, opportunityId));
}

/** Ends the reading when nothing is left to be read; otherwise says that there is more. */
export async function finishReading(ctx: WorkspaceContext, opportunityId: string): Promise<{ isDone: boolean }> {
  return inWorkspace(ctx, async (tx) => {
    const opportunity = await lockReadable(tx, ctx, opportunityId);
    if (!opportunity) return { isDone: true };
    await adoptDocuments(tx, ctx, opportunity);
    const { waiting, unshredded } = await countFiles(tx, ctx, opportunityId);
    if (waiting > 0 || unshredded > 0) {
      await setPhase(tx, ctx, opportunityId, "reading");
      return { isDone: false };
    }
    await tx
      .update(opportunityReadings)
      .set({ phase: "done", finishedAt: new Date(), problem: null, movedDates: [] })
      .where(ofReading(ctx, opportunityId));
    await refreshOpportunity(tx, ctx, opportunityId);
    await announce(tx, opportunityRead.create({ workspaceId: ctx.workspace.id, userId: null, opportunityId }));
    return { isDone: true };
  });
}

/** A job had to end before all files were through: another one goes on where it stood. */
export async function askForReadingAgain(ctx: WorkspaceContext, opportunityId: string): Promise<void> {
  await inWorkspace(ctx, async (tx) => {
    if (await lockReadable(tx, ctx, opportunityId)) await requestReading(tx, ctx, opportunityId);
  });
}

/** Keeps why the reading stopped, where the person who brought the files will look. */
export async function failReading(ctx: WorkspaceContext, opportunityId: string, problem: string): Promise<void> {
  await inWorkspace(ctx, async (tx) => {
    await tx
      .update(opportunityReadings)
      .set({ phase: "failed", problem, finishedAt: new Date() })
      .where(and(ofReading(ctx, opportunityId), inArray(opportunityReadings.phase, runningPhases)));
    announceLive(ctx, "opportunity", opportunityId);
  });
}

/** A reading whose job gave up goes on; its job is started by the caller. */
export async function reopenTenderReading(ctx: WorkspaceContext, opportunityId: string): Promise<void> {
  await inWorkspace(ctx, async (tx) => {
    await tx
      .update(opportunityReadings)
      .set({ phase: "reading", problem: null, finishedAt: null })
      .where(and(ofReading(ctx, opportunityId), eq(opportunityReadings.phase, "failed")));
    announceLive(ctx, "opportunity", opportunityId);
  });
}

export async function setPhase(
  tx: Tx,
  ctx: WorkspaceContext,
  opportunityId: string,
  phase: ReadingPhase,
): Promise<void> {
  await tx.update(opportunityReadings).set({ phase }).where(ofReading(ctx, opportunityId));
  announceLive(ctx, "opportunity", opportunityId);
}

/** The opportunity, locked, unless its reading was called off or it is gone. */
export async function lockReadable(tx: Tx, ctx: WorkspaceContext, opportunityId: string): Promise<Opportunity | null> {
  let opportunity: Opportunity;
  try {
    opportunity = await lockOpportunity(tx, ctx, opportunityId);
  } catch (error) {
    if (error instanceof NotFoundError) return null;
    throw error;
  }
  const [reading] = await tx
    .select({ phase: opportunityReadings.phase })
    .from(opportunityReadings)
    .where(ofReading(ctx, opportunityId));
  return reading && runningPhases.includes(reading.phase) ? opportunity : null;
}

export async function countFiles(tx: Tx, ctx: WorkspaceContext, opportunityId: string) {
  const workspaceId = ctx.workspace.id;
  const [counted] = await tx
    .select({
      waiting: sql<number>`(count(*) filter (where ${snapshots.status} in ('queued', 'processing')))::int`,
      unshredded: sql<number>`(count(*) filter (where ${documents.currentSnapshotId} is not null and ${documents.currentSnapshotId} is distinct from ${opportunityDocuments.shreddedSnapshotId}))::int`,
    })
    .from(opportunityDocuments)
    .innerJoin(
      documents,
      and(eq(documents.workspaceId, workspaceId), eq(documents.id, opportunityDocuments.documentId)),
    )
    .innerJoin(
      snapshots,
      and(eq(snapshots.workspaceId, workspaceId), eq(snapshots.documentId, documents.id), isNewestVersion),
    )
    .where(
      and(
        eq(opportunityDocuments.workspaceId, workspaceId),
        eq(opportunityDocuments.opportunityId, opportunityId),
        isNull(opportunityDocuments.detachedAt),
        isNull(documents.deletedAt),
      ),
    );
  return { waiting: counted?.waiting ?? 0, unshredded: counted?.unshredded ?? 0 };
}
