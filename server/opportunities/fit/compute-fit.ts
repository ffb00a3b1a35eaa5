import { sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { opportunityFactors } from "@/drizzle/schema";
import { authorize } from "@/server/platform/authorize";
import { announceLive } from "@/server/platform/live";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { lockOpportunity } from "../queries";
import type { FactorResult } from "./factor-result";
import { askedIdeas, capabilityFactor } from "./factors/capability";
import { eligibilityFactor } from "./factors/eligibility";
import { incumbencyFactor } from "./factors/incumbency";
import { competitionFactor, outcomesFactor } from "./factors/past";
import { placeFactor } from "./factors/place";
import { subjectIdeas } from "./factors/subject";
import { timeFactor } from "./factors/time";
import { valueFactor } from "./factors/value";
import { findCoverage, keepCoverage, measureOwn, ownDocumentIds } from "./find-coverage";
import type { FitFacts } from "./fit-facts";
import { readFitFacts } from "./read-fit-facts";
import { storeTotal } from "./set-factor-weight";

/**
 * Weighs an opportunity anew, factor by factor, from what is known now. No model takes part: the same facts give the same factors. Weights that
 * people have set stay. Throws NotFoundError. Safe to run again.
 */
export async function computeFit(ctx: WorkspaceContext, opportunityId: string, now = new Date()): Promise<void> {
  authorize(ctx, "opportunities:write");
  const { facts, own, library } = await inWorkspace(ctx, async (tx) => {
    const ids = await ownDocumentIds(tx, ctx);
    return {
      facts: await readFitFacts(tx, ctx, opportunityId, now),
      own: ids,
      library: await measureOwn(tx, ctx, ids),
    };
  });
  const asked = askedIdeas(facts);
  const found = await findCoverage(ctx, asked.ideas, own);
  const about = subjectIdeas(facts).map((text) => ({ text }));
  const isShown = (await findCoverage(ctx, about, own, { isSubject: true })).map((quote) => quote !== null);
  await inWorkspace(ctx, async (tx) => {
    await lockOpportunity(tx, ctx, opportunityId);
    const covered = await keepCoverage(tx, ctx, opportunityId, found);
    const capability = capabilityFactor(facts, asked, covered, library, isShown);
    await storeFactors(tx, ctx, opportunityId, [capability, ...plainFactors(facts)], now);
    announceLive(ctx, "opportunity", opportunityId);
  });
}

/** As `computeFit`, for what changes with other opportunities and with time alone: cheap, so that many can be looked at again. */
export async function refreshPlainFactors(
  ctx: WorkspaceContext,
  opportunityId: string,
  now = new Date(),
): Promise<void> {
  authorize(ctx, "opportunities:write");
  await inWorkspace(ctx, async (tx) => {
    await lockOpportunity(tx, ctx, opportunityId);
    const facts = await readFitFacts(tx, ctx, opportunityId, now);
    await storeFactors(tx, ctx, opportunityId, plainFactors(facts), now);
    announceLive(ctx, "opportunity", opportunityId);
  });
}

function plainFactors(facts: FitFacts): FactorResult[] {
  return [
    eligibilityFactor(facts),
    valueFactor(facts),
    placeFactor(facts),
    timeFactor(facts),
    incumbencyFactor(facts),
    competitionFactor(facts),
    outcomesFactor(facts),
  ];
}

async function storeFactors(
  tx: Tx,
  ctx: WorkspaceContext,
  opportunityId: string,
  results: FactorResult[],
  now: Date,
): Promise<void> {
  await tx
    .insert(opportunityFactors)
    .values(results.map((result) => ({ ...result, workspaceId: ctx.workspace.id, opportunityId, computedAt: now })))
    .onConflictDoUpdate({
      target: [opportunityFactors.workspaceId, opportunityFactors.opportunityId, opportunityFactors.factor],
      set: {
        score: sql`excluded.score`,
        low: sql`excluded.low`,
        high: sql`excluded.high`,
        explanation: sql`excluded.explanation`,
        isBlocker: sql`excluded.is_blocker`,
        basis: sql`excluded.basis`,
        computedAt: now,
      },
    });
  await storeTotal(tx, ctx, opportunityId);
}
