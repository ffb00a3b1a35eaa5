import { router, workspaceProcedure } from "@/server/trpc/procedures";
import { getAmendment } from "./get-amendment";
import { listAmendments } from "./list-amendments";
import { amendmentDetail, amendmentId, listAmendmentsInput, listAmendmentsOutput } from "./schemas";

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
});
