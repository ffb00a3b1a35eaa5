import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { type BuyerQuestion, buyerQuestions, requirements } from "@/drizzle/schema";
import { NotFoundError } from "@/server/platform/errors";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { loadCitations, loadPeople, requireOpportunity } from "../queries";
import type { BuyerQuestionView } from "./schemas";

export async function requireQuestion(tx: Tx, ctx: WorkspaceContext, id: string): Promise<BuyerQuestion> {
  const [found] = await tx
    .select()
    .from(buyerQuestions)
    .where(and(eq(buyerQuestions.workspaceId, ctx.workspace.id), eq(buyerQuestions.id, id)));
  if (!found) throw new NotFoundError("question");
  await requireOpportunity(tx, ctx, found.opportunityId);
  return found;
}

export async function viewQuestions(
  tx: Tx,
  ctx: WorkspaceContext,
  rows: BuyerQuestion[],
): Promise<BuyerQuestionView[]> {
  const person = await loadPeople(
    tx,
    ctx,
    rows.map(({ createdBy }) => createdBy),
  );
  const places = await loadCitations(
    tx,
    ctx,
    "buyer_question",
    rows.map(({ id, answerEvidenceId }) => ({ id, evidenceId: answerEvidenceId })),
  );
  const asked = rows.flatMap(({ requirementId }) => requirementId ?? []);
  const about =
    asked.length === 0
      ? []
      : await tx
          .select({
            id: requirements.id,
            number: requirements.number,
            ref: requirements.ref,
            text: requirements.text,
          })
          .from(requirements)
          .where(and(eq(requirements.workspaceId, ctx.workspace.id), inArray(requirements.id, asked)));
  return rows.map((row) => ({
    id: row.id,
    opportunityId: row.opportunityId,
    number: row.number,
    text: row.text,
    state: row.state,
    occasion: row.occasion,
    requirement: about.find(({ id }) => id === row.requirementId) ?? null,
    deadlineId: row.deadlineId,
    sentAt: row.sentAt,
    answer: row.answer,
    answerPlace: places.get(row.id) ?? null,
    answeredAt: row.answeredAt,
    createdBy: person(row.createdBy),
    createdAt: row.createdAt,
  }));
}
