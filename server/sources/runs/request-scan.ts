import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { type SourceRun, sourceRuns } from "@/drizzle/schema";
import { newId } from "@/lib/ids";
import { one } from "@/lib/one";
import { liveRunStatuses, type RunTrigger } from "@/lib/vocabulary/sources";
import { announce } from "@/server/jobs/announce";
import { sourceScanRequested } from "@/server/jobs/events";
import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { announceLive } from "@/server/platform/live";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { emptyCounts, requireSource } from "../queries";

/** Somebody waits for what they asked for; the clock waits for nobody. */
const urgencies: Record<RunTrigger, number> = { person: 600, first: 300, schedule: 0 };

/** Reads the source now. While a run of it is going on, that run is the answer: two at once would ask the site twice. Throws NotFoundError. */
export async function requestScan(ctx: WorkspaceContext, sourceId: string): Promise<SourceRun> {
  authorize(ctx, "sources:scan");
  return inWorkspace(ctx, async (tx) => {
    await requireSource(tx, ctx, sourceId);
    const run = await startRun(tx, ctx, sourceId, "person");
    await recordAudit(tx, ctx, { action: "source.scan", subjectId: sourceId, detail: { runId: run.id } });
    return run;
  });
}

/** The run that is going on, or a new one. The unique index decides between two that ask in the same moment. */
export async function startRun(
  tx: Tx,
  ctx: WorkspaceContext,
  sourceId: string,
  trigger: RunTrigger,
): Promise<SourceRun> {
  const [started] = await tx
    .insert(sourceRuns)
    .values({
      workspaceId: ctx.workspace.id,
      id: newId(),
      sourceId,
      trigger,
      counts: emptyCounts(),
      problems: [],
      requestedBy: ctx.actor.userId,
    })
    .onConflictDoNothing()
    .returning();
  if (!started) {
    return one(
      await tx
        .select()
        .from(sourceRuns)
        .where(
          and(
            eq(sourceRuns.workspaceId, ctx.workspace.id),
            eq(sourceRuns.sourceId, sourceId),
            inArray(sourceRuns.status, [...liveRunStatuses]),
          ),
        ),
    );
  }
  // The run works for the workspace: what it reads does not depend on who happened to press the button.
  await announce(
    tx,
    sourceScanRequested.create({
      workspaceId: ctx.workspace.id,
      userId: null,
      sourceId,
      runId: started.id,
      urgency: urgencies[trigger],
    }),
  );
  announceLive(ctx, "source", sourceId);
  return started;
}
