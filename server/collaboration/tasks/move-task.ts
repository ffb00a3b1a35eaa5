import { and, asc, eq, gt, inArray, ne, sql } from "drizzle-orm";
import { tasks } from "@/drizzle/schema";
import { authorize } from "@/server/platform/authorize";
import { ConflictError } from "@/server/platform/errors";
import { announceLive } from "@/server/platform/live";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import type { MoveTaskInput } from "../schemas";
import { requireTask } from "./queries";

/** Puts a task behind another of the same subject, or first. Throws NotFoundError and ConflictError (another subject's task). */
export async function moveTask(ctx: WorkspaceContext, input: MoveTaskInput): Promise<void> {
  authorize(ctx, "comments:write");
  await inWorkspace(ctx, async (tx) => {
    const task = await requireTask(tx, ctx, input.id);
    // One list is put in order by one at a time, or two could take the same place.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`tasks ${task.subjectId}`}, 0))`);
    const ofSubject = and(
      eq(tasks.workspaceId, ctx.workspace.id),
      eq(tasks.subjectKind, task.subjectKind),
      eq(tasks.subjectId, task.subjectId),
    );
    const after = input.afterId ? await requireTask(tx, ctx, input.afterId) : null;
    if (after && (after.subjectId !== task.subjectId || after.id === task.id)) {
      throw new ConflictError("These two tasks do not stand in one list.");
    }
    const floor = after?.position ?? null;
    const [next] = await tx
      .select({ position: tasks.position })
      .from(tasks)
      .where(and(ofSubject, ne(tasks.id, task.id), ...(floor === null ? [] : [gt(tasks.position, floor)])))
      .orderBy(asc(tasks.position))
      .limit(1);
    const low = floor ?? (next ? next.position - 2 : 0);
    const high = next?.position ?? low + 2;
    const middle = (low + high) / 2;
    if (middle > low && middle < high) {
      await tx
        .update(tasks)
        .set({ position: middle })
        .where(and(eq(tasks.workspaceId, ctx.workspace.id), eq(tasks.id, task.id)));
    } else {
      const order = (
        await tx
          .select({ id: tasks.id })
          .from(tasks)
          .where(and(ofSubject, ne(tasks.id, task.id)))
          .orderBy(asc(tasks.position), asc(tasks.id))
      ).map(({ id }) => id);
      order.splice(after ? order.indexOf(after.id) + 1 : 0, 0, task.id);
      await tx
        .update(tasks)
        .set({ position: sql`array_position(${sql.param(order)}::uuid[], ${tasks.id})` })
        .where(and(eq(tasks.workspaceId, ctx.workspace.id), inArray(tasks.id, order)));
    }
    announceLive(ctx, "task", task.subjectId);
  });
}
