import type { Tx } from "@/drizzle/client";
import type { Task } from "@/drizzle/schema";
import { notifyMembers } from "@/server/notifications";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { memberNames } from "../member-names";

/** Tells who has just been given a task; nobody is told of a task taken by oneself. */
export async function tellAssignee(tx: Tx, ctx: WorkspaceContext, task: Task, subjectTitle: string): Promise<void> {
  if (!task.assigneeId || task.assigneeId === ctx.actor.userId || task.doneAt) return;
  const { person } = await memberNames(tx, ctx, [ctx.actor.userId]);
  await notifyMembers(
    tx,
    ctx,
    "documents:read",
    {
      kind: "task_assigned",
      title: `${person(ctx.actor.userId)?.name ?? "Somebody"} gave you a task: ${task.title}`,
      body: subjectTitle,
      path: task.path,
      // Given back and given again is news; the row's last change tells the two apart.
      occasion: `task_assigned ${task.id} ${task.updatedAt.toISOString()}`,
    },
    [task.assigneeId],
  );
}
