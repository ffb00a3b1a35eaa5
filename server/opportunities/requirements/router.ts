import { z } from "zod";
import { router, workspaceProcedure } from "@/server/trpc/procedures";
import { decideProposal } from "../refinement/decide-proposal";
import { explainRequirement } from "../refinement/explain-requirement";
import { listProposals } from "../refinement/list-proposals";
import { requestRefinement } from "../refinement/request-refinement";
import { addRequirement } from "./add-requirement";
import { dropRequirements } from "./drop-requirements";
import { editRequirement } from "./edit-requirement";
import { exportRequirements } from "./export-requirements";
import { listRequirements } from "./list-requirements";
import { mergeRequirements } from "./merge-requirements";
import { moveRequirement } from "./move-requirement";
import {
  addRequirementInput,
  decideProposalInput,
  dropRequirementsInput,
  editRequirementInput,
  explanation,
  exportedFile,
  exportRequirementsInput,
  listProposalsInput,
  listProposalsOutput,
  listRequirementsInput,
  listRequirementsOutput,
  mergeRequirementsInput,
  moveRequirementInput,
  requirementDeed,
  requirementHistory,
  requirementId,
  splitRequirementInput,
  undoRequirementsInput,
} from "./schemas";
import { splitRequirement } from "./split-requirement";
import { listRequirementHistory, undoRequirements } from "./undo-requirements";

const tags = ["requirements"];

export const requirementsRouter = router({
  list: workspaceProcedure
    .meta({
      openapi: {
        method: "GET",
        path: "/opportunities/{opportunityId}/requirements",
        tags,
        summary: "What its documents demand, in reading order",
      },
    })
    .input(listRequirementsInput)
    .output(listRequirementsOutput)
    .query(({ ctx, input }) => listRequirements(ctx.workspace, input)),
  history: workspaceProcedure
    .meta({
      openapi: { method: "GET", path: "/requirements/{id}/history", tags, summary: "What was done to a requirement" },
    })
    .input(requirementId)
    .output(requirementHistory)
    .query(({ ctx, input }) => listRequirementHistory(ctx.workspace, input.id)),
  proposals: workspaceProcedure
    .meta({
      openapi: {
        method: "GET",
        path: "/opportunities/{opportunityId}/requirements/proposals",
        tags,
        summary: "What a language model proposes about its requirements",
      },
    })
    .input(listProposalsInput)
    .output(listProposalsOutput)
    .query(({ ctx, input }) => listProposals(ctx.workspace, input.opportunityId)),
  decideProposal: workspaceProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/requirements/proposals/{id}",
        tags,
        summary: "Accept a proposal of a model, or put it away",
      },
    })
    .input(decideProposalInput)
    .output(z.object({ deed: requirementDeed.nullable() }))
    .mutation(({ ctx, input }) => decideProposal(ctx.workspace, input)),
  refine: workspaceProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/opportunities/{opportunityId}/requirements/refine",
        tags,
        summary: "Let the workspace's model go through the documents",
      },
    })
    .input(listProposalsInput)
    .output(z.object({ ok: z.literal(true) }))
    .mutation(async ({ ctx, input }) => {
      await requestRefinement(ctx.workspace, input.opportunityId);
      return { ok: true };
    }),
  explain: workspaceProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/requirements/{id}/explain",
        tags,
        summary: "What it asks for, in plain words",
      },
    })
    .input(requirementId)
    .output(explanation)
    .mutation(({ ctx, input }) => explainRequirement(ctx.workspace, input.id)),
  edit: workspaceProcedure
    .meta({ openapi: { method: "PATCH", path: "/requirements/{id}", tags, summary: "Change a requirement" } })
    .input(editRequirementInput)
    .output(requirementDeed)
    .mutation(({ ctx, input }) => editRequirement(ctx.workspace, input)),
  split: workspaceProcedure
    .meta({ openapi: { method: "POST", path: "/requirements/{id}/split", tags, summary: "Make several of one" } })
    .input(splitRequirementInput)
    .output(requirementDeed)
    .mutation(({ ctx, input }) => splitRequirement(ctx.workspace, input)),
  merge: workspaceProcedure
    .meta({ openapi: { method: "POST", path: "/requirements/merge", tags, summary: "Make one of several" } })
    .input(mergeRequirementsInput)
    .output(requirementDeed)
    .mutation(({ ctx, input }) => mergeRequirements(ctx.workspace, input)),
  add: workspaceProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/opportunities/{opportunityId}/requirements",
        tags,
        summary: "Add one by hand or from a selection",
      },
    })
    .input(addRequirementInput)
    .output(requirementDeed)
    .mutation(({ ctx, input }) => addRequirement(ctx.workspace, input)),
  drop: workspaceProcedure
    .meta({ openapi: { method: "POST", path: "/requirements/drop", tags, summary: "Say that they are none" } })
    .input(dropRequirementsInput)
    .output(requirementDeed)
    .mutation(({ ctx, input }) => dropRequirements(ctx.workspace, input)),
  move: workspaceProcedure
    .meta({ openapi: { method: "POST", path: "/requirements/{id}/move", tags, summary: "Put one behind another" } })
    .input(moveRequirementInput)
    .output(requirementDeed)
    .mutation(({ ctx, input }) => moveRequirement(ctx.workspace, input)),
  undo: workspaceProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/opportunities/{opportunityId}/requirements/undo",
        tags,
        summary: "Take a deed back",
      },
    })
    .input(undoRequirementsInput)
    .output(requirementDeed)
    .mutation(({ ctx, input }) => undoRequirements(ctx.workspace, input)),
  export: workspaceProcedure
    .meta({
      openapi: {
        method: "GET",
        path: "/opportunities/{opportunityId}/requirements/export",
        tags,
        summary: "All requirements as CSV or XLSX",
      },
    })
    .input(exportRequirementsInput)
    .output(exportedFile)
    .query(({ ctx, input }) => exportRequirements(ctx.workspace, input)),
});
