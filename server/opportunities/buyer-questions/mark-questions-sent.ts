import { and, eq, inArray } from "drizzle-orm";
import { type BuyerQuestion, buyerQuestions } from "@/drizzle/schema";
import { authorize } from "@/server/platform/authorize";
import { ConflictError } from "@/server/platform/errors";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { recordQuestionDeed } from "./change-question";
import type { BuyerQuestionView, MarkSentInput } from "./schemas";
import { requireQuestion, viewQuestions } from "./view-questions";

/** The questions have gone to the buyer; those that had gone before stay as they are. Throws NotFoundError and ConflictError (withdrawn). */
export async function markQuestionsSent(ctx: WorkspaceContext, input: MarkSentInput): Promise<BuyerQuestionView[]> {
  authorize(ctx, "opportunities:write");
  return inWorkspace(ctx, async (tx) => {
    const rows: BuyerQuestion[] = [];
    for (const id of new Set(input.ids)) rows.push(await requireQuestion(tx, ctx, id));
    const withdrawn = rows.find(({ state }) => state === "withdrawn");
    if (withdrawn) throw new ConflictError(`Question ${withdrawn.number} was withdrawn.`);
    const drafts = rows.filter(({ state }) => state === "draft");
    if (drafts.length > 0) {
      const ids = drafts.map(({ id }) => id);
      await tx
        .update(buyerQuestions)
        .set({ state: "sent", sentAt: input.at ? new Date(input.at) : new Date() })
        .where(and(eq(buyerQuestions.workspaceId, ctx.workspace.id), inArray(buyerQuestions.id, ids)));
    }
    for (const opportunityId of new Set(drafts.map((row) => row.opportunityId))) {
      const own = drafts.filter((row) => row.opportunityId === opportunityId);
      const numbers = own.map(({ number }) => number);
      await recordQuestionDeed(tx, ctx, opportunityId, {
        name: "send",
        text:
          numbers.length === 1
            ? `sent question ${numbers[0]} to the buyer`
            : `sent ${numbers.length} questions to the buyer (${numbers.join(", ")})`,
        questionIds: own.map(({ id }) => id),
      });
    }
    const after = await tx
      .select()
      .from(buyerQuestions)
      .where(
        and(
          eq(buyerQuestions.workspaceId, ctx.workspace.id),
          inArray(
            buyerQuestions.id,
            rows.map(({ id }) => id),
          ),
        ),
      )
      .orderBy(buyerQuestions.number);
    return viewQuestions(tx, ctx, after);
  });
}
