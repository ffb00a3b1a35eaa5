import { recordActivity } from "@/server/collaboration";
import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { NotFoundError } from "@/server/platform/errors";
import { announceLive } from "@/server/platform/live";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { decide } from "../fit/decide";
import { opportunitySubject } from "../pipeline/opportunity-subject";
import { lockOpportunity } from "../queries";
import { loadReopened } from "./load-reopened";
import { settleReopened } from "./record-reopenings";
import type { ConfirmReopenedInput } from "./schemas";

/**
 * It still holds after what the buyer changed. A go/no-go is confirmed by deciding the same again, with the factors as they stand now, by whoever
 * may decide. Throws NotFoundError when nothing of it waits.
 */
export async function confirmReopened(ctx: WorkspaceContext, input: ConfirmReopenedInput): Promise<void> {
  authorize(ctx, input.kind === "decision" ? "opportunities:decide" : "opportunities:write");
  await inWorkspace(ctx, async (tx) => {
    const opportunity = await lockOpportunity(tx, ctx, input.opportunityId);
    const waiting = await loadReopened(tx, ctx, opportunity.id);
    const one = waiting.find(({ kind, id }) => kind === input.kind && id === input.id);
    if (!one) throw new NotFoundError("thing to confirm");
    if (one.kind === "decision") {
      const reason = `Still holds. ${one.reasons.join(" ")}`;
      await decide(ctx, { opportunityId: opportunity.id, decision: opportunity.decision, reason, closes: false });
    }
    await settleReopened(tx, ctx, one.kind, [one.id], ctx.actor.userId);
    await recordActivity(tx, ctx, opportunitySubject(opportunity), {
      deed: "reopened.confirm",
      text: `confirmed that it still holds: ${one.label}`.slice(0, 300),
      detail: { kind: one.kind, id: one.id, amendmentId: one.amendment.id },
    });
    await recordAudit(tx, ctx, {
      action: "opportunity.confirm_reopened",
      subjectId: opportunity.id,
      detail: { kind: one.kind, id: one.id, amendmentId: one.amendment.id },
    });
    announceLive(ctx, "opportunity", opportunity.id);
  });
}
