import { and, eq } from "drizzle-orm";
import { sourceRuns } from "@/drizzle/schema";
import { announceLive } from "@/server/platform/live";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { requireRun, requireSource } from "../queries";
import { addToFrontier } from "./frontier";

/** Marks the run as going on and puts the source's address at its start. False when it was called off meanwhile. Safe to do twice. */
export async function beginRun(ctx: WorkspaceContext, at: { sourceId: string; runId: string }): Promise<boolean> {
  return inWorkspace(ctx, async (tx) => {
    const run = await requireRun(tx, ctx, at.runId);
    if (run.status !== "queued" && run.status !== "running") return false;
    const source = await requireSource(tx, ctx, at.sourceId);
    await addToFrontier(
      tx,
      { workspaceId: ctx.workspace.id, ...at },
      [{ url: source.url, kind: "root", depth: 0 }],
      source.budget.pages,
    );
    await tx
      .update(sourceRuns)
      .set({ status: "running", startedAt: run.startedAt ?? new Date() })
      .where(and(eq(sourceRuns.workspaceId, ctx.workspace.id), eq(sourceRuns.id, at.runId)));
    announceLive(ctx, "source", at.sourceId);
    return true;
  });
}
