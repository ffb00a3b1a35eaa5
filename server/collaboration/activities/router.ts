import { router, workspaceProcedure } from "@/server/trpc/procedures";
import { listActivitiesInput, listActivitiesOutput } from "../schemas";
import type { SubjectBook } from "../subject";
import { listActivities } from "./list-activities";

const tags = ["collaboration"];

export function activitiesRouter(subjects: SubjectBook) {
  return router({
    list: workspaceProcedure
      .meta({
        openapi: { method: "GET", path: "/activities", tags, summary: "What was done and said about it, newest first" },
      })
      .input(listActivitiesInput)
      .output(listActivitiesOutput)
      .query(({ ctx, input }) => listActivities(ctx.workspace, subjects, input)),
  });
}
