import { authorize } from "@/server/platform/authorize";
import { ConflictError } from "@/server/platform/errors";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { changeQuestion, tellOfQuestion } from "./change-question";
import type { BuyerQuestionView } from "./schemas";
import { requireQuestion } from "./view-questions";

/** A draft again: it is to be asked after all, or was marked as sent before it went. Throws NotFoundError and ConflictError (answered). */
export async function reopenBuyerQuestion(ctx: WorkspaceContext, id: string): Promise<BuyerQuestionView> {
  authorize(ctx, "opportunities:write");
  return inWorkspace(ctx, async (tx) => {
    const before = await requireQuestion(tx, ctx, id);
    if (before.state === "answered") throw new ConflictError("This question has been answered.");
    if (before.state !== "draft") {
      await tellOfQuestion(tx, ctx, before.opportunityId, {
        deed: "question.reopen",
        text: `made question ${before.number} to the buyer a draft again`,
      });
    }
    return changeQuestion(tx, ctx, before, { state: "draft", sentAt: null });
  });
}
