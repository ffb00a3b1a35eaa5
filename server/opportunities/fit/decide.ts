import { and, eq } from "drizzle-orm";
import { goNoGoDecisions, opportunities } from "@/drizzle/schema";
import { newId } from "@/lib/ids";
import { one } from "@/lib/one";
import { recordActivity } from "@/server/collaboration";
import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { ConflictError, InvalidInputError } from "@/server/platform/errors";
import { announceLive } from "@/server/platform/live";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { opportunitySubject } from "../pipeline/opportunity-subject";
import { settle } from "../pipeline/set-outcome";
import { tellFollowers } from "../pipeline/tell-followers";
import { lockOpportunity } from "../queries";
import { settleReopened } from "../reopened/record-reopenings";
import { readDecisions, viewDecisions } from "./decisions";
import { readFactors } from "./get-fit";
import { readProfile } from "./profile";
import type { DecideInput, GoNoGoDecisionView } from "./schemas";
import { totalFit } from "./total-fit";

/**
 * Takes the go/no-go decision, or takes it back, and keeps the factors and the score as they stand now. A stated condition that is not met does
 * not forbid anything, but whoever decides all the same says why. Throws NotFoundError, InvalidInputError (reason) and ConflictError (nothing to take back, or somebody has decided since).
 */
export async function decide(ctx: WorkspaceContext, input: DecideInput): Promise<GoNoGoDecisionView> {
  authorize(ctx, "opportunities:decide");
  return inWorkspace(ctx, async (tx) => {
    const before = await lockOpportunity(tx, ctx, input.opportunityId);
    if (input.decision === null && before.decision === null) throw new ConflictError("Nothing has been decided yet.");
    const [last] = await readDecisions(tx, ctx, before.id, 1);
    if (input.insteadOf && last?.id !== input.insteadOf)
      throw new ConflictError("Somebody has decided since. Look at the decision before you change it.");
    const rows = await readFactors(tx, ctx, before.id);
    const blockers = rows.filter(({ isBlocker }) => isBlocker);
    if (blockers.length > 0 && input.decision !== null && input.reason === "") {
      throw new InvalidInputError(
        `A condition is not met: ${blockers.map(({ explanation }) => explanation).join(" ")} Say why you decide so.`,
      );
    }
    const { weights } = await readProfile(tx, ctx);
    const factors = rows.map(({ factor, score, low, high, weight, explanation, isBlocker }) => ({
      factor,
      score,
      low,
      high,
      weight: weight ?? weights[factor],
      explanation,
      isBlocker,
    }));
    const row = one(
      await tx
        .insert(goNoGoDecisions)
        .values({
          workspaceId: ctx.workspace.id,
          id: newId(),
          opportunityId: before.id,
          decision: input.decision,
          reason: input.reason,
          score: totalFit(factors).score,
          factors: factors.map(({ low: _, high: __, ...factor }) => factor),
          decidedBy: ctx.actor.userId,
          createdAt: new Date(),
        })
        .returning(),
    );
    await tx
      .update(opportunities)
      .set({ decision: input.decision })
      .where(and(eq(opportunities.workspaceId, ctx.workspace.id), eq(opportunities.id, before.id)));
    if (last) await settleReopened(tx, ctx, "decision", [last.id], ctx.actor.userId);
    const said = input.decision === null ? "took the decision back" : `decided ${nameOf[input.decision]}`;
    await recordActivity(tx, ctx, opportunitySubject(before), {
      deed: input.decision === null ? "decision.take_back" : "decision.take",
      text: input.reason ? `${said}: ${input.reason}` : said,
      detail: { from: before.decision, to: input.decision, decisionId: row.id, score: row.score },
    });
    await recordAudit(tx, ctx, {
      action: "opportunity.decide",
      subjectId: before.id,
      detail: { from: before.decision, to: input.decision },
    });
    await tellFollowers(tx, ctx, before, {
      kind: "opportunity_decided",
      title: `${titles[input.decision ?? "none"]}: ${before.title}`,
      body: input.reason,
      occasion: `opportunity_decided ${row.id}`,
    });
    if (input.decision === "no_go" && input.closes) await settle(tx, ctx, before, "no_bid", input.reason);
    // What the no-go had closed is bid for again.
    const isReversed = before.decision === "no_go" && input.decision !== "no_go";
    if (isReversed && before.outcome === "no_bid") await settle(tx, ctx, before, null, "");
    announceLive(ctx, "opportunity", before.id);
    return one(await viewDecisions(tx, ctx, [row]));
  });
}

const nameOf = { go: "to go", no_go: "not to go" } as const;
const titles = { go: "Go", no_go: "No go", none: "Decision taken back" } as const;
