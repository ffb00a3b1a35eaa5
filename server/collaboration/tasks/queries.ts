import { and, eq } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { members, type Task, tasks } from "@/drizzle/schema";
import { InvalidInputError, NotFoundError } from "@/server/platform/errors";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { memberNames } from "../member-names";
import type { TaskView } from "../schemas";
import type { SubjectBook } from "../subject";

/** As far as the actor may see it. Throws NotFoundError. */
export async function requireTask(tx: Tx, ctx: WorkspaceContext, id: string): Promise<Task> {
  const [found] = await tx
    .select()
    .from(tasks)
    .where(and(eq(tasks.workspaceId, ctx.workspace.id), eq(tasks.id, id)));
  if (!found) throw new NotFoundError("task");
  return found;
}

/** Throws InvalidInputError unless the person is an active member who may see what the task is about. Returns the name. */
export async function requireAssignee(
  tx: Tx,
  ctx: WorkspaceContext,
  seeing: readonly string[] | undefined,
  userId: string,
): Promise<string> {
  const [found] = await tx
    .select({ name: members.name, suspendedAt: members.suspendedAt })
    .from(members)
    .where(and(eq(members.workspaceId, ctx.workspace.id), eq(members.userId, userId)));
  if (!found || found.suspendedAt) throw new InvalidInputError("Only an active member of this workspace can be named.");
  if (seeing && !seeing.includes(userId)) {
    throw new InvalidInputError(`${found.name} may not see this. Let the person into its collection first.`);
  }
  return found.name;
}

export async function viewTasks(
  tx: Tx,
  ctx: WorkspaceContext,
  subjects: SubjectBook,
  rows: Task[],
): Promise<TaskView[]> {
  const { person } = await memberNames(
    tx,
    ctx,
    rows.flatMap(({ assigneeId, doneBy, createdBy }) => [assigneeId, doneBy, createdBy]),
  );
  const titles = await subjects.titles(ctx, [...new Set(rows.map(({ subjectId }) => subjectId))]);
  return rows.map((row) => ({
    id: row.id,
    subjectKind: row.subjectKind,
    subjectId: row.subjectId,
    subjectTitle: titles.get(row.subjectId) ?? null,
    path: row.path,
    title: row.title,
    assignee: person(row.assigneeId),
    dueAt: row.dueAt,
    position: row.position,
    doneAt: row.doneAt,
    doneBy: person(row.doneBy),
    createdBy: person(row.createdBy),
    createdAt: row.createdAt,
  }));
}
