import { z } from "zod";
import { router, workspaceProcedure } from "@/server/trpc/procedures";
import { listSavedSearches } from "./list-saved-searches";
import { removeSavedSearch } from "./remove-saved-search";
import { saveSearch } from "./save-search";
import {
  listSavedSearchesOutput,
  savedSearch,
  savedSearchId,
  saveSearchInput,
  updateSavedSearchInput,
} from "./schemas";
import { updateSavedSearch } from "./update-saved-search";

const tags = ["opportunities"];

export const savedSearchesRouter = router({
  list: workspaceProcedure
    .meta({ openapi: { method: "GET", path: "/saved-searches", tags, summary: "Searches that you or others keep" } })
    .input(z.strictObject({}))
    .output(listSavedSearchesOutput)
    .query(async ({ ctx }) => ({ searches: await listSavedSearches(ctx.workspace) })),
  save: workspaceProcedure
    .meta({ openapi: { method: "POST", path: "/saved-searches", tags, summary: "Keep a search under a name" } })
    .input(saveSearchInput)
    .output(savedSearch)
    .mutation(({ ctx, input }) => saveSearch(ctx.workspace, input)),
  update: workspaceProcedure
    .meta({
      openapi: { method: "PATCH", path: "/saved-searches/{id}", tags, summary: "Rename, share, change or follow it" },
    })
    .input(updateSavedSearchInput)
    .output(savedSearch)
    .mutation(({ ctx, input }) => updateSavedSearch(ctx.workspace, input)),
  remove: workspaceProcedure
    .meta({ openapi: { method: "DELETE", path: "/saved-searches/{id}", tags, summary: "Forget it" } })
    .input(savedSearchId)
    .output(z.object({ ok: z.literal(true) }))
    .mutation(async ({ ctx, input }) => {
      await removeSavedSearch(ctx.workspace, input.id);
      return { ok: true };
    }),
});
