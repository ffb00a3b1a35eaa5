import { z } from "zod";
import { router, workspaceProcedure } from "@/server/trpc/procedures";
import { decideDeadline } from "./deadlines/decide-deadline";
import { createOpportunity } from "./deeds/create-opportunity";
import { prepareUpload } from "./deeds/prepare-upload";
import {
  createOpportunityInput,
  decideDeadlineInput,
  documentsOfOpportunityInput,
  mergeOpportunitiesInput,
  setDocumentRoleInput,
  setVisibilityInput,
  splitNoticeInput,
  updateManyInput,
  updateOpportunityInput,
  watchInput,
} from "./deeds/schemas";
import { setVisibility } from "./deeds/set-visibility";
import { updateMany } from "./deeds/update-many";
import { updateOpportunity } from "./deeds/update-opportunity";
import { getOpportunity } from "./detail/get-opportunity";
import { opportunityDetail } from "./detail/schemas";
import { addDocuments } from "./documents/add-documents";
import { removeDocuments } from "./documents/remove-documents";
import { setDocumentRole } from "./documents/set-document-role";
import { countOpportunityFacets } from "./list/count-facets";
import { getBoard } from "./list/get-board";
import { listOpportunities } from "./list/list-opportunities";
import {
  boardOutput,
  countFacetsOutput,
  getBoardInput,
  listOpportunitiesInput,
  listOpportunitiesOutput,
  opportunityFilters,
} from "./list/schemas";
import { mergeOpportunities } from "./merging/merge-opportunities";
import { unmergeOpportunity } from "./merging/unmerge-opportunity";
import { splitNotice } from "./notices/split-notice";
import { watchOpportunity } from "./pipeline/watchers";
import { cancelImport, readAgain } from "./reading/cancel-import";
import { getImport } from "./reading/get-import";
import { beginImport, importTender } from "./reading/import-tender";
import { beginImportInput, importProgress, importTenderInput, startedImport } from "./reading/schemas";
import { opportunityId } from "./schemas";
import { findSimilar } from "./similar/find-similar";
import { similarInput, similarOutput } from "./similar/schemas";
import { importTable } from "./tables/import-table";
import { previewTable } from "./tables/preview-table";
import { importTableInput, importTableOutput, previewTableInput, previewTableOutput } from "./tables/schemas";

const tags = ["opportunities"];
const done = z.object({ ok: z.literal(true) });

