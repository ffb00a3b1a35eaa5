import { and, eq } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { type BuyerQuestion, buyerQuestions } from "@/drizzle/schema";
import { one } from "@/lib/one";
import { recordActivity } from "@/server/collaboration";
import { announceLive } from "@/server/platform/live";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { opportunitySubject } from "../pipeline/opportunity-subject";
import { requireOpportunity } from "../queries";
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

/** Writes down what was done to questions of an opportunity, and tells its screens. In the caller's transaction. */
export async function tellOfQuestion(
  tx: Tx,
  ctx: WorkspaceContext,
  opportunityId: string,
  activity: { deed: string; text: string },
): Promise<void> {
  await recordActivity(tx, ctx, opportunitySubject(await requireOpportunity(tx, ctx, opportunityId)), activity);
  announceLive(ctx, "opportunity", opportunityId);
}
