import { z } from "zod";
import { router, workspaceProcedure } from "@/server/trpc/procedures";
import { archiveChanges } from "./changes/archive-changes";
import { getChange } from "./changes/get-change";
import { listChanges } from "./changes/list-changes";
import { markChangesSeen } from "./changes/mark-changes-seen";
import { archiveChangesInput, changeDetail, listChangesInput, listChangesOutput } from "./changes/schemas";
import { createSource } from "./create-source";
import { deleteCredential } from "./credentials/delete-credential";
import { setCredential } from "./credentials/set-credential";
import { deleteSource } from "./delete-source";
import { getRun, getSource } from "./get-source";
import { importSources } from "./import-sources";
import { listSources } from "./list-sources";
import { listPages } from "./pages/list-pages";
import { previewSource } from "./preview-source";
import { listRecords } from "./records/list-records";
import { getWorkspaceRetention, updateWorkspaceRetention } from "./retention/workspace-retention";
import { getReading } from "./rules/get-reading";
import { chooseRuleInput, ruleTest, setRuleInput, sourceReading, testRuleInput } from "./rules/schemas";
import { chooseRule, setRule } from "./rules/set-rule";
import { testRule } from "./rules/test-rule";
import { cancelRun } from "./runs/cancel-run";
import { requestScan } from "./runs/request-scan";
import {
  createSourceInput,
  importSourcesInput,
  importSourcesOutput,
  listPagesInput,
  listPagesOutput,
  listRecordsInput,
  listRecordsOutput,
  listSourcesInput,
  listSourcesOutput,
  previewSourceInput,
  retention,
  runId,
  setCredentialInput,
  sourceDetail,
  sourceId,
  sourcePreview,
  sourceRun,
  updateSourceInput,
} from "./schemas";
import { updateSource } from "./update-source";

const tags = ["sources"];
const done = z.object({ ok: z.literal(true) });

export const sourcesRouter = router({
  list: workspaceProcedure
    .meta({ openapi: { method: "GET", path: "/sources", tags, summary: "List watched sources" } })
    .input(listSourcesInput)
    .output(listSourcesOutput)
    .query(({ ctx, input }) => listSources(ctx.workspace, input)),
  get: workspaceProcedure
    .meta({ openapi: { method: "GET", path: "/sources/{id}", tags, summary: "A source with its last runs" } })
    .input(sourceId)
    .output(sourceDetail)
    .query(({ ctx, input }) => getSource(ctx.workspace, input.id)),
  preview: workspaceProcedure
    .meta({
      openapi: { method: "POST", path: "/sources/preview", tags, summary: "What an address is and what would be read" },
    })
    .input(previewSourceInput)
    .output(sourcePreview)
    .mutation(({ ctx, input }) => previewSource(ctx.workspace, input)),
  create: workspaceProcedure
    .meta({ openapi: { method: "POST", path: "/sources", tags, summary: "Watch an address" } })
    .input(createSourceInput)
    .output(sourceDetail)
    .mutation(async ({ ctx, input }) => getSource(ctx.workspace, (await createSource(ctx.workspace, input)).id)),
  import: workspaceProcedure
    .meta({
      openapi: { method: "POST", path: "/sources/import", tags, summary: "Watch the addresses of an OPML or CSV list" },
    })
    .input(importSourcesInput)
    .output(importSourcesOutput)
    .mutation(({ ctx, input }) => importSources(ctx.workspace, input)),
  update: workspaceProcedure
    .meta({ openapi: { method: "PATCH", path: "/sources/{id}", tags, summary: "Change a source, pause or resume it" } })
    .input(updateSourceInput)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await updateSource(ctx.workspace, input);
      return { ok: true };
    }),
  remove: workspaceProcedure
    .meta({
      openapi: { method: "DELETE", path: "/sources/{id}", tags, summary: "Stop watching; what was captured stays" },
    })
    .input(sourceId)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await deleteSource(ctx.workspace, input.id);
      return { ok: true };
    }),
  scan: workspaceProcedure
    .meta({ openapi: { method: "POST", path: "/sources/{id}/scan", tags, summary: "Read a source now" } })
    .input(sourceId)
    .output(sourceRun)
    .mutation(async ({ ctx, input }) => getRun(ctx.workspace, (await requestScan(ctx.workspace, input.id)).id)),
  run: workspaceProcedure
    .meta({ openapi: { method: "GET", path: "/runs/{id}", tags, summary: "How far a run is, or how it ended" } })
    .input(runId)
    .output(sourceRun)
    .query(({ ctx, input }) => getRun(ctx.workspace, input.id)),
  cancelRun: workspaceProcedure
    .meta({ openapi: { method: "POST", path: "/runs/{id}/cancel", tags, summary: "Stop a run" } })
    .input(runId)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await cancelRun(ctx.workspace, input.id);
      return { ok: true };
    }),
  setCredential: workspaceProcedure
    .meta({
      openapi: { method: "PUT", path: "/sources/{sourceId}/credential", tags, summary: "How to sign in to a source" },
    })
    .input(setCredentialInput)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await setCredential(ctx.workspace, input);
      return { ok: true };
    }),
  removeCredential: workspaceProcedure
    .meta({
      openapi: {
        method: "DELETE",
        path: "/sources/{id}/credential",
        tags,
        summary: "Forget how to sign in to a source",
      },
    })
    .input(sourceId)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await deleteCredential(ctx.workspace, input.id);
      return { ok: true };
    }),
  pages: workspaceProcedure
    .meta({
      openapi: {
        method: "GET",
        path: "/sources/{sourceId}/pages",
        tags,
        summary: "The pages that a source has brought",
      },
    })
    .input(listPagesInput)
    .output(listPagesOutput)
    .query(({ ctx, input }) => listPages(ctx.workspace, input)),
  records: workspaceProcedure
    .meta({
      openapi: {
        method: "GET",
        path: "/sources/{sourceId}/records",
        tags,
        summary: "The entries of a source's listings",
      },
    })
    .input(listRecordsInput)
    .output(listRecordsOutput)
    .query(({ ctx, input }) => listRecords(ctx.workspace, input)),
  retention: workspaceProcedure
    .meta({
      openapi: {
        method: "GET",
        path: "/retention",
        tags,
        summary: "Which earlier revisions of watched pages are kept",
      },
    })
    .output(retention)
    .query(({ ctx }) => getWorkspaceRetention(ctx.workspace)),
  setRetention: workspaceProcedure
    .meta({
      openapi: { method: "PUT", path: "/retention", tags, summary: "Keep all, those of some days, or the newest" },
    })
    .input(z.strictObject({ retention }))
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await updateWorkspaceRetention(ctx.workspace, input.retention);
      return { ok: true };
    }),
});

