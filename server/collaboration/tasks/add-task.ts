import { and, eq, sql } from "drizzle-orm";
import { tasks } from "@/drizzle/schema";
import { newId } from "@/lib/ids";
import { one } from "@/lib/one";
import { whoMaySee } from "@/server/notifications";
import { authorize } from "@/server/platform/authorize";
import { announceLive } from "@/server/platform/live";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { recordActivity } from "../activities/record-activity";
import type { AddTaskInput, TaskView } from "../schemas";
import type { SubjectBook } from "../subject";
import { requireAssignee, viewTasks } from "./queries";
import { tellAssignee } from "./tell-assignee";

/** Something is to be done about a subject; it comes last. Throws NotFoundError and InvalidInputError (assignee). */
export async function addTask(ctx: WorkspaceContext, subjects: SubjectBook, input: AddTaskInput): Promise<TaskView> {
  authorize(ctx, "comments:write");
  const subject = await subjects.require(ctx, input);
  return inWorkspace(ctx, async (tx) => {
    const name = input.assigneeId
      ? await requireAssignee(tx, ctx, await whoMaySee(tx, ctx, subject.collectionId), input.assigneeId)
      : null;
    const [last] = await tx
      .select({ position: sql<number>`coalesce(max(${tasks.position}), 0)::float8` })
      .from(tasks)
      .where(
        and(
          eq(tasks.workspaceId, ctx.workspace.id),
          eq(tasks.subjectKind, subject.kind),
          eq(tasks.subjectId, subject.id),
        ),
      );
    const row = one(
      await tx
        .insert(tasks)
        .values({
          workspaceId: ctx.workspace.id,
          id: newId(),
          collectionId: subject.collectionId,
          subjectKind: subject.kind,
          subjectId: subject.id,
          path: subject.path,
          title: input.title,
          assigneeId: input.assigneeId ?? null,
          dueAt: input.dueAt ? new Date(input.dueAt) : null,
          position: (last?.position ?? 0) + 1,
          createdBy: ctx.actor.userId,
        })
        .returning(),
    );
    await recordActivity(tx, ctx, subject, {
      deed: "task.add",
      text: name ? `added the task “${row.title}” for ${name}` : `added the task “${row.title}”`,
      detail: { taskId: row.id },
    });
    await tellAssignee(tx, ctx, row, subject.title);
    announceLive(ctx, "task", subject.id);
    return one(await viewTasks(tx, ctx, subjects, [row]));
  });
}
