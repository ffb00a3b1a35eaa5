import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { pipelineStages } from "@/drizzle/schema";
import { ConflictError, NotFoundError } from "@/server/platform/errors";
import { announceLive } from "@/server/platform/live";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { readStages, type Stage } from "./stages";

/** Reads the stages, lets `change` say what they become, and writes them whole; one at a time in a workspace. */
export async function changeStages<T>(
  ctx: WorkspaceContext,
  change: (tx: Tx, stages: Stage[]) => Promise<{ stages: Stage[]; result?: T }>,
): Promise<T> {
  return inWorkspace(ctx, async (tx) => {
    const workspaceId = ctx.workspace.id;
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`pipeline ${workspaceId}`}, 0))`);
    const { stages, result } = await change(tx, await readStages(tx, ctx));
    await tx.delete(pipelineStages).where(eq(pipelineStages.workspaceId, workspaceId));
    await tx.insert(pipelineStages).values(stages.map((stage, position) => ({ ...stage, workspaceId, position })));
    announceLive(ctx, "opportunity", workspaceId);
    return result as T;
  });
}

export function placeOf(stages: Stage[], key: string): number {
  const at = stages.findIndex((stage) => stage.key === key);
  if (at < 0) throw new NotFoundError("stage");
  return at;
}

export function assertFreeName(stages: Stage[], name: string): void {
  if (stages.some((stage) => stage.name.toLowerCase() === name.toLowerCase())) {
    throw new ConflictError(`There is a stage named ${name} already. Choose another name.`);
  }
}
