import { and, eq } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { type FixTask, fixTasks } from "@/drizzle/schema";
import { ConflictError, NotFoundError } from "@/server/platform/errors";
import type { WorkspaceContext } from "@/server/platform/workspace-context";

/** The task, as far as the actor may see its source. Throws NotFoundError. */
export async function requireFix(tx: Tx, ctx: WorkspaceContext, id: string): Promise<FixTask> {
  const [task] = await tx
    .select()
    .from(fixTasks)
    .where(and(eq(fixTasks.workspaceId, ctx.workspace.id), eq(fixTasks.id, id)));
  if (!task) throw new NotFoundError("task");
  return task;
}

/** Throws NotFoundError, ConflictError when it has ended. */
export async function requireOpenFix(tx: Tx, ctx: WorkspaceContext, id: string): Promise<FixTask> {
  const task = await requireFix(tx, ctx, id);
  if (task.status !== "open") throw new ConflictError("This task has been dealt with already.");
  return task;
}
