import { announce } from "@/server/jobs/announce";
import { opportunityRefinementRequested } from "@/server/jobs/events";
import { findModelName } from "@/server/models";
import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { ConflictError } from "@/server/platform/errors";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { lockOpportunity } from "../queries";

/** Asks the workspace's model once more about what it has not gone through. Throws NotFoundError, ConflictError (no model). */
export async function requestRefinement(ctx: WorkspaceContext, opportunityId: string): Promise<void> {
  authorize(ctx, "opportunities:write");
  if (!(await findModelName(ctx))) {
    throw new ConflictError(
      "This workspace has no language model. An admin can choose one in Settings, Models and budget.",
    );
  }
  await inWorkspace(ctx, async (tx) => {
    await lockOpportunity(tx, ctx, opportunityId);
    await announce(
      tx,
      opportunityRefinementRequested.create({
        workspaceId: ctx.workspace.id,
        userId: ctx.actor.userId,
        opportunityId,
      }),
    );
    await recordAudit(tx, ctx, { action: "opportunity.refine", subjectId: opportunityId });
  });
}
