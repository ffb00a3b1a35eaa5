import { and, asc, eq } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { type BuyerQuestion, buyerQuestions, opportunityDeadlines } from "@/drizzle/schema";
import { authorize } from "@/server/platform/authorize";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { drivingStatement } from "../deadlines/settle-deadlines";
import { requireOpportunity } from "../queries";
import type { ListBuyerQuestionsOutput } from "./schemas";
import { viewQuestions } from "./view-questions";

/** All questions of an opportunity by their numbers, and until when the buyer takes them. Throws NotFoundError. */
export async function listBuyerQuestions(
  ctx: WorkspaceContext,
  opportunityId: string,
): Promise<ListBuyerQuestionsOutput> {
  authorize(ctx, "opportunities:read");
  return inWorkspace(ctx, async (tx) => {
    await requireOpportunity(tx, ctx, opportunityId);
    return {
      questions: await viewQuestions(tx, ctx, await readQuestions(tx, ctx, opportunityId)),
      deadline: await questionsDeadline(tx, ctx, opportunityId),
    };
  });
}

export async function readQuestions(tx: Tx, ctx: WorkspaceContext, opportunityId: string): Promise<BuyerQuestion[]> {
  return tx
    .select()
    .from(buyerQuestions)
    .where(and(eq(buyerQuestions.workspaceId, ctx.workspace.id), eq(buyerQuestions.opportunityId, opportunityId)))
    .orderBy(asc(buyerQuestions.number));
}

async function questionsDeadline(tx: Tx, ctx: WorkspaceContext, opportunityId: string) {
  const statements = await tx
    .select()
    .from(opportunityDeadlines)
    .where(
      and(
        eq(opportunityDeadlines.workspaceId, ctx.workspace.id),
        eq(opportunityDeadlines.opportunityId, opportunityId),
        eq(opportunityDeadlines.kind, "questions"),
      ),
    );
  const driving = drivingStatement(statements);
  if (!driving) return null;
  const now = new Date();
  return {
    at: driving.at,
    localDate: driving.localDate,
    localTime: driving.localTime,
    zone: driving.zone,
    isContradicted: driving.state === "contradicted",
    isPast: driving.at ? driving.at < now : (driving.localDate ?? "") < now.toISOString().slice(0, 10),
  };
}
