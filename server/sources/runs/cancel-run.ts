import { and, eq } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { sourceRuns, sources } from "@/drizzle/schema";
import { nextRun } from "@/server/crawling/schedule";
import { announce } from "@/server/jobs/announce";
import { sourceScanCancelled } from "@/server/jobs/events";
import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { ConflictError } from "@/server/platform/errors";
import { announceLive } from "@/server/platform/live";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { requireRun, requireSource } from "../queries";
import { effectiveSchedule } from "./effective-schedule";

/** Stops a run; what it has brought stays, and the source waits for its next time. Throws NotFoundError, ConflictError (it has ended). */
export async function cancelRun(ctx: WorkspaceContext, id: string): Promise<void> {
  authorize(ctx, "sources:scan");
  await inWorkspace(ctx, async (tx) => {
    const run = await requireRun(tx, ctx, id);
    if (run.status !== "queued" && run.status !== "running") throw new ConflictError("This run has already ended.");
    await tx
      .update(sourceRuns)
      .set({ status: "cancelled", reason: "Stopped by a person.", currentUrl: null, finishedAt: new Date() })
      .where(and(eq(sourceRuns.workspaceId, ctx.workspace.id), eq(sourceRuns.id, id)));
    await waitForNextTime(tx, ctx, run.sourceId);
    await recordAudit(tx, ctx, { action: "source.cancel_scan", subjectId: run.sourceId, detail: { runId: id } });
    await announce(
      tx,
      sourceScanCancelled.create({ workspaceId: ctx.workspace.id, userId: null, sourceId: run.sourceId, runId: id }),
    );
    announceLive(ctx, "source", run.sourceId);
  });
}

/** A source that is due (a new one is, from its first moment) would be read again within the minute in which a person stopped it. */
async function waitForNextTime(tx: Tx, ctx: WorkspaceContext, sourceId: string): Promise<void> {
  const now = new Date();
  const source = await requireSource(tx, ctx, sourceId);
  if (!source.nextRunAt || source.nextRunAt > now) return;
  await tx
    .update(sources)
    .set({ nextRunAt: nextRun(effectiveSchedule(source), now, now, source.id) })
    .where(and(eq(sources.workspaceId, ctx.workspace.id), eq(sources.id, sourceId)));
}
