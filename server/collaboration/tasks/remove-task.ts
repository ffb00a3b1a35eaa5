import { and, eq } from "drizzle-orm";
import { tasks } from "@/drizzle/schema";
import { authorize } from "@/server/platform/authorize";
import { announceLive } from "@/server/platform/live";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { recordActivity } from "../activities/record-activity";
import { requireTask } from "./queries";

/** Throws NotFoundError. */
export async function removeTask(ctx: WorkspaceContext, id: string): Promise<void> {
  authorize(ctx, "comments:write");
  await inWorkspace(ctx, async (tx) => {
    const task = await requireTask(tx, ctx, id);
    await tx.delete(tasks).where(and(eq(tasks.workspaceId, ctx.workspace.id), eq(tasks.id, id)));
    await recordActivity(
      tx,
      ctx,
      { kind: task.subjectKind, id: task.subjectId, collectionId: task.collectionId },
      { deed: "task.remove", text: `removed the task “${task.title}”` },
    );
    announceLive(ctx, "task", task.subjectId);
  });
}
