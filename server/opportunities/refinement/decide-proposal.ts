import { and, eq } from "drizzle-orm";
import { type RequirementProposal, requirementProposals } from "@/drizzle/schema";
import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { ConflictError, NotFoundError } from "@/server/platform/errors";
import { announceLive } from "@/server/platform/live";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { lockOpportunity } from "../queries";
import { addRequirement } from "../requirements/add-requirement";
import { editRequirement } from "../requirements/edit-requirement";
import { mergeRequirements } from "../requirements/merge-requirements";
import type { DecideProposalInput, RequirementDeed } from "../requirements/schemas";
import { readAbout, standingRows } from "./standing-proposal";

/**
 * Takes a proposal over, as the person's own deed with its history and Undo, or puts it away for good. Throws NotFoundError, ConflictError (decided, or
 * what it was about has changed).
 */
export async function decideProposal(
  ctx: WorkspaceContext,
  input: DecideProposalInput,
): Promise<{ deed: RequirementDeed | null }> {
  authorize(ctx, "opportunities:write");
  return inWorkspace(ctx, async (tx) => {
    const [proposal] = await tx
      .select()
      .from(requirementProposals)
      .where(and(eq(requirementProposals.workspaceId, ctx.workspace.id), eq(requirementProposals.id, input.id)))
      .for("update");
    if (!proposal) throw new NotFoundError("proposal");
    const opportunity = await lockOpportunity(tx, ctx, proposal.opportunityId);
    if (proposal.state !== "open") throw new ConflictError("Somebody has decided about this proposal already.");
    const isStanding = standingRows(proposal, await readAbout(tx, ctx, proposal.requirementIds)) !== null;
    if (input.isAccepted && !isStanding) {
      throw new ConflictError("What this proposal is about has changed since. Look at the requirement again.");
    }
    const deed = input.isAccepted ? await take(ctx, proposal) : null;
    await tx
      .update(requirementProposals)
      .set({
        state: input.isAccepted ? "accepted" : "rejected",
        batchId: deed?.batchId ?? null,
        decidedBy: ctx.actor.userId,
        decidedAt: new Date(),
      })
      .where(and(eq(requirementProposals.workspaceId, ctx.workspace.id), eq(requirementProposals.id, proposal.id)));
    await recordAudit(tx, ctx, {
      action: input.isAccepted ? "requirement.accept_proposal" : "requirement.reject_proposal",
      subjectId: opportunity.id,
      detail: { proposalId: proposal.id, what: proposal.what, model: proposal.model },
    });
    announceLive(ctx, "requirement", opportunity.id);
    return { deed };
  });
}

function take(ctx: WorkspaceContext, proposal: RequirementProposal): Promise<RequirementDeed> {
  const { proposed, requirementIds } = proposal;
  const [first = ""] = requirementIds;
  if (proposal.what === "merge") return mergeRequirements(ctx, { ids: requirementIds });
  if (proposal.what === "change") {
    return editRequirement(ctx, {
      id: first,
      revision: proposal.revisions[0],
      ...(proposed.kind ? { kind: proposed.kind } : {}),
      ...(proposed.isMandatory === undefined ? {} : { isMandatory: proposed.isMandatory }),
    });
  }
  return addRequirement(
    ctx,
    {
      opportunityId: proposal.opportunityId,
      kind: proposed.kind ?? "service",
      isMandatory: proposed.isMandatory ?? true,
      obliged: proposed.obliged ?? "contractor",
      place: {
        documentId: proposal.documentId,
        renditionId: proposal.renditionId,
        start: proposal.start,
        end: proposal.end,
      },
    },
    { origin: "model", reason: `${proposal.model} found it and a person accepted it: ${proposal.reason}` },
  );
}
