import { and, eq } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { buyerQuestions, requirements } from "@/drizzle/schema";
import { newId } from "@/lib/ids";
import { one } from "@/lib/one";
import { authorize } from "@/server/platform/authorize";
import { NotFoundError } from "@/server/platform/errors";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { lockOpportunity } from "../queries";
import { recordQuestionDeed } from "./change-question";
import { readQuestions } from "./list-buyer-questions";
import type { AddBuyerQuestionInput, BuyerQuestionView } from "./schemas";
import { viewQuestions } from "./view-questions";

/** A question of one's own. Throws NotFoundError (opportunity, requirement). */
export async function addBuyerQuestion(
  ctx: WorkspaceContext,
  input: AddBuyerQuestionInput,
): Promise<BuyerQuestionView> {
  authorize(ctx, "opportunities:write");
  return inWorkspace(ctx, async (tx) => {
    await lockOpportunity(tx, ctx, input.opportunityId);
    if (input.requirementId) await assertRequirement(tx, ctx, input.opportunityId, input.requirementId);
    const known = await readQuestions(tx, ctx, input.opportunityId);
    const row = one(
      await tx
        .insert(buyerQuestions)
        .values({
          workspaceId: ctx.workspace.id,
          id: newId(),
          opportunityId: input.opportunityId,
          number: Math.max(0, ...known.map(({ number }) => number)) + 1,
          text: input.text,
          occasion: "Somebody of us wants to know.",
          requirementId: input.requirementId ?? null,
          createdBy: ctx.actor.userId,
        })
        .returning(),
    );
    await recordQuestionDeed(tx, ctx, input.opportunityId, {
      name: "add",
      text: `wrote question ${row.number} to the buyer`,
      questionIds: [row.id],
    });
    return one(await viewQuestions(tx, ctx, [row]));
  });
}

async function assertRequirement(tx: Tx, ctx: WorkspaceContext, opportunityId: string, id: string): Promise<void> {
  const [found] = await tx
    .select({ id: requirements.id })
    .from(requirements)
    .where(
      and(
        eq(requirements.workspaceId, ctx.workspace.id),
        eq(requirements.opportunityId, opportunityId),
        eq(requirements.id, id),
      ),
    );
  if (!found) throw new NotFoundError("requirement");
}
