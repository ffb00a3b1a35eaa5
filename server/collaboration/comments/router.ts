import { z } from "zod";
import { router, workspaceProcedure } from "@/server/trpc/procedures";
import {
  addCommentInput,
  comment,
  commentId,
  editCommentInput,
  listCommentsInput,
  listCommentsOutput,
} from "../schemas";
import type { SubjectBook } from "../subject";
import { addComment } from "./add-comment";
import { editComment } from "./edit-comment";
import { listComments } from "./list-comments";
import { removeComment } from "./remove-comment";

const tags = ["collaboration"];

export function commentsRouter(subjects: SubjectBook) {
  return router({
    list: workspaceProcedure
      .meta({ openapi: { method: "GET", path: "/comments", tags, summary: "What was said about it, oldest first" } })
      .input(listCommentsInput)
      .output(listCommentsOutput)
      .query(async ({ ctx, input }) => ({ comments: await listComments(ctx.workspace, subjects, input) })),
    add: workspaceProcedure
      .meta({ openapi: { method: "POST", path: "/comments", tags, summary: "Say something about it" } })
      .input(addCommentInput)
      .output(comment)
      .mutation(({ ctx, input }) => addComment(ctx.workspace, subjects, input)),
    edit: workspaceProcedure
      .meta({ openapi: { method: "PATCH", path: "/comments/{id}", tags, summary: "Change your own words" } })
      .input(editCommentInput)
      .output(comment)
      .mutation(({ ctx, input }) => editComment(ctx.workspace, subjects, input)),
    remove: workspaceProcedure
      .meta({ openapi: { method: "DELETE", path: "/comments/{id}", tags, summary: "Take a comment away" } })
      .input(commentId)
      .output(z.object({ ok: z.literal(true) }))
      .mutation(async ({ ctx, input }) => {
        await removeComment(ctx.workspace, input.id);
        return { ok: true };
      }),
  });
}
