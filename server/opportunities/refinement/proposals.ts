import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import {
  documents,
  opportunityReadings,
  type Requirement,
  type RequirementProposal,
  requirementProposals,
  requirements,
} from "@/drizzle/schema";
import { announce } from "@/server/jobs/announce";
import { opportunityRefinementRequested } from "@/server/jobs/events";
import { findModelName } from "@/server/models";
import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { ConflictError, NotFoundError } from "@/server/platform/errors";
import { announceLive } from "@/server/platform/live";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { lockOpportunity, requireOpportunity } from "../queries";
import { ofReading } from "../reading/request-reading";
import { addRequirement } from "../requirements/add-requirement";
import { editRequirement } from "../requirements/edit-requirement";
import { mergeRequirements } from "../requirements/merge-requirements";
import type { DecideProposalInput, ListProposalsOutput, ProposalView, RequirementDeed } from "../requirements/schemas";
import { labelOf } from "../requirements/to-views";

/** What a model proposes about the requirements of an opportunity and nobody has decided; those whose rows have moved on since are left out. Throws NotFoundError. */
export async function listProposals(ctx: WorkspaceContext, opportunityId: string): Promise<ListProposalsOutput> {
  authorize(ctx, "opportunities:read");
  const model = await findModelName(ctx);
  return inWorkspace(ctx, async (tx) => {
    await requireOpportunity(tx, ctx, opportunityId);
    const rows = await tx
      .select({ proposal: requirementProposals, title: documents.title })
      .from(requirementProposals)
      .innerJoin(
        documents,
        and(
          eq(documents.workspaceId, ctx.workspace.id),
          eq(documents.id, requirementProposals.documentId),
          isNull(documents.deletedAt),
        ),
      )
      .where(
        and(
          eq(requirementProposals.workspaceId, ctx.workspace.id),
          eq(requirementProposals.opportunityId, opportunityId),
          eq(requirementProposals.state, "open"),
        ),
      )
      .orderBy(asc(documents.path), asc(requirementProposals.start), asc(requirementProposals.id))
      .limit(500);
    const about = await readAbout(
      tx,
      ctx,
      rows.flatMap(({ proposal }) => proposal.requirementIds),
    );
    const [reading] = await tx
      .select({ refinement: opportunityReadings.refinement })
      .from(opportunityReadings)
      .where(ofReading(ctx, opportunityId));
    const refinement = reading?.refinement ?? null;
    return {
      model,
      refinement: refinement && { ...refinement, at: new Date(refinement.at) },
      proposals: rows.flatMap(({ proposal, title }) => {
        const named = standing(proposal, about);
        return named ? [viewOf(proposal, title, named)] : [];
      }),
    };
  });
}

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
    const isStanding = standing(proposal, await readAbout(tx, ctx, proposal.requirementIds)) !== null;
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

async function readAbout(tx: Tx, ctx: WorkspaceContext, ids: readonly string[]): Promise<Map<string, Requirement>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select()
    .from(requirements)
    .where(and(eq(requirements.workspaceId, ctx.workspace.id), inArray(requirements.id, [...new Set(ids)])));
  return new Map(rows.map((row) => [row.id, row]));
}

/** The rows that a proposal is about as long as they would still be changed as proposed; else null. */
function standing(proposal: RequirementProposal, about: ReadonlyMap<string, Requirement>): Requirement[] | null {
  const rows = proposal.requirementIds.flatMap((id) => about.get(id) ?? []);
  if (rows.length !== proposal.requirementIds.length) return null;
  const isSame = rows.every((row, index) => row.state === "active" && row.revision === proposal.revisions[index]);
  return isSame ? rows : null;
}

function viewOf(proposal: RequirementProposal, title: string, rows: readonly Requirement[]): ProposalView {
  const { id, what, reason, model, quote, documentId, renditionId, start, end, page, proposed, createdAt } = proposal;
  return {
    id,
    what,
    reason,
    model,
    quote,
    document: { id: documentId, title },
    renditionId,
    start,
    end,
    page,
    requirements: rows.map((row) => ({
      id: row.id,
      label: labelOf(row.number),
      text: row.text,
      kind: row.kind,
      isMandatory: row.isMandatory,
    })),
    proposed: {
      text: proposed.text ?? null,
      kind: proposed.kind ?? null,
      isMandatory: proposed.isMandatory ?? null,
      obliged: proposed.obliged ?? null,
    },
    createdAt,
  };
}
