import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { opportunities, opportunityFactors } from "@/drizzle/schema";
import { recordActivity } from "@/server/collaboration";
import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { announceLive } from "@/server/platform/live";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { opportunitySubject } from "../pipeline/opportunity-subject";
import { lockOpportunity } from "../queries";
import { readFactors } from "./get-fit";
import { readProfile } from "./profile";
import type { SetFactorWeightInput } from "./schemas";
import { totalFit } from "./total-fit";

/** How much a factor counts for this opportunity alone. Throws NotFoundError. */
export async function setFactorWeight(ctx: WorkspaceContext, input: SetFactorWeightInput): Promise<void> {
  authorize(ctx, "opportunities:write");
  await inWorkspace(ctx, async (tx) => {
    const opportunity = await lockOpportunity(tx, ctx, input.opportunityId);
    await tx
      .insert(opportunityFactors)
      .values({
        workspaceId: ctx.workspace.id,
        opportunityId: opportunity.id,
        factor: input.factor,
        weight: input.weight,
        explanation: "This has not been looked at yet.",
        basis: [],
        computedAt: new Date(0),
      })
      .onConflictDoUpdate({
        target: [opportunityFactors.workspaceId, opportunityFactors.opportunityId, opportunityFactors.factor],
        set: { weight: input.weight },
      });
    await storeTotal(tx, ctx, opportunity.id);
    await recordActivity(tx, ctx, opportunitySubject(opportunity), {
      deed: "fit.weigh",
      text:
        input.weight === null
          ? `let the factor ${input.factor} count as everywhere`
          : `let the factor ${input.factor} count ${input.weight}`,
      detail: { factor: input.factor, weight: input.weight },
    });
    await recordAudit(tx, ctx, {
      action: "opportunity.set_factor_weight",
      subjectId: opportunity.id,
      detail: { factor: input.factor, weight: input.weight },
    });
    announceLive(ctx, "opportunity", opportunity.id);
  });
}

/** Keeps the total where lists find it. A change of the total alone is no news of the opportunity. */
export async function storeTotal(tx: Tx, ctx: WorkspaceContext, opportunityId: string): Promise<void> {
  const rows = await readFactors(tx, ctx, opportunityId);
  const { weights } = await readProfile(tx, ctx);
  const { score, known } = totalFit(rows.map((row) => ({ ...row, weight: row.weight ?? weights[row.factor] })));
  await tx
    .update(opportunities)
    .set({
      fitScore: score,
      fitKnown: known,
      hasBlocker: rows.some(({ isBlocker }) => isBlocker),
      updatedAt: sql`${opportunities.updatedAt}`,
    })
    .where(and(eq(opportunities.workspaceId, ctx.workspace.id), eq(opportunities.id, opportunityId)));
}
