import { one } from "@/lib/one";
import { linkDependents, recordEvidence } from "@/server/evidence";
import { authorize } from "@/server/platform/authorize";
import { ConflictError } from "@/server/platform/errors";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { changeQuestion, recordQuestionDeed } from "./change-question";
import type { BuyerQuestionView, RecordAnswerInput } from "./schemas";
import { requireQuestion } from "./view-questions";

/**
 * What the buyer answered; with a place, it rests on evidence and is told when its document changes. Throws NotFoundError, ConflictError
 * (withdrawn) and UnsupportedQuoteError (the words do not stand there).
 */
export async function recordBuyerAnswer(ctx: WorkspaceContext, input: RecordAnswerInput): Promise<BuyerQuestionView> {
  authorize(ctx, "opportunities:write");
  return inWorkspace(ctx, async (tx) => {
    const before = await requireQuestion(tx, ctx, input.id);
    if (before.state === "withdrawn") throw new ConflictError("This question was withdrawn.");
    const cited = input.place ? one(await recordEvidence(tx, ctx, [input.place])) : null;
    if (cited) {
      await linkDependents(tx, ctx, [{ evidenceId: cited.id, kind: "buyer_question", dependentId: before.id }]);
    }
    const now = new Date();
    await recordQuestionDeed(tx, ctx, before.opportunityId, {
      name: "answer",
      text: `recorded the buyer's answer to question ${before.number}`,
      questionIds: [before.id],
    });
    return changeQuestion(tx, ctx, before, {
      state: "answered",
      answer: input.answer,
      answerEvidenceId: cited?.id ?? null,
      answeredAt: now,
      sentAt: before.sentAt ?? now,
    });
  });
}
