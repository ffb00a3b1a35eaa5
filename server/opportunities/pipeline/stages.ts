import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { opportunities, pipelineStages } from "@/drizzle/schema";
import { firstStages } from "@/lib/vocabulary/opportunities";
import { authorize } from "@/server/platform/authorize";
import { NotFoundError } from "@/server/platform/errors";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import type { ListStagesOutput } from "./schemas";

export interface Stage {
  key: string;
  name: string;
}

/** Where opportunities arrive. People may rename and move it; it is never removed, so that what is found always has a place. */
export const arrivalStage = firstStages[0].key;

/** The board's columns from left to right; a workspace that has changed none has the first ones. */
export async function readStages(tx: Tx, ctx: WorkspaceContext): Promise<Stage[]> {
  const rows = await tx
    .select({ key: pipelineStages.key, name: pipelineStages.name })
    .from(pipelineStages)
    .where(eq(pipelineStages.workspaceId, ctx.workspace.id))
    .orderBy(asc(pipelineStages.position), asc(pipelineStages.key));
  return rows.length > 0 ? rows : firstStages.map(({ key, name }) => ({ key, name }));
}

/** Throws NotFoundError. */
export async function requireStage(tx: Tx, ctx: WorkspaceContext, key: string): Promise<Stage> {
  const found = (await readStages(tx, ctx)).find((stage) => stage.key === key);
  if (!found) throw new NotFoundError("stage");
  return found;
}

export async function listStages(ctx: WorkspaceContext): Promise<ListStagesOutput> {
  authorize(ctx, "opportunities:read");
  return inWorkspace(ctx, async (tx) => {
    const counted = await tx
      .select({ stage: opportunities.stage, cards: sql<number>`count(*)::int` })
      .from(opportunities)
      .where(
        and(
          eq(opportunities.workspaceId, ctx.workspace.id),
          isNull(opportunities.deletedAt),
          isNull(opportunities.archivedAt),
          isNull(opportunities.mergedIntoId),
        ),
      )
      .groupBy(opportunities.stage);
    const stages = await readStages(tx, ctx);
    return {
      stages: stages.map(({ key, name }) => ({
        key,
        name,
        cards: counted.find(({ stage }) => stage === key)?.cards ?? 0,
        isArrival: key === arrivalStage,
      })),
    };
  });
}
