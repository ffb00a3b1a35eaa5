import { and, asc, eq, isNull } from "drizzle-orm";
import {
  documents,
  opportunityReadings,
  type Requirement,
  type RequirementProposal,
  requirementProposals,
} from "@/drizzle/schema";
import { findModelName } from "@/server/models";
import { authorize } from "@/server/platform/authorize";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { requireOpportunity } from "../queries";
import { ofReading } from "../reading/request-reading";
import type { ListProposalsOutput, ProposalView } from "../requirements/schemas";
import { labelOf } from "../requirements/to-views";
import { readAbout, standingRows } from "./standing-proposal";

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
        const named = standingRows(proposal, about);
        return named ? [viewOf(proposal, title, named)] : [];
      }),
    };
  });
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
