import { and, eq } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { type Opportunity, opportunities } from "@/drizzle/schema";
import type { Outcome } from "@/lib/vocabulary/opportunities";
import { recordActivity } from "@/server/collaboration";
import { announce } from "@/server/jobs/announce";
import { opportunitySettled } from "@/server/jobs/events";
import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { announceLive } from "@/server/platform/live";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { lockOpportunity } from "../queries";
import { opportunitySubject } from "./opportunity-subject";
import type { SetOutcomeInput } from "./schemas";

const words: Record<Outcome, string> = {
  won: "marked it as won",
  lost: "marked it as lost",
  no_bid: "marked it as not bid for",
  cancelled: "marked it as cancelled by the buyer",
};

/** How it ended for us, apart from its stage; null opens it again. Throws NotFoundError. */
export async function setOutcome(ctx: WorkspaceContext, input: SetOutcomeInput): Promise<void> {
  authorize(ctx, "opportunities:write");
  await inWorkspace(ctx, async (tx) => {
    const before = await lockOpportunity(tx, ctx, input.id);
    await settle(tx, ctx, before, input.outcome, input.reason);
  });
}

/** In the caller's transaction, with the opportunity locked. The same outcome again, without a reason, is nothing. */
export async function settle(
  tx: Tx,
  ctx: WorkspaceContext,
  before: Opportunity,
  outcome: Outcome | null,
  reason: string,
): Promise<void> {
  if (before.outcome === outcome && reason === "") return;
  await tx
    .update(opportunities)
    .set({ outcome })
    .where(and(eq(opportunities.workspaceId, ctx.workspace.id), eq(opportunities.id, before.id)));
  const said = outcome === null ? "opened it again" : words[outcome];
  await recordActivity(tx, ctx, opportunitySubject(before), {
    deed: outcome === null ? "outcome.reopen" : "outcome.set",
    text: reason ? `${said}: ${reason}` : said,
    detail: { from: before.outcome, to: outcome, reason },
  });
  await recordAudit(tx, ctx, {
    action: "opportunity.set_outcome",
    subjectId: before.id,
    detail: { from: before.outcome, to: outcome },
  });
  await announce(
    tx,
    opportunitySettled.create({ workspaceId: ctx.workspace.id, userId: null, opportunityId: before.id }),
  );
  announceLive(ctx, "opportunity", before.id);
}
