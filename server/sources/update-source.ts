import { and, eq } from "drizzle-orm";
import { sources } from "@/drizzle/schema";
import { definedOnly } from "@/lib/defined-only";
import { nextRun } from "@/server/crawling/schedule";
import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { announceLive } from "@/server/platform/live";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { checkSchedule } from "./check-schedule";
import { assertRobotsReason } from "./create-source";
import { requireSource } from "./queries";
import type { UpdateSourceInput } from "./schemas";

/** Changes what is given and leaves the rest. Throws NotFoundError, InvalidInputError (schedule; robots ignored without a reason). */
export async function updateSource(ctx: WorkspaceContext, input: UpdateSourceInput): Promise<void> {
  authorize(ctx, "sources:manage");
  if (input.schedule) checkSchedule(input.schedule);
  await inWorkspace(ctx, async (tx) => {
    const source = await requireSource(tx, ctx, input.id);
    const robots = input.robots ?? source.robots;
    const robotsReason = input.robotsReason ?? source.robotsReason;
    assertRobotsReason(robots, robotsReason);
    const schedule = input.schedule ?? source.schedule;
    const isPaused = input.paused ?? source.status === "paused";
    const now = new Date();
    await tx
      .update(sources)
      .set({
        ...definedOnly({ name: input.name, kind: input.kind, tags: input.tags, pictures: input.pictures }),
        ...(input.retention === undefined ? {} : { retention: input.retention }),
        schedule,
        robots,
        robotsReason: robots === "ignore" ? robotsReason : null,
        budget: { ...source.budget, ...definedOnly(input.budget) },
        scope: input.scope ?? source.scope,
        ...(isPaused
          ? { status: "paused" as const, statusReason: null, nextRunAt: null }
          : source.status === "paused"
            ? { status: "active" as const, failedRuns: 0, slowedAt: null, nextRunAt: now }
            : input.schedule
              ? { slowedAt: null, nextRunAt: nextRun(schedule, source.lastRunAt, now, source.id) }
              : {}),
      })
      .where(and(eq(sources.workspaceId, ctx.workspace.id), eq(sources.id, input.id)));
    const { id: _, ...changed } = input;
    await recordAudit(tx, ctx, {
      action: "source.update",
      subjectId: input.id,
      detail: { fields: Object.keys(definedOnly(changed)) },
    });
    announceLive(ctx, "source", input.id);
  });
}
