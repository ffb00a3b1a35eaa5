import { and, eq } from "drizzle-orm";
import { sourceRuns } from "@/drizzle/schema";
import { announce } from "@/server/jobs/announce";
import { sourceScanCancelled } from "@/server/jobs/events";
import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { ConflictError } from "@/server/platform/errors";
import { announceLive } from "@/server/platform/live";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { requireRun } from "../queries";

/** Stops a run; what it has brought stays. Throws NotFoundError, ConflictError (it has ended). */
export async function cancelRun(ctx: WorkspaceContext, id: string): Promise<void> {
  authorize(ctx, "sources:scan");
  await inWorkspace(ctx, async (tx) => {
    const run = await requireRun(tx, ctx, id);
    if (run.status !== "queued" && run.status !== "running") throw new ConflictError("This run has already ended.");
    await tx
      .update(sourceRuns)
      .set({ status: "cancelled", reason: "Stopped by a person.", currentUrl: null, finishedAt: new Date() })
      .where(and(eq(sourceRuns.workspaceId, ctx.workspace.id), eq(sourceRuns.id, id)));
    await recordAudit(tx, ctx, { action: "source.cancel_scan", subjectId: run.sourceId, detail: { runId: id } });
    await announce(
      tx,
      sourceScanCancelled.create({ workspaceId: ctx.workspace.id, userId: null, sourceId: run.sourceId, runId: id }),
    );
    announceLive(ctx, "source", run.sourceId);
  });
}
