import { and, eq } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { type BuyerQuestion, buyerQuestions } from "@/drizzle/schema";
import { one } from "@/lib/one";
import { recordActivity } from "@/server/collaboration";
import { recordAudit } from "@/server/platform/audit";
import { announceLive } from "@/server/platform/live";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { opportunitySubject } from "../pipeline/opportunity-subject";
import { requireOpportunity } from "../queries";
import { settleReopened } from "../reopened/record-reopenings";
import type { BuyerQuestionView } from "./schemas";
import { viewQuestions } from "./view-questions";

/** Writes the new values of a question and returns it as it stands then. In the caller's transaction. */
export async function changeQuestion(
  tx: Tx,
  ctx: WorkspaceContext,
  before: BuyerQuestion,
  values: Partial<BuyerQuestion>,
): Promise<BuyerQuestionView> {
  const rows = await tx
    .update(buyerQuestions)
    .set(values)
    .where(and(eq(buyerQuestions.workspaceId, ctx.workspace.id), eq(buyerQuestions.id, before.id)))
    .returning();
  announceLive(ctx, "opportunity", before.opportunityId);
  return one(await viewQuestions(tx, ctx, rows));
}

export interface QuestionDeed {
  name: "add" | "draft" | "edit" | "send" | "answer" | "withdraw" | "reopen";
  /** As an activity tells it, without the person's name. */
  text: string;
  questionIds: readonly string[];
}

/** Writes down what was done to questions of an opportunity, for its people and in the audit trail, and tells its screens. In the caller's transaction. */
export async function recordQuestionDeed(
  tx: Tx,
  ctx: WorkspaceContext,
  opportunityId: string,
  { name, text, questionIds }: QuestionDeed,
): Promise<void> {
  const opportunity = await requireOpportunity(tx, ctx, opportunityId);
  await recordActivity(tx, ctx, opportunitySubject(opportunity), {
    deed: `question.${name}`,
    text,
    detail: { questionIds },
  });
  await recordAudit(tx, ctx, {
    action: `buyer_question.${name}`,
    ...(questionIds.length === 1 && questionIds[0] ? { subjectId: questionIds[0] } : {}),
    detail: { opportunityId, questionIds },
  });
  await settleReopened(tx, ctx, "question", questionIds, ctx.actor.userId);
  announceLive(ctx, "opportunity", opportunityId);
}