export const listingRulesRouter = router({
  get: workspaceProcedure
    .meta({
      openapi: {
        method: "GET",
        path: "/sources/{id}/rule",
        tags,
        summary: "How a source's entries are read, and how full their fields are",
      },
    })
    .input(sourceId)
    .output(sourceReading)
    .query(({ ctx, input }) => getReading(ctx.workspace, input.id)),
  test: workspaceProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/sources/{sourceId}/rule/test",
        tags,
        summary: "What a rule would find, now and on earlier revisions",
      },
    })
    .input(testRuleInput)
    .output(ruleTest)
    .mutation(({ ctx, input }) => testRule(ctx.workspace, input)),
  set: workspaceProcedure
    .meta({
      openapi: {
        method: "PUT",
        path: "/sources/{sourceId}/rule",
        tags,
        summary: "Read a source's entries by CSS, XPath or JSONPath",
      },
    })
    .input(setRuleInput)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await setRule(ctx.workspace, input);
      return { ok: true };
    }),
  choose: workspaceProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/sources/{sourceId}/rule/choose",
        tags,
        summary: "Go back to an earlier rule, or to none",
      },
    })
    .input(chooseRuleInput)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await chooseRule(ctx.workspace, input);
      return { ok: true };
    }),
});

export const changesRouter = router({
  list: workspaceProcedure
    .meta({ openapi: { method: "GET", path: "/changes", tags: ["changes"], summary: "What changed, newest first" } })
    .input(listChangesInput)
    .output(listChangesOutput)
    .query(({ ctx, input }) => listChanges(ctx.workspace, input)),
  get: workspaceProcedure
    .meta({
      openapi: { method: "GET", path: "/changes/{id}", tags: ["changes"], summary: "A change, before beside after" },
    })
    .input(sourceId)
    .output(changeDetail)
    .query(({ ctx, input }) => getChange(ctx.workspace, input.id)),
  archive: workspaceProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/changes/archive",
        tags: ["changes"],
        summary: "Put changes out of the list, or back into it",
      },
    })
    .input(archiveChangesInput)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await archiveChanges(ctx.workspace, input);
      return { ok: true };
    }),
  markSeen: workspaceProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/changes/seen",
        tags: ["changes"],
        summary: "I have looked at what changed until then",
      },
    })
    .input(z.strictObject({ until: z.iso.datetime() }))
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await markChangesSeen(ctx.workspace, new Date(input.until));
      return { ok: true };
    }),
});
