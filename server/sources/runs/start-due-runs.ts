import { and, asc, eq, isNull, lte } from "drizzle-orm";
import { sources } from "@/drizzle/schema";
import { nextRun } from "@/server/crawling/schedule";
import { inSystem, inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { requireSource } from "../queries";
import { effectiveSchedule } from "./effective-schedule";
import { startRun } from "./request-scan";

export interface DueSource {
  workspaceId: string;
  sourceId: string;
}

/** Sources of all workspaces whose time has come, those that wait longest first. Ids only: each workspace starts its own. */
export async function listDueSources(now: Date, limit: number): Promise<DueSource[]> {
  return inSystem((tx) =>
    tx
      .select({ workspaceId: sources.workspaceId, sourceId: sources.id })
      .from(sources)
      .where(and(lte(sources.nextRunAt, now), isNull(sources.deletedAt)))
      .orderBy(asc(sources.nextRunAt))
      .limit(limit),
  );
}

/** Starts a due source's run and moves its time on, in one transaction: two schedulers start it once. */
export async function startDueRun(ctx: WorkspaceContext, sourceId: string, now: Date): Promise<boolean> {
  return inWorkspace(ctx, async (tx) => {
    const source = await requireSource(tx, ctx, sourceId);
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
