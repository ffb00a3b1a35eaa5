import { z } from "zod";
import { router, workspaceProcedure } from "@/server/trpc/procedures";
import {
  addTaskInput,
  listOwnTasksInput,
  listTasksInput,
  listTasksOutput,
  moveTaskInput,
  task,
  taskId,
  updateTaskInput,
} from "../schemas";
import type { SubjectBook } from "../subject";
import { addTask } from "./add-task";
import { listOwnTasks } from "./list-own-tasks";
import { listTasks } from "./list-tasks";
import { moveTask } from "./move-task";
import { removeTask } from "./remove-task";
import { updateTask } from "./update-task";

const tags = ["collaboration"];
const done = z.object({ ok: z.literal(true) });

export function tasksRouter(subjects: SubjectBook) {
  return router({
    list: workspaceProcedure
      .meta({ openapi: { method: "GET", path: "/tasks", tags, summary: "What is to do about it" } })
      .input(listTasksInput)
      .output(listTasksOutput)
      .query(async ({ ctx, input }) => ({ tasks: await listTasks(ctx.workspace, subjects, input) })),
    mine: workspaceProcedure
      .meta({ openapi: { method: "GET", path: "/tasks/mine", tags, summary: "What you are to do, over all subjects" } })
      .input(listOwnTasksInput)
      .output(listTasksOutput)
      .query(async ({ ctx, input }) => ({ tasks: await listOwnTasks(ctx.workspace, subjects, input) })),
    add: workspaceProcedure
      .meta({ openapi: { method: "POST", path: "/tasks", tags, summary: "Add a task" } })
      .input(addTaskInput)
      .output(task)
      .mutation(({ ctx, input }) => addTask(ctx.workspace, subjects, input)),
    update: workspaceProcedure
      .meta({ openapi: { method: "PATCH", path: "/tasks/{id}", tags, summary: "Change a task, or finish it" } })
      .input(updateTaskInput)
      .output(task)
      .mutation(({ ctx, input }) => updateTask(ctx.workspace, subjects, input)),
    move: workspaceProcedure
      .meta({ openapi: { method: "POST", path: "/tasks/{id}/move", tags, summary: "Put a task behind another" } })
      .input(moveTaskInput)
      .output(done)
      .mutation(async ({ ctx, input }) => {
        await moveTask(ctx.workspace, input);
        return { ok: true };
      }),
    remove: workspaceProcedure
      .meta({ openapi: { method: "DELETE", path: "/tasks/{id}", tags, summary: "Remove a task" } })
      .input(taskId)
      .output(done)
      .mutation(async ({ ctx, input }) => {
        await removeTask(ctx.workspace, input.id);
        return { ok: true };
      }),
  });
}
