import { and, eq } from "drizzle-orm";
import { amendments } from "@/drizzle/schema";
import { recordActivity } from "@/server/collaboration";
import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { announceLive } from "@/server/platform/live";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { opportunitySubject } from "../pipeline/opportunity-subject";
import { lockOpportunity } from "../queries";
import { requireAmendment } from "./get-amendment";
import { ofAmendments } from "./record-amendment";

/** A person has looked at what the buyer changed; doing it twice changes nothing, and `isApproved: false` takes it back. Throws NotFoundError. */
export async function approveAmendment(ctx: WorkspaceContext, id: string, isApproved = true): Promise<void> {
  authorize(ctx, "opportunities:write");
  await inWorkspace(ctx, async (tx) => {
    const amendment = await requireAmendment(tx, ctx, id);
    if ((amendment.state === "approved") === isApproved) return;
    const opportunity = await lockOpportunity(tx, ctx, amendment.opportunityId);
    await tx
      .update(amendments)
      .set(
        isApproved
          ? { state: "approved", reviewedBy: ctx.actor.userId, reviewedAt: new Date() }
          : { state: "to_review", reviewedBy: null, reviewedAt: null },
      )
      .where(and(ofAmendments(ctx), eq(amendments.id, id)));
    await recordActivity(tx, ctx, opportunitySubject(opportunity), {
      deed: isApproved ? "amendment.approve" : "amendment.reopen",
      text: isApproved ? "approved an amendment" : "opened an amendment again",
      detail: { amendmentId: id },
    });
    await recordAudit(tx, ctx, {
      action: "amendment.approve",
      subjectId: id,
      detail: { isApproved, opportunityId: opportunity.id },
    });
    announceLive(ctx, "opportunity", opportunity.id);
  });
}
