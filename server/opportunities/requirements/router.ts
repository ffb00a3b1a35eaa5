import { router, workspaceProcedure } from "@/server/trpc/procedures";
import { listRequirements } from "./list-requirements";
import { listRequirementsInput, listRequirementsOutput } from "./schemas";

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
});
