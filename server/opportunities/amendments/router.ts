import { z } from "zod";
import { router, workspaceProcedure } from "@/server/trpc/procedures";
import { approveAmendment } from "./approve-amendment";
import { compareVersions } from "./compare-versions";
import { getAmendment } from "./get-amendment";
import { listAmendments } from "./list-amendments";
import {
  amendmentDetail,
  amendmentId,
  approveAmendmentInput,
  compareVersionsInput,
  listAmendmentsInput,
  listAmendmentsOutput,
  versionComparison,
} from "./schemas";

const tags = ["amendments"];

export const amendmentsRouter = router({
  list: workspaceProcedure
    .meta({ openapi: { method: "GET", path: "/amendments", tags, summary: "What buyers changed, newest first" } })
    .input(listAmendmentsInput)
    .output(listAmendmentsOutput)
    .query(({ ctx, input }) => listAmendments(ctx.workspace, input)),
  get: workspaceProcedure
    .meta({ openapi: { method: "GET", path: "/amendments/{id}", tags, summary: "One amendment, item by item" } })
    .input(amendmentId)
    .output(amendmentDetail)
    .query(({ ctx, input }) => getAmendment(ctx.workspace, input.id)),
  approve: workspaceProcedure
    .meta({
      openapi: { method: "POST", path: "/amendments/{id}/approve", tags, summary: "I have looked at what changed" },
    })
    .input(approveAmendmentInput)
    .output(z.object({ ok: z.literal(true) }))
    .mutation(async ({ ctx, input }) => {
      await approveAmendment(ctx.workspace, input.id, input.isApproved);
      return { ok: true };
    }),
  compare: workspaceProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/amendments/compare",
        tags,
        summary: "Two documents, versions or sets of papers by what they demand",
      },
      isReading: true,
    })
    .input(compareVersionsInput)
    .output(versionComparison)
    // A body, because two versions are named; nothing is kept.
    .mutation(({ ctx, input }) => compareVersions(ctx.workspace, input)),
});
