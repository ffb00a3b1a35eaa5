import { authorize } from "@/server/platform/authorize";
import { ConflictError } from "@/server/platform/errors";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { changeQuestion, recordQuestionDeed } from "./change-question";
import type { BuyerQuestionView } from "./schemas";
import { requireQuestion } from "./view-questions";

/** It is not asked, or no answer is awaited any more; it is not proposed again. Throws NotFoundError and ConflictError (answered). */
export async function withdrawBuyerQuestion(ctx: WorkspaceContext, id: string): Promise<BuyerQuestionView> {
  authorize(ctx, "opportunities:write");
  return inWorkspace(ctx, async (tx) => {
    const before = await requireQuestion(tx, ctx, id);
    if (before.state === "answered") throw new ConflictError("This question has been answered.");
    if (before.state !== "withdrawn") {
      await recordQuestionDeed(tx, ctx, before.opportunityId, {
        name: "withdraw",
        text: `withdrew question ${before.number} to the buyer`,
        questionIds: [before.id],
      });
    }
    return changeQuestion(tx, ctx, before, { state: "withdrawn" });
  });
}
