import { and, eq } from "drizzle-orm";
import { type Task, tasks } from "@/drizzle/schema";
import { one } from "@/lib/one";
import { whoMaySee } from "@/server/notifications";
import { authorize } from "@/server/platform/authorize";
import { announceLive } from "@/server/platform/live";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { recordActivity } from "../activities/record-activity";
import type { TaskView, UpdateTaskInput } from "../schemas";
import type { SubjectBook } from "../subject";
import { requireAssignee, requireTask, viewTasks } from "./queries";
import { tellAssignee } from "./tell-assignee";

/** Changes what is given: words, who, when, done or not. Throws NotFoundError and InvalidInputError (assignee). */
export async function updateTask(
  ctx: WorkspaceContext,
  subjects: SubjectBook,
  input: UpdateTaskInput,
): Promise<TaskView> {
  authorize(ctx, "comments:write");
  return inWorkspace(ctx, async (tx) => {
    const before = await requireTask(tx, ctx, input.id);
    const isReassigned = input.assigneeId !== undefined && input.assigneeId !== before.assigneeId;
    const name =
      isReassigned && input.assigneeId
        ? await requireAssignee(tx, ctx, await whoMaySee(tx, ctx, before.collectionId), input.assigneeId)
        : null;
    const isTurned = input.isDone !== undefined && input.isDone !== (before.doneAt !== null);
    const changes: Partial<typeof tasks.$inferInsert> = {
      ...(input.title === undefined ? {} : { title: input.title }),
      ...(input.assigneeId === undefined ? {} : { assigneeId: input.assigneeId }),
      ...(input.dueAt === undefined ? {} : { dueAt: input.dueAt === null ? null : new Date(input.dueAt) }),
      ...(isTurned ? { doneAt: input.isDone ? new Date() : null, doneBy: input.isDone ? ctx.actor.userId : null } : {}),
    };
    if (Object.keys(changes).length === 0) return one(await viewTasks(tx, ctx, subjects, [before]));
    const row = one(
      await tx
        .update(tasks)
        .set(changes)
        .where(and(eq(tasks.workspaceId, ctx.workspace.id), eq(tasks.id, input.id)))
        .returning(),
    );
    const about = { kind: row.subjectKind, id: row.subjectId, collectionId: row.collectionId };
    for (const { deed, text } of deedsOf(row, { isTurned, isReassigned, name })) {
      await recordActivity(tx, ctx, about, { deed, text, detail: { taskId: row.id } });
    }
    if (isReassigned) {
      const title = (await subjects.titles(ctx, [row.subjectId])).get(row.subjectId) ?? "";
      await tellAssignee(tx, ctx, row, title);
    }
    announceLive(ctx, "task", row.subjectId);
    return one(await viewTasks(tx, ctx, subjects, [row]));
  });
}

function deedsOf(
  task: Task,
  what: { isTurned: boolean; isReassigned: boolean; name: string | null },
): { deed: string; text: string }[] {
  return [
    ...(what.isReassigned
      ? [
          {
            deed: "task.assign",
            text: what.name
              ? `gave the task “${task.title}” to ${what.name}`
              : `left the task “${task.title}” to nobody in particular`,
          },
        ]
      : []),
    ...(what.isTurned
      ? [
          task.doneAt
            ? { deed: "task.done", text: `finished the task “${task.title}”` }
            : { deed: "task.reopen", text: `reopened the task “${task.title}”` },
        ]
      : []),
  ];
}
