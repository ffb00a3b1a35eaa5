import { and, eq, gte, isNotNull, isNull, lt } from "drizzle-orm";
import { members, tasks } from "@/drizzle/schema";
import { wallClock } from "@/lib/zoned-day";
import { notifyMembers, whoMaySee } from "@/server/notifications";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";

/** People are told in the morning; of what is due before, at the day's beginning. */
const morning = "08:00";
/** So long after its time a task is still told of, when nobody could on the day itself. */
const lateMs = 2 * 86_400_000;

/** Tells each assignee on the day on which a task is due, in the assignee's own zone, once for each due time. Run often. */
export async function remindOfTasks(ctx: WorkspaceContext, now: Date): Promise<{ due: number }> {
  return inWorkspace(ctx, async (tx) => {
    const rows = await tx
      .select({ task: tasks, zone: members.timeZone })
      .from(tasks)
      .innerJoin(members, and(eq(members.workspaceId, tasks.workspaceId), eq(members.userId, tasks.assigneeId)))
      .where(
        and(
          eq(tasks.workspaceId, ctx.workspace.id),
          isNull(tasks.doneAt),
          isNull(members.suspendedAt),
          isNotNull(tasks.dueAt),
          gte(tasks.dueAt, new Date(now.getTime() - lateMs)),
          lt(tasks.dueAt, new Date(now.getTime() + 2 * 86_400_000)),
        ),
      );
    let due = 0;
    for (const { task, zone } of rows) {
      if (!task.dueAt || !task.assigneeId) continue;
      const [here, then] = [wallClock(now, zone ?? "UTC"), wallClock(task.dueAt, zone ?? "UTC")];
      if (then.date > here.date) continue;
      if (then.date === here.date && here.time < morning && then.time > morning) continue;
      const seeing = await whoMaySee(tx, ctx, task.collectionId);
      if (seeing && !seeing.includes(task.assigneeId)) continue;
      due += 1;
      await notifyMembers(
        tx,
        ctx,
        "documents:read",
        {
          kind: "task_due",
          title: then.date === here.date ? `Due today: ${task.title}` : `Was due on ${then.date}: ${task.title}`,
          body: `By ${then.time} on ${then.date} (${zone ?? "UTC"}).`,
          path: task.path,
          occasion: `task_due ${task.id} ${task.dueAt.toISOString()}`,
        },
        [task.assigneeId],
      );
    }
    return { due };
  });
}