export const opportunitiesRouter = router({
  list: workspaceProcedure
    .meta({ openapi: { method: "GET", path: "/opportunities", tags, summary: "List opportunities" } })
    .input(listOpportunitiesInput)
    .output(listOpportunitiesOutput)
    .query(({ ctx, input }) => listOpportunities(ctx.workspace, input)),
  facets: workspaceProcedure
    .meta({
      openapi: { method: "GET", path: "/opportunities/facets", tags, summary: "Count them by stage, buyer, kind …" },
    })
    .input(opportunityFilters)
    .output(countFacetsOutput)
    .query(({ ctx, input }) => countOpportunityFacets(ctx.workspace, input)),
  board: workspaceProcedure
    .meta({ openapi: { method: "GET", path: "/opportunities/board", tags, summary: "Opportunities by stage" } })
    .input(getBoardInput)
    .output(boardOutput)
    .query(({ ctx, input }) => getBoard(ctx.workspace, input)),
  get: workspaceProcedure
    .meta({ openapi: { method: "GET", path: "/opportunities/{id}", tags, summary: "All that is known of one" } })
    .input(opportunityId)
    .output(opportunityDetail)
    .query(({ ctx, input }) => getOpportunity(ctx.workspace, input.id)),
  similar: workspaceProcedure
    .meta({
      openapi: {
        method: "GET",
        path: "/opportunities/{id}/similar",
        tags,
        summary: "Others of the same buyer, trade or words, with the reasons",
      },
    })
    .input(similarInput)
    .output(similarOutput)
    .query(({ ctx, input }) => findSimilar(ctx.workspace, input)),
  create: workspaceProcedure
    .meta({ openapi: { method: "POST", path: "/opportunities", tags, summary: "Add one by hand" } })
    .input(createOpportunityInput)
    .output(opportunityId)
    .mutation(({ ctx, input }) => createOpportunity(ctx.workspace, input)),
  beginImport: workspaceProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/opportunities/begin-import",
        tags,
        summary: "Make room for a package of files",
      },
    })
    .input(beginImportInput)
    .output(startedImport)
    .mutation(({ ctx, input }) => beginImport(ctx.workspace, input)),
  importTender: workspaceProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/opportunities/import",
        tags,
        summary: "Make one of stored documents and read them",
      },
    })
    .input(importTenderInput)
    .output(startedImport)
    .mutation(({ ctx, input }) => importTender(ctx.workspace, input)),
  previewTable: workspaceProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/opportunities/table/preview",
        tags,
        summary: "What the rows of a workbook or CSV file would become",
      },
    })
    .input(previewTableInput)
    .output(previewTableOutput)
    .mutation(({ ctx, input }) => previewTable(ctx.workspace, input)),
  importTable: workspaceProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/opportunities/table",
        tags,
        summary: "Take the rows of a workbook or CSV file as opportunities",
      },
    })
    .input(importTableInput)
    .output(importTableOutput)
    .mutation(({ ctx, input }) => importTable(ctx.workspace, input)),
  importProgress: workspaceProcedure
    .meta({
      openapi: {
        method: "GET",
        path: "/opportunities/{id}/import",
        tags,
        summary: "How far its documents have been read",
      },
    })
    .input(opportunityId)
    .output(importProgress)
    .query(({ ctx, input }) => getImport(ctx.workspace, input.id)),
  cancelImport: workspaceProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/opportunities/{id}/import/cancel",
        tags,
        summary: "Stop reading its documents",
      },
    })
    .input(opportunityId)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await cancelImport(ctx.workspace, input.id);
      return { ok: true };
    }),
  readAgain: workspaceProcedure
    .meta({
      openapi: { method: "POST", path: "/opportunities/{id}/import/again", tags, summary: "Read its documents again" },
    })
    .input(opportunityId)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await readAgain(ctx.workspace, input.id);
      return { ok: true };
    }),
  update: workspaceProcedure
    .meta({ openapi: { method: "PATCH", path: "/opportunities/{id}", tags, summary: "Change fields, owner or tags" } })
    .input(updateOpportunityInput)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await updateOpportunity(ctx.workspace, input);
      return { ok: true };
    }),
  decideDeadline: workspaceProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/opportunities/{opportunityId}/deadlines",
        tags,
        summary: "Say which statement of a date holds",
      },
    })
    .input(decideDeadlineInput)
    .output(z.object({ statementId: z.uuid().nullable(), previousId: z.uuid().nullable() }))
    .mutation(({ ctx, input }) => decideDeadline(ctx.workspace, input)),
  updateMany: workspaceProcedure
    .meta({ openapi: { method: "POST", path: "/opportunities/update", tags, summary: "Do the same to many" } })
    .input(updateManyInput)
    .output(z.object({ changed: z.int() }))
    .mutation(({ ctx, input }) => updateMany(ctx.workspace, input)),
  setVisibility: workspaceProcedure
    .meta({
      openapi: {
        method: "PUT",
        path: "/opportunities/{id}/visibility",
        tags,
        summary: "Open it, or keep it to named people",
      },
    })
    .input(setVisibilityInput)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await setVisibility(ctx.workspace, input);
      return { ok: true };
    }),
  prepareUpload: workspaceProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/opportunities/{id}/prepare-upload",
        tags,
        summary: "A collection of its own for its files",
      },
    })
    .input(opportunityId)
    .output(z.object({ collectionId: z.uuid() }))
    .mutation(({ ctx, input }) => prepareUpload(ctx.workspace, input.id)),
  addDocuments: workspaceProcedure
    .meta({
      openapi: { method: "POST", path: "/opportunities/{id}/documents", tags, summary: "Documents belong to it" },
    })
    .input(documentsOfOpportunityInput)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await addDocuments(ctx.workspace, input);
      return { ok: true };
    }),
  removeDocuments: workspaceProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/opportunities/{id}/documents/remove",
        tags,
        summary: "Documents do not belong to it",
      },
    })
    .input(documentsOfOpportunityInput)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await removeDocuments(ctx.workspace, input);
      return { ok: true };
    }),
  setDocumentRole: workspaceProcedure
    .meta({
      openapi: {
        method: "PUT",
        path: "/opportunities/{id}/documents/{documentId}/role",
        tags,
        summary: "Say what a document is",
      },
    })
    .input(setDocumentRoleInput)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await setDocumentRole(ctx.workspace, input);
      return { ok: true };
    }),
  // Its path in the REST interface is the pipeline's.
  watch: workspaceProcedure
    .input(watchInput)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await watchOpportunity(ctx.workspace, input);
      return { ok: true };
    }),
  merge: workspaceProcedure
    .meta({
      openapi: { method: "POST", path: "/opportunities/{intoId}/merge", tags, summary: "Two that are one tender" },
    })
    .input(mergeOpportunitiesInput)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await mergeOpportunities(ctx.workspace, input);
      return { ok: true };
    }),
  unmerge: workspaceProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/opportunities/{id}/unmerge",
        tags,
        summary: "A merged one stands on its own again",
      },
    })
    .input(opportunityId)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await unmergeOpportunity(ctx.workspace, input.id);
      return { ok: true };
    }),
  splitNotice: workspaceProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/opportunities/notices/{noticeId}/split",
        tags,
        summary: "A notice that was joined wrongly becomes an opportunity of its own",
      },
    })
    .input(splitNoticeInput)
    .output(z.object({ opportunityId: z.uuid() }))
    .mutation(({ ctx, input }) => splitNotice(ctx.workspace, input.noticeId)),
});
