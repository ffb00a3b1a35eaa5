import { and, asc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { tasks } from "@/drizzle/schema";
import { authorize } from "@/server/platform/authorize";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import type { ListOwnTasksInput, TaskView } from "../schemas";
import type { SubjectBook } from "../subject";
import { viewTasks } from "./queries";

/** What is assigned to the person, over all subjects that the person may see; the next due first. */
export async function listOwnTasks(
  ctx: WorkspaceContext,
  subjects: SubjectBook,
  input: ListOwnTasksInput,
): Promise<TaskView[]> {
  authorize(ctx, "documents:read");
  const { userId } = ctx.actor;
  if (!userId) return [];
  return inWorkspace(ctx, async (tx) =>
    viewTasks(
      tx,
      ctx,
      subjects,
      await tx
        .select()
        .from(tasks)
        .where(
          and(
            eq(tasks.workspaceId, ctx.workspace.id),
            eq(tasks.assigneeId, userId),
            input.isDone ? isNotNull(tasks.doneAt) : isNull(tasks.doneAt),
          ),
        )
        .orderBy(
          ...(input.isDone ? [sql`${tasks.doneAt} desc`] : [sql`${tasks.dueAt} asc nulls last`]),
          asc(tasks.createdAt),
        )
        .limit(input.limit),
    ),
  );
}
