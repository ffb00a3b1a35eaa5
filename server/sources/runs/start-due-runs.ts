import { and, asc, eq, isNull, lte } from "drizzle-orm";
import { sources } from "@/drizzle/schema";
import { nextRun } from "@/server/crawling/schedule";
import { logger } from "@/server/platform/logging";
import { inSystem, inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { findSource } from "../queries";
import { effectiveSchedule } from "./effective-schedule";
import { startRun } from "./request-scan";

/**
 * Starts a run of each source whose time has come, in all workspaces, the longest overdue first. A source that cannot be started (its schedule
 * cannot be read, its workspace is being deleted) is logged and holds up no other. `contextOf` resolves the workspace itself.
 */
export async function startDueRuns(
  contextOf: (workspaceId: string) => Promise<WorkspaceContext>,
  now: Date,
  limit: number,
): Promise<{ due: number; started: number; failed: number }> {
  const due = await listDueSources(now, limit);
  const counts = { due: due.length, started: 0, failed: 0 };
  for (const { workspaceId, sourceId } of due) {
    try {
      if (await startDueRun(await contextOf(workspaceId), sourceId, now)) counts.started += 1;
    } catch (error) {
      counts.failed += 1;
      logger.error({ workspaceId, sourceId, err: error }, "a due source could not be started");
    }
  }
  return counts;
}

async function listDueSources(now: Date, limit: number): Promise<{ workspaceId: string; sourceId: string }[]> {
  // Ids only: each workspace starts its own.
  return inSystem((tx) =>
    tx
      .select({ workspaceId: sources.workspaceId, sourceId: sources.id })
      .from(sources)
      .where(and(lte(sources.nextRunAt, now), isNull(sources.deletedAt)))
      .orderBy(asc(sources.nextRunAt))
      .limit(limit),
  );
}

/** The run and the source's next time in one transaction: of two schedulers one starts it. */
async function startDueRun(ctx: WorkspaceContext, sourceId: string, now: Date): Promise<boolean> {
  return inWorkspace(ctx, async (tx) => {
    const source = await findSource(tx, ctx, sourceId);
    if (!source) return false;
    const [moved] = await tx
      .update(sources)
      .set({ nextRunAt: nextRun(effectiveSchedule(source), now, now, source.id) })
      .where(and(eq(sources.workspaceId, ctx.workspace.id), eq(sources.id, sourceId), lte(sources.nextRunAt, now)))
      .returning({ id: sources.id });
    if (!moved) return false;
    await startRun(tx, ctx, sourceId, "schedule");
    return true;
  });
}
