import { and, asc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { type BuyerQuestion, buyerQuestions, opportunityDeadlines, requirements } from "@/drizzle/schema";
import { newId } from "@/lib/ids";
import { deadlineLabels } from "@/lib/vocabulary/deadline-labels";
import { authorize } from "@/server/platform/authorize";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { drivingStatement } from "../deadlines/settle-deadlines";
import { loadCitations, lockOpportunity } from "../queries";
import { recordQuestionDeed } from "./change-question";
import { leaveOutRepeats } from "./leave-out-repeats";
import { readQuestions } from "./list-buyer-questions";
import type { BuyerQuestionView } from "./schemas";
import { viewQuestions } from "./view-questions";
import { wordDateQuestion, wordRequirementQuestion } from "./word-question";

/** More at once nobody reads; those of mandatory demands come first, and the rest at the next asking. */
const mostDrafted = 40;

type Draft = Pick<BuyerQuestion, "text" | "occasion" | "requirementId" | "deadlineId">;

/**
 * Proposes a question for each date that is stated in two ways and each demand that is unclear, unless one was proposed before, whatever became
 * of it. Throws NotFoundError.
 */
export async function draftBuyerQuestions(
  ctx: WorkspaceContext,
  opportunityId: string,
): Promise<{ added: number; questions: BuyerQuestionView[] }> {
  authorize(ctx, "opportunities:write");
  return inWorkspace(ctx, async (tx) => {
    await lockOpportunity(tx, ctx, opportunityId);
    const known = await readQuestions(tx, ctx, opportunityId);
    const proposed = [
      ...(await dateQuestions(tx, ctx, opportunityId, known)),
      ...(await requirementQuestions(tx, ctx, opportunityId, known)),
    ];
    const fresh = leaveOutRepeats(proposed, known).slice(0, mostDrafted);
    const first = Math.max(0, ...known.map(({ number }) => number)) + 1;
    if (fresh.length > 0) {
      const rows = fresh.map((draft, index) => ({
        ...draft,
        workspaceId: ctx.workspace.id,
        id: newId(),
        opportunityId,
        number: first + index,
        createdBy: ctx.actor.userId,
      }));
      await tx.insert(buyerQuestions).values(rows);
      await recordQuestionDeed(tx, ctx, opportunityId, {
        name: "draft",
        text: rows.length === 1 ? "drafted a question to the buyer" : `drafted ${rows.length} questions to the buyer`,
        questionIds: rows.map(({ id }) => id),
      });
    }
    return {
      added: fresh.length,
      questions: await viewQuestions(tx, ctx, await readQuestions(tx, ctx, opportunityId)),
    };
  });
}

async function dateQuestions(
  tx: Tx,
  ctx: WorkspaceContext,
  opportunityId: string,
  known: BuyerQuestion[],
): Promise<Draft[]> {
  const rows = await tx
    .select()
    .from(opportunityDeadlines)
    .where(
      and(
        eq(opportunityDeadlines.workspaceId, ctx.workspace.id),
        eq(opportunityDeadlines.opportunityId, opportunityId),
      ),
    )
    .orderBy(asc(opportunityDeadlines.at), asc(opportunityDeadlines.localDate), asc(opportunityDeadlines.id));
  const contradicted = rows.filter(({ state }) => state === "contradicted");
  const citations = await loadCitations(tx, ctx, "opportunity_deadline", contradicted);
  const drafts: Draft[] = [];
  for (const kind of new Set(contradicted.map((row) => row.kind))) {
    const ofKind = rows.filter((row) => row.kind === kind);
    if (known.some(({ deadlineId }) => ofKind.some(({ id }) => id === deadlineId))) continue;
    const seen = new Set<string>();
    const different = contradicted.filter((row) => {
      const said = row.at?.toISOString() ?? `${row.localDate} ${row.localTime}`;
      return row.kind === kind && !seen.has(said) && seen.add(said);
    });
    drafts.push({
      text: wordDateQuestion(
        `the ${deadlineLabels[kind].toLowerCase()} date`,
        different.map(({ id, quote }) => ({ quote, citation: citations.get(id) ?? null })),
      ),
      occasion: `The documents disagree about the ${deadlineLabels[kind].toLowerCase()} date.`,
      requirementId: null,
      deadlineId: drivingStatement(ofKind)?.id ?? different[0]?.id ?? null,
    });
  }
  return drafts;
}

async function requirementQuestions(
  tx: Tx,
  ctx: WorkspaceContext,
  opportunityId: string,
  known: BuyerQuestion[],
): Promise<Draft[]> {
  const rows = await tx
    .select()
    .from(requirements)
    .where(
      and(
        eq(requirements.workspaceId, ctx.workspace.id),
        eq(requirements.opportunityId, opportunityId),
        eq(requirements.state, "active"),
        isNotNull(requirements.unclear),
        isNull(requirements.duplicateOfId),
      ),
    )
    .orderBy(sql`${requirements.isMandatory} desc`, asc(requirements.position));
  const asked = new Set(known.map(({ requirementId }) => requirementId));
  const fresh = rows.filter(({ id }) => !asked.has(id));
  const citations = await loadCitations(tx, ctx, "requirement", fresh);
  return fresh.map((row) => ({
    text: wordRequirementQuestion({ ...row, unclear: row.unclear ?? "", citation: citations.get(row.id) ?? null }),
    occasion: row.unclear ?? "",
    requirementId: row.id,
    deadlineId: null,
  }));
}
