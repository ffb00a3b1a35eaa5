import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { tasks } from "@/drizzle/schema";
import { authorize } from "@/server/platform/authorize";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import type { SubjectRef, TaskView } from "../schemas";
import type { SubjectBook } from "../subject";
import { viewTasks } from "./queries";

/** What is to do about a subject, in people's order; what is done comes after, the last first. Throws NotFoundError. */
export async function listTasks(ctx: WorkspaceContext, subjects: SubjectBook, ref: SubjectRef): Promise<TaskView[]> {
  authorize(ctx, "documents:read");
  const { id, joinedIds } = await subjects.require(ctx, ref);
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
            eq(tasks.subjectKind, ref.subjectKind),
            inArray(tasks.subjectId, [id, ...joinedIds]),
          ),
        )
        .orderBy(sql`${tasks.doneAt} desc nulls first`, asc(tasks.position), asc(tasks.id)),
    ),
  );
}
