import { z } from "zod";
import { router, workspaceProcedure } from "@/server/trpc/procedures";
import { askForFix } from "./ask-for-fix";
import { applyFix, dismissFix } from "./end-fix";
import { getFixTask, showFixPage } from "./get-fix-task";
import { listFixTasks } from "./list-fix-tasks";
import { proposeFix } from "./propose-fix";
import {
  applyFixInput,
  fixTaskDetail,
  fixTaskId,
  fixTaskPage,
  listFixTasksInput,
  listFixTasksOutput,
  openFixInput,
  proposedFix,
  proposeFixInput,
} from "./schemas";

const tags = ["fix-tasks"];
const done = z.object({ ok: z.literal(true) });

export const fixTasksRouter = router({
  list: workspaceProcedure
    .meta({ openapi: { method: "GET", path: "/fix-tasks", tags, summary: "What people are asked to mend" } })
    .input(listFixTasksInput)
    .output(listFixTasksOutput)
    .query(({ ctx, input }) => listFixTasks(ctx.workspace, input)),
  get: workspaceProcedure
    .meta({ openapi: { method: "GET", path: "/fix-tasks/{id}", tags, summary: "One of them, with its page" } })
    .input(fixTaskId)
    .output(fixTaskDetail)
    .query(({ ctx, input }) => getFixTask(ctx.workspace, input.id)),
  page: workspaceProcedure
    .meta({
      openapi: {
        method: "GET",
        path: "/fix-tasks/{id}/page",
        tags,
        summary: "The kept page, part by part, without its code",
      },
    })
    .input(fixTaskId)
    .output(fixTaskPage)
    .query(({ ctx, input }) => showFixPage(ctx.workspace, input.id)),
  open: workspaceProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/fix-tasks",
        tags,
        summary: "Say that an entry is wrong, or ask to teach a source",
      },
    })
    .input(openFixInput)
    .output(fixTaskId)
    .mutation(async ({ ctx, input }) => ({ id: await askForFix(ctx.workspace, input) })),
  propose: workspaceProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/fix-tasks/{id}/propose",
        tags,
        summary: "A rule from clicks, and what it finds on the page and its past",
      },
    })
    .input(proposeFixInput)
    .output(proposedFix)
    .mutation(({ ctx, input }) => proposeFix(ctx.workspace, input)),
  applyRule: workspaceProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/fix-tasks/{id}/apply",
        tags,
        summary: "Read the source by this rule from now on",
      },
    })
    .input(applyFixInput)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await applyFix(ctx.workspace, input);
      return { ok: true };
    }),
  dismiss: workspaceProcedure
    .meta({ openapi: { method: "POST", path: "/fix-tasks/{id}/dismiss", tags, summary: "Leave it as it is" } })
    .input(fixTaskId)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await dismissFix(ctx.workspace, input.id);
      return { ok: true };
    }),
});
