import { authorize } from "@/server/platform/authorize";
import { ConflictError } from "@/server/platform/errors";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { changeQuestion, recordQuestionDeed } from "./change-question";
import type { BuyerQuestionView } from "./schemas";
import { requireQuestion } from "./view-questions";

/** A draft again: it is to be asked after all, or was marked as sent before it went. Throws NotFoundError and ConflictError (answered). */
export async function reopenBuyerQuestion(ctx: WorkspaceContext, id: string): Promise<BuyerQuestionView> {
  authorize(ctx, "opportunities:write");
  return inWorkspace(ctx, async (tx) => {
    const before = await requireQuestion(tx, ctx, id);
    if (before.state === "answered") throw new ConflictError("This question has been answered.");
    if (before.state !== "draft") {
      await recordQuestionDeed(tx, ctx, before.opportunityId, {
        name: "reopen",
        text: `made question ${before.number} to the buyer a draft again`,
        questionIds: [before.id],
      });
    }
    return changeQuestion(tx, ctx, before, { state: "draft", sentAt: null });
  });
}
