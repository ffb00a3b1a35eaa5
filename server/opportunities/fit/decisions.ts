import { and, desc, eq } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { type GoNoGoDecision, goNoGoDecisions } from "@/drizzle/schema";
import { authorize } from "@/server/platform/authorize";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { loadPeople, requireOpportunity } from "../queries";
import type { GoNoGoDecisionView } from "./schemas";

/** The newest first. */
export async function readDecisions(
  tx: Tx,
  ctx: WorkspaceContext,
  opportunityId: string,
  limit = 200,
): Promise<GoNoGoDecision[]> {
  return tx
    .select()
    .from(goNoGoDecisions)
    .where(and(eq(goNoGoDecisions.workspaceId, ctx.workspace.id), eq(goNoGoDecisions.opportunityId, opportunityId)))
    .orderBy(desc(goNoGoDecisions.createdAt), desc(goNoGoDecisions.id))
    .limit(limit);
}

export async function viewDecisions(
  tx: Tx,
  ctx: WorkspaceContext,
  rows: GoNoGoDecision[],
): Promise<GoNoGoDecisionView[]> {
  const person = await loadPeople(
    tx,
    ctx,
    rows.map(({ decidedBy }) => decidedBy),
  );
  return rows.map(({ id, decision, reason, score, factors, decidedBy, createdAt }) => ({
    id,
    decision,
    reason,
    score,
    factors: factors as GoNoGoDecisionView["factors"],
    decidedBy: person(decidedBy),
    createdAt,
  }));
}

/** All decisions and reversals, the newest first. Throws NotFoundError. */
export async function listDecisions(ctx: WorkspaceContext, opportunityId: string): Promise<GoNoGoDecisionView[]> {
  authorize(ctx, "opportunities:read");
  return inWorkspace(ctx, async (tx) => {
    await requireOpportunity(tx, ctx, opportunityId);
    return viewDecisions(tx, ctx, await readDecisions(tx, ctx, opportunityId));
  });
}
