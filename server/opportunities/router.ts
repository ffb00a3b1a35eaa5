import { router, workspaceProcedure } from "@/server/trpc/procedures";
import { getOpportunity } from "./detail/get-opportunity";
import { getBoard } from "./list/get-board";
import { listOpportunities } from "./list/list-opportunities";
import {
  boardOutput,
  getBoardInput,
  listOpportunitiesInput,
  listOpportunitiesOutput,
  opportunityDetail,
  opportunityId,
} from "./schemas";

const tags = ["opportunities"];

export const opportunitiesRouter = router({
  list: workspaceProcedure
    .meta({ openapi: { method: "GET", path: "/opportunities", tags, summary: "List opportunities with facets" } })
    .input(listOpportunitiesInput)
    .output(listOpportunitiesOutput)
    .query(({ ctx, input }) => listOpportunities(ctx.workspace, input)),
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
});
