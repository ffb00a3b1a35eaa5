import { and, eq, sql } from "drizzle-orm";
import { opportunities } from "@/drizzle/schema";
import { recordActivity } from "@/server/collaboration";
import { authorize } from "@/server/platform/authorize";
import { announceLive } from "@/server/platform/live";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { lockOpportunity } from "../queries";
import { opportunitySubject } from "./opportunity-subject";
import { placeCard } from "./place-card";
import type { MoveOpportunityInput, MoveOpportunityOutput } from "./schemas";
import { readStages, requireStage } from "./stages";

/**
 * Puts a card between two others of a stage. Whatever others have done meanwhile, the answer says where it now is: a screen that
 * has shown its guess already corrects itself by it. Throws NotFoundError (opportunity, stage).
 */
export async function moveOpportunity(
  ctx: WorkspaceContext,
  input: MoveOpportunityInput,
): Promise<MoveOpportunityOutput> {
  authorize(ctx, "opportunities:write");
  return inWorkspace(ctx, async (tx) => {
    // One column is put in order by one at a time, or two cards could take the same place.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`pipeline ${ctx.workspace.id}`}, 0))`);
    const before = await lockOpportunity(tx, ctx, input.id);
    const to = await requireStage(tx, ctx, input.stage);
    const stages = await readStages(tx, ctx);
    const nameOf = (key: string) => stages.find((stage) => stage.key === key)?.name ?? key;
    if (input.fromStage !== undefined && input.fromStage !== before.stage && before.stage !== input.stage) {
      return {
        id: before.id,
        stage: before.stage,
        boardPosition: before.boardPosition,
        hasMoved: false,
        note: `Somebody has moved it to ${nameOf(before.stage)} meanwhile.`,
      };
    }
    const boardPosition = await placeCard(tx, ctx, before.id, to.key, input);
    await tx
      .update(opportunities)
      .set({ stage: to.key, boardPosition, ...(before.stage === to.key ? { updatedAt: before.updatedAt } : {}) })
      .where(and(eq(opportunities.workspaceId, ctx.workspace.id), eq(opportunities.id, before.id)));
    if (before.stage !== to.key) {
      await recordActivity(tx, ctx, opportunitySubject(before), {
        deed: "stage.move",
        text: `moved it from ${nameOf(before.stage)} to ${to.name}`,
        detail: { from: before.stage, to: to.key },
      });
    }
    announceLive(ctx, "opportunity", before.id);
    return { id: before.id, stage: to.key, boardPosition, hasMoved: true, note: null };
  });
}
