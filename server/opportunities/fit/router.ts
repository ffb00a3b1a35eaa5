import { z } from "zod";
import { router, workspaceProcedure } from "@/server/trpc/procedures";
import { computeFit } from "./compute-fit";
import { decide } from "./decide";
import { listDecisions } from "./decisions";
import { getFit } from "./get-fit";
import { getProfile, updateProfile } from "./profile";
import { proposeProfile } from "./propose-profile";
import {
  decideInput,
  fitOutput,
  goNoGoDecision,
  listDecisionsOutput,
  ofOpportunity,
  profileOutput,
  proposeProfileOutput,
  setFactorWeightInput,
  updateProfileInput,
} from "./schemas";
import { setFactorWeight } from "./set-factor-weight";

const tags = ["fit"];

export const fitRouter = router({
  get: workspaceProcedure
    .meta({
      openapi: {
        method: "GET",
        path: "/opportunities/{opportunityId}/fit",
        tags,
        summary: "How well it fits, factor by factor",
      },
    })
    .input(ofOpportunity)
    .output(fitOutput)
    .query(({ ctx, input }) => getFit(ctx.workspace, input.opportunityId)),
  compute: workspaceProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/opportunities/{opportunityId}/fit",
        tags,
        summary: "Weigh it again, from what is known now",
      },
    })
    .input(ofOpportunity)
    .output(fitOutput)
    .mutation(async ({ ctx, input }) => {
      await computeFit(ctx.workspace, input.opportunityId);
      return getFit(ctx.workspace, input.opportunityId);
    }),
  setWeight: workspaceProcedure
    .meta({
      openapi: {
        method: "PUT",
        path: "/opportunities/{opportunityId}/fit/weights/{factor}",
        tags,
        summary: "How much a factor counts here",
      },
    })
    .input(setFactorWeightInput)
    .output(fitOutput)
    .mutation(async ({ ctx, input }) => {
      await setFactorWeight(ctx.workspace, input);
      return getFit(ctx.workspace, input.opportunityId);
    }),
  decide: workspaceProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/opportunities/{opportunityId}/decisions",
        tags,
        summary: "Go, no-go, or take it back",
      },
    })
    .input(decideInput)
    .output(goNoGoDecision)
    .mutation(({ ctx, input }) => decide(ctx.workspace, input)),
  decisions: workspaceProcedure
    .meta({
      openapi: {
        method: "GET",
        path: "/opportunities/{opportunityId}/decisions",
        tags,
        summary: "All decisions, the newest first",
      },
    })
    .input(ofOpportunity)
    .output(listDecisionsOutput)
    .query(async ({ ctx, input }) => ({ decisions: await listDecisions(ctx.workspace, input.opportunityId) })),
  profile: workspaceProcedure
    .meta({
      openapi: { method: "GET", path: "/profile", tags, summary: "What the workspace does, where and for how much" },
    })
    .input(z.strictObject({}))
    .output(profileOutput)
    .query(({ ctx }) => getProfile(ctx.workspace)),
  updateProfile: workspaceProcedure
    .meta({ openapi: { method: "PATCH", path: "/profile", tags, summary: "Change the profile, or what counts" } })
    .input(updateProfileInput)
    .output(profileOutput)
    .mutation(({ ctx, input }) => updateProfile(ctx.workspace, input)),
  proposeProfile: workspaceProcedure
    .meta({
      openapi: { method: "POST", path: "/profile/proposals", tags, summary: "What your own documents say of you" },
    })
    .input(z.strictObject({}))
    .output(proposeProfileOutput)
    .mutation(({ ctx }) => proposeProfile(ctx.workspace)),
});
