import { and, desc, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { type GoNoGoDecision, goNoGoDecisions, type Opportunity, opportunities } from "@/drizzle/schema";
import { authorize } from "@/server/platform/authorize";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { mergedInto } from "../merging/merged-into";
import { loadPeople, requireOpportunity } from "../queries";
import type { GoNoGoDecisionView } from "./schemas";

/** The newest first. */
export async function readDecisions(
  tx: Tx,
  ctx: WorkspaceContext,
  opportunityIds: string | readonly string[],
  limit = 200,
): Promise<GoNoGoDecision[]> {
  return tx
    .select()
    .from(goNoGoDecisions)
    .where(
      and(
        eq(goNoGoDecisions.workspaceId, ctx.workspace.id),
        inArray(goNoGoDecisions.opportunityId, [opportunityIds].flat()),
      ),
    )
    .orderBy(desc(goNoGoDecisions.createdAt), desc(goNoGoDecisions.id))
    .limit(limit);
}

export async function viewDecisions(
  tx: Tx,
  ctx: WorkspaceContext,
  rows: GoNoGoDecision[],
  merged: readonly Pick<Opportunity, "id" | "number">[] = [],
): Promise<GoNoGoDecisionView[]> {
  const person = await loadPeople(
    tx,
    ctx,
    rows.map(({ decidedBy }) => decidedBy),
  );
  return rows.map(({ id, decision, reason, score, factors, decidedBy, opportunityId, createdAt }) => ({
    id,
    decision,
    reason,
    score,
    factors: factors as GoNoGoDecisionView["factors"],
    decidedBy: person(decidedBy),
    mergedFrom: merged.find((one) => one.id === opportunityId) ?? null,
    createdAt,
  }));
}

/** All decisions and reversals, those about what was merged into it among them, the newest first. Throws NotFoundError. */
export async function listDecisions(ctx: WorkspaceContext, opportunityId: string): Promise<GoNoGoDecisionView[]> {
  authorize(ctx, "opportunities:read");
  return inWorkspace(ctx, async (tx) => {
    await requireOpportunity(tx, ctx, opportunityId);
    const ids = await mergedInto(tx, ctx, opportunityId);
    const merged = await tx
      .select({ id: opportunities.id, number: opportunities.number })
      .from(opportunities)
      .where(and(eq(opportunities.workspaceId, ctx.workspace.id), inArray(opportunities.id, ids)));
    return viewDecisions(tx, ctx, await readDecisions(tx, ctx, [opportunityId, ...ids]), merged);
  });
}
