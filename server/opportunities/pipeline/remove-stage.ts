import { and, eq } from "drizzle-orm";
import { opportunities } from "@/drizzle/schema";
import { recordActivity } from "@/server/collaboration";
import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { ConflictError, InvalidInputError } from "@/server/platform/errors";
import { unsafeSeeingAllCollections, type WorkspaceContext } from "@/server/platform/workspace-context";
import { changeStages, placeOf } from "./change-stages";
import type { RemoveStageInput } from "./schemas";
import { arrivalStage } from "./stages";

/** Takes a column away; its cards, also those that the actor cannot see, go to another. Throws NotFoundError and ConflictError. */
export async function removeStage(ctx: WorkspaceContext, input: RemoveStageInput): Promise<{ moved: number }> {
  authorize(ctx, "pipeline:manage");
  return changeStages(ctx, async (tx, stages) => {
    const from = stages[placeOf(stages, input.key)];
    const to = stages[placeOf(stages, input.moveTo)];
    if (input.key === arrivalStage) {
      throw new ConflictError(`What is found arrives in ${from?.name}; it can be renamed and moved, not removed.`);
    }
    if (input.key === input.moveTo) throw new InvalidInputError("Name another stage for its cards.");
    const moved = await unsafeSeeingAllCollections(tx, ctx, async () => {
      const cards = await tx
        .update(opportunities)
        .set({ stage: input.moveTo })
        .where(and(eq(opportunities.workspaceId, ctx.workspace.id), eq(opportunities.stage, input.key)))
        .returning({ id: opportunities.id, collectionId: opportunities.collectionId });
      for (const card of cards) {
        await recordActivity(
          tx,
          ctx,
          { ...card, kind: "opportunity" },
          { deed: "stage.move", text: `moved it to ${to?.name}, because the stage ${from?.name} was removed` },
        );
      }
      return cards.length;
    });
    await recordAudit(tx, ctx, { action: "pipeline.remove_stage", detail: { ...input, moved } });
    return { stages: stages.filter(({ key }) => key !== input.key), result: { moved } };
  });
}
