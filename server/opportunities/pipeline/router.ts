import { z } from "zod";
import { router, workspaceProcedure } from "@/server/trpc/procedures";
import { addStage } from "./add-stage";
import { moveOpportunity } from "./move-opportunity";
import { removeStage } from "./remove-stage";
import { renameStage } from "./rename-stage";
import { reorderStages } from "./reorder-stages";
import {
  addStageInput,
  listStagesOutput,
  listWatchersInput,
  listWatchersOutput,
  moveOpportunityInput,
  moveOpportunityOutput,
  removeStageInput,
  renameStageInput,
  reorderStagesInput,
  setOutcomeInput,
  setOwnerInput,
  watchOpportunityInput,
} from "./schemas";
import { setOutcome } from "./set-outcome";
import { setOwner } from "./set-owner";
import { listStages } from "./stages";
import { listWatchers, watchOpportunity } from "./watchers";

const tags = ["pipeline"];
const done = z.object({ ok: z.literal(true) });

export const pipelineRouter = router({
  stages: workspaceProcedure
    .meta({ openapi: { method: "GET", path: "/pipeline/stages", tags, summary: "The stages, from left to right" } })
    .input(z.strictObject({}))
    .output(listStagesOutput)
    .query(({ ctx }) => listStages(ctx.workspace)),
  addStage: workspaceProcedure
    .meta({ openapi: { method: "POST", path: "/pipeline/stages", tags, summary: "Add a stage" } })
    .input(addStageInput)
    .output(z.object({ key: z.string(), name: z.string() }))
    .mutation(({ ctx, input }) => addStage(ctx.workspace, input)),
  renameStage: workspaceProcedure
    .meta({ openapi: { method: "PATCH", path: "/pipeline/stages/{key}", tags, summary: "Rename a stage" } })
    .input(renameStageInput)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await renameStage(ctx.workspace, input);
      return { ok: true };
    }),
  reorderStages: workspaceProcedure
    .meta({ openapi: { method: "PUT", path: "/pipeline/stages", tags, summary: "Put the stages in order" } })
    .input(reorderStagesInput)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await reorderStages(ctx.workspace, input);
      return { ok: true };
    }),
  removeStage: workspaceProcedure
    .meta({
      openapi: { method: "DELETE", path: "/pipeline/stages/{key}", tags, summary: "Remove a stage; its cards move on" },
    })
    .input(removeStageInput)
    .output(z.object({ moved: z.int() }))
    .mutation(({ ctx, input }) => removeStage(ctx.workspace, input)),
  move: workspaceProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/opportunities/{id}/move",
        tags,
        summary: "Put it between two others of a stage",
      },
    })
    .input(moveOpportunityInput)
    .output(moveOpportunityOutput)
    .mutation(({ ctx, input }) => moveOpportunity(ctx.workspace, input)),
  setOutcome: workspaceProcedure
    .meta({
      openapi: { method: "PUT", path: "/opportunities/{id}/outcome", tags, summary: "How it ended, or open it again" },
    })
    .input(setOutcomeInput)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await setOutcome(ctx.workspace, input);
      return { ok: true };
    }),
  setOwner: workspaceProcedure
    .meta({ openapi: { method: "PUT", path: "/opportunities/{id}/owner", tags, summary: "Who answers for it" } })
    .input(setOwnerInput)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await setOwner(ctx.workspace, input);
      return { ok: true };
    }),
  watch: workspaceProcedure
    .meta({ openapi: { method: "PUT", path: "/opportunities/{id}/watch", tags, summary: "Be told of it, or no more" } })
    .input(watchOpportunityInput)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await watchOpportunity(ctx.workspace, input);
      return { ok: true };
    }),
  watchers: workspaceProcedure
    .meta({ openapi: { method: "GET", path: "/opportunities/{id}/watchers", tags, summary: "Who is told of it" } })
    .input(listWatchersInput)
    .output(listWatchersOutput)
    .query(({ ctx, input }) => listWatchers(ctx.workspace, input.id)),
});
