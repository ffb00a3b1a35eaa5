import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { documents, evidence, type OpportunityFactor, opportunityFactors } from "@/drizzle/schema";
import { fitFactors } from "@/lib/vocabulary/opportunities";
import { authorize } from "@/server/platform/authorize";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { requireOpportunity } from "../queries";
import { readDecisions, viewDecisions } from "./decisions";
import { readProfile } from "./profile";
import type { FitFactorView, FitOutput } from "./schemas";
import { totalFit, whatIsMissing } from "./total-fit";

/** How well an opportunity fits: its factors, their total, and the decision in force. Throws NotFoundError. */
export async function getFit(ctx: WorkspaceContext, opportunityId: string): Promise<FitOutput> {
  authorize(ctx, "opportunities:read");
  return inWorkspace(ctx, async (tx) => {
    const opportunity = await requireOpportunity(tx, ctx, opportunityId);
    const rows = await readFactors(tx, ctx, opportunityId);
    const { weights } = await readProfile(tx, ctx);
    const factors = await viewFactors(tx, ctx, rows, weights);
    const [last] = await readDecisions(tx, ctx, opportunityId, 1);
    const [decision] = last ? await viewDecisions(tx, ctx, [last]) : [];
    return {
      ...totalFit(factors),
      factors,
      missing: whatIsMissing(factors, opportunity.requirementCount > 0),
      blockers: factors.filter(({ isBlocker }) => isBlocker).map(({ explanation }) => explanation),
      computedAt: rows.map(({ computedAt }) => computedAt).sort((a, b) => a.getTime() - b.getTime())[0] ?? null,
      decision: decision ?? null,
    };
  });
}

export async function readFactors(tx: Tx, ctx: WorkspaceContext, opportunityId: string): Promise<OpportunityFactor[]> {
  const rows = await tx
    .select()
    .from(opportunityFactors)
    .where(
      and(eq(opportunityFactors.workspaceId, ctx.workspace.id), eq(opportunityFactors.opportunityId, opportunityId)),
    );
  return rows.sort((a, b) => fitFactors.indexOf(a.factor) - fitFactors.indexOf(b.factor));
}

async function viewFactors(
  tx: Tx,
  ctx: WorkspaceContext,
  rows: OpportunityFactor[],
  weights: Record<string, number>,
): Promise<FitFactorView[]> {
  const cited = rows.flatMap(({ basis }) => basis.flatMap(({ kind, id }) => (kind === "evidence" && id ? [id] : [])));
  const places =
    cited.length === 0
      ? []
      : await tx
          .select({
            evidenceId: evidence.id,
            id: documents.id,
            title: documents.title,
            page: evidence.page,
            start: evidence.start,
            end: evidence.end,
          })
          .from(evidence)
          .innerJoin(
            documents,
            and(eq(documents.workspaceId, evidence.workspaceId), eq(documents.id, evidence.documentId)),
          )
          .where(and(eq(evidence.workspaceId, ctx.workspace.id), inArray(evidence.id, cited)));
  const placeOf = new Map(places.map(({ evidenceId, ...place }) => [evidenceId, place]));
  return rows.map((row) => ({
    factor: row.factor,
    score: row.score,
    low: row.low,
    high: row.high,
    weight: row.weight ?? weights[row.factor] ?? 0,
    isOwnWeight: row.weight !== null,
    explanation: row.explanation,
    isBlocker: row.isBlocker,
    // What rests on a document that the person may not see is counted, never quoted.
    basis: row.basis
      .filter(({ kind, id }) => kind !== "evidence" || (id !== null && placeOf.has(id)))
      .map(({ kind, id, text }) => ({
        kind: kind as FitFactorView["basis"][number]["kind"],
        id,
        text,
        document: (kind === "evidence" && id ? placeOf.get(id) : null) ?? null,
      })),
  }));
}
