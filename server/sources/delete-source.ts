import { and, eq, inArray } from "drizzle-orm";
import { sourceCredentials, sourceRuns, sources } from "@/drizzle/schema";
import { liveRunStatuses } from "@/lib/vocabulary/sources";
import { forgetContext } from "@/server/crawling/browser";
import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { announceLive } from "@/server/platform/live";
import { afterCommit, inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { contextKey, requireSource } from "./queries";
import { cancelRun } from "./runs/cancel-run";

/**
 * Stops watching. What was captured stays in the library, because answers rest on it; how to sign in is forgotten at once. Throws NotFoundError.
 */
export async function deleteSource(ctx: WorkspaceContext, id: string): Promise<void> {
  authorize(ctx, "sources:manage");
  await inWorkspace(ctx, async (tx) => {
    const source = await requireSource(tx, ctx, id);
    const live = await tx
      .select({ id: sourceRuns.id })
      .from(sourceRuns)
      .where(
        and(
          eq(sourceRuns.workspaceId, ctx.workspace.id),
          eq(sourceRuns.sourceId, id),
          inArray(sourceRuns.status, [...liveRunStatuses]),
        ),
      );
    for (const run of live) await cancelRun(ctx, run.id);
    const [credential] = await tx
      .delete(sourceCredentials)
      .where(and(eq(sourceCredentials.workspaceId, ctx.workspace.id), eq(sourceCredentials.sourceId, id)))
      .returning();
    await tx
      .update(sources)
      .set({ deletedAt: new Date(), nextRunAt: null, status: "paused" })
      .where(and(eq(sources.workspaceId, ctx.workspace.id), eq(sources.id, id)));
    await recordAudit(tx, ctx, { action: "source.delete", subjectId: id, detail: { url: source.url } });
    afterCommit(() => void forgetContext(contextKey(source, credential ?? null)));
    announceLive(ctx, "source", id);
  });
}
