import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/drizzle/client";
import {
  evidence,
  opportunityFields,
  type Requirement,
  renditions,
  requirementExplanations,
  requirements,
} from "@/drizzle/schema";
import { checkSentence, type GateQuote } from "@/server/evidence";
import { findModelName, judgement } from "@/server/models";
import { authorize } from "@/server/platform/authorize";
import { NotFoundError } from "@/server/platform/errors";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { requireOpportunity } from "../queries";
import type { Explanation } from "../requirements/schemas";
import { toViews } from "../requirements/to-views";
import { explainByRules } from "./explain-by-rules";

interface Explained {
  row: Requirement;
  factor: string | null;
  quote: GateQuote | null;
}

const judgeExplanation = judgement({
  name: "opportunities.explain_requirement",
  input: z.object({ quote: z.string(), leadIn: z.string().nullable(), section: z.string() }),
  output: z.strictObject({ sentences: z.array(z.string().max(400)).min(1).max(4) }),
  // Never used as an answer: the rules know more than a prompt may show, so the caller runs them itself.
  extractive: () => ({ sentences: [] }),
  prompt: ({ quote, leadIn, section }) => ({
    task: `Say in one to four short, plain sentences what this requirement of a tender asks for, for somebody who has to answer it. Use only what the words say: add no number, date, name, limit or duty that is not in them, and leave no "not" out.`,
    data: [
      { label: "headings above it", text: section || "none" },
      { label: "what introduces it", text: leadIn ?? "nothing" },
      { label: "the requirement", text: quote },
    ],
  }),
  maxOutputTokens: 500,
  timeoutMs: 20_000,
});

/**
 * What a requirement asks for, in plain words: by the workspace's model, every sentence held against the quote by the gate, else by our own rules. A
 * model's words are kept until the requirement is revised. Throws NotFoundError.
 */
export async function explainRequirement(ctx: WorkspaceContext, id: string): Promise<Explanation> {
  authorize(ctx, "opportunities:read");
  const known = await inWorkspace(ctx, (tx) => load(tx, ctx, id));
  const { row, quote } = known.explained;
  if (known.kept) return { ...known.kept, citation: known.citation };
  const byRules = {
    sentences: explainByRules(row, known.explained.factor),
    engine: "extractive" as const,
    model: null,
  };
  if (!quote) return { ...byRules, citation: known.citation };
  const result = await judgeExplanation(ctx, { quote: quote.quote, leadIn: row.leadIn, section: row.section });
  const sentences =
    result.engine === "model" ? result.value.sentences.filter((sentence) => checkSentence(sentence, [quote]).ok) : [];
  // A rule's words are made anew each time: they cost nothing, and a model may be there tomorrow.
  if (sentences.length === 0) return { ...byRules, citation: known.citation };
  const model = await findModelName(ctx);
  const kept = { sentences, engine: "model" as const, model };
  await inWorkspace(ctx, (tx) =>
    tx
      .insert(requirementExplanations)
      .values({
        ...kept,
        workspaceId: ctx.workspace.id,
        requirementId: id,
        opportunityId: row.opportunityId,
        revision: row.revision,
      })
      .onConflictDoUpdate({
        target: [requirementExplanations.workspaceId, requirementExplanations.requirementId],
        set: { ...kept, revision: row.revision },
      }),
  );
  return { ...kept, citation: known.citation };
}

async function load(tx: Tx, ctx: WorkspaceContext, id: string) {
  const [row] = await tx
    .select()
    .from(requirements)
    .where(and(eq(requirements.workspaceId, ctx.workspace.id), eq(requirements.id, id)));
  if (!row) throw new NotFoundError("requirement");
  await requireOpportunity(tx, ctx, row.opportunityId);
  const [cited] = row.evidenceId
    ? await tx
        .select({ quote: evidence.quote, start: evidence.start, end: evidence.end, renditionText: renditions.text })
        .from(evidence)
        .innerJoin(
          renditions,
          and(eq(renditions.workspaceId, ctx.workspace.id), eq(renditions.id, evidence.renditionId)),
        )
        .where(and(eq(evidence.workspaceId, ctx.workspace.id), eq(evidence.id, row.evidenceId)))
    : [];
  const [factor] = row.factorId
    ? await tx
        .select({ text: opportunityFields.text })
        .from(opportunityFields)
        .where(and(eq(opportunityFields.workspaceId, ctx.workspace.id), eq(opportunityFields.id, row.factorId)))
    : [];
  const [kept] = await tx
    .select({
      sentences: requirementExplanations.sentences,
      engine: requirementExplanations.engine,
      model: requirementExplanations.model,
    })
    .from(requirementExplanations)
    .where(
      and(
        eq(requirementExplanations.workspaceId, ctx.workspace.id),
        eq(requirementExplanations.requirementId, id),
        eq(requirementExplanations.revision, row.revision),
      ),
    );
  const [view] = await toViews(tx, ctx, [row]);
  const explained: Explained = { row, factor: factor?.text ?? null, quote: cited ?? null };
  return { explained, kept: kept ?? null, citation: view?.citation ?? null };
}
