import { asc, eq } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { pipelineStages } from "@/drizzle/schema";
import { firstStages } from "@/lib/vocabulary/opportunities";
import type { WorkspaceContext } from "@/server/platform/workspace-context";

/** The columns of the workspace's board in order; those of the vocabulary until it has made its own. */
export async function listStages(tx: Tx, ctx: WorkspaceContext): Promise<{ key: string; name: string }[]> {
  const own = await tx
    .select({ key: pipelineStages.key, name: pipelineStages.name })
    .from(pipelineStages)
    .where(eq(pipelineStages.workspaceId, ctx.workspace.id))
    .orderBy(asc(pipelineStages.position), asc(pipelineStages.key));
  return own.length > 0 ? own : firstStages.map(({ key, name }) => ({ key, name }));
}
