import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { type BuyerQuestion, buyerQuestions, requirements } from "@/drizzle/schema";
import { newId } from "@/lib/ids";
import { one } from "@/lib/one";
import { recordActivity } from "@/server/collaboration";
import { linkDependents, recordEvidence } from "@/server/evidence";
import { authorize } from "@/server/platform/authorize";
import { ConflictError, NotFoundError } from "@/server/platform/errors";
import { announceLive } from "@/server/platform/live";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { opportunitySubject } from "../pipeline/opportunity-subject";
import { lockOpportunity, requireOpportunity } from "../queries";
import { readQuestions } from "./list-buyer-questions";
import type {
  AddBuyerQuestionInput,
  BuyerQuestionView,
  EditBuyerQuestionInput,
  MarkSentInput,
  RecordAnswerInput,
} from "./schemas";
import { requireQuestion, viewQuestions } from "./view-questions";

/** A question of one's own. Throws NotFoundError (opportunity, requirement). */
export async function addBuyerQuestion(
  ctx: WorkspaceContext,
  input: AddBuyerQuestionInput,
): Promise<BuyerQuestionView> {
  authorize(ctx, "opportunities:write");
  return inWorkspace(ctx, async (tx) => {
    const opportunity = await lockOpportunity(tx, ctx, input.opportunityId);
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
    await recordActivity(tx, ctx, opportunitySubject(opportunity), {
      deed: "question.add",
      text: `wrote question ${row.number} to the buyer`,
      detail: { questionId: row.id },
    });
    announceLive(ctx, "opportunity", opportunity.id);
    return one(await viewQuestions(tx, ctx, [row]));
  });
}

/** Changes the words of a draft. Throws NotFoundError, and ConflictError once it has been sent. */
export async function editBuyerQuestion(
  ctx: WorkspaceContext,
  input: EditBuyerQuestionInput,
): Promise<BuyerQuestionView> {
  authorize(ctx, "opportunities:write");
  return inWorkspace(ctx, async (tx) => {
    const before = await requireQuestion(tx, ctx, input.id);
    if (before.state !== "draft") throw new ConflictError("What the buyer has been asked cannot be changed any more.");
    return change(tx, ctx, before, { text: input.text });
  });
}

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
      const numbers = drafts.filter((row) => row.opportunityId === opportunityId).map(({ number }) => number);
      await told(tx, ctx, opportunityId, {
        deed: "question.send",
        text:
          numbers.length === 1
            ? `sent question ${numbers[0]} to the buyer`
            : `sent ${numbers.length} questions to the buyer (${numbers.join(", ")})`,
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
    await told(tx, ctx, before.opportunityId, {
      deed: "question.answer",
      text: `recorded the buyer's answer to question ${before.number}`,
    });
    return change(tx, ctx, before, {
      state: "answered",
      answer: input.answer,
      answerEvidenceId: cited?.id ?? null,
      answeredAt: now,
      sentAt: before.sentAt ?? now,
    });
  });
}

/** It is not asked, or no answer is awaited any more; it is not proposed again. Throws NotFoundError and ConflictError (answered). */
export async function withdrawBuyerQuestion(ctx: WorkspaceContext, id: string): Promise<BuyerQuestionView> {
  authorize(ctx, "opportunities:write");
  return inWorkspace(ctx, async (tx) => {
    const before = await requireQuestion(tx, ctx, id);
    if (before.state === "answered") throw new ConflictError("This question has been answered.");
    if (before.state !== "withdrawn") {
      await told(tx, ctx, before.opportunityId, {
        deed: "question.withdraw",
        text: `withdrew question ${before.number} to the buyer`,
      });
    }
    return change(tx, ctx, before, { state: "withdrawn" });
  });
}

async function change(
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

async function told(
  tx: Tx,
  ctx: WorkspaceContext,
  opportunityId: string,
  activity: { deed: string; text: string },
): Promise<void> {
  await recordActivity(tx, ctx, opportunitySubject(await requireOpportunity(tx, ctx, opportunityId)), activity);
  announceLive(ctx, "opportunity", opportunityId);
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
