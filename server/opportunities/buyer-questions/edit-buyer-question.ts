import { authorize } from "@/server/platform/authorize";
import { ConflictError } from "@/server/platform/errors";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { changeQuestion, recordQuestionDeed } from "./change-question";
import type { BuyerQuestionView, EditBuyerQuestionInput } from "./schemas";
import { requireQuestion } from "./view-questions";

/** Changes the words of a draft. Throws NotFoundError, and ConflictError once it has been sent. */
export async function editBuyerQuestion(
  ctx: WorkspaceContext,
  input: EditBuyerQuestionInput,
): Promise<BuyerQuestionView> {
  authorize(ctx, "opportunities:write");
  return inWorkspace(ctx, async (tx) => {
    const before = await requireQuestion(tx, ctx, input.id);
    if (before.state !== "draft") throw new ConflictError("What the buyer has been asked cannot be changed any more.");
    if (before.text !== input.text)
      await recordQuestionDeed(tx, ctx, before.opportunityId, {
        name: "edit",
        text: `changed the words of question ${before.number} to the buyer`,
        questionIds: [before.id],
      });
    return changeQuestion(tx, ctx, before, { text: input.text });
  });
}
