import { tracked } from "@trpc/server";
import { z } from "zod";
import { router, workspaceProcedure } from "@/server/trpc/procedures";
import { askQuestion } from "./ask-question";
import { deleteConversation } from "./conversations/delete-conversation";
import { listConversations } from "./conversations/list-conversations";
import { listQueries } from "./conversations/list-queries";
import { conversationSummary, listConversationsInput, updateConversationInput } from "./conversations/schemas";
import { updateConversation } from "./conversations/update-conversation";
import { cancelQuery } from "./end-query";
import { getQuery } from "./get-query";
import { changedAnswer, listChangedAnswers } from "./list-changed-answers";
import { feedbackInput, recordFeedback } from "./record-feedback";
import { askedQuery, askInput, queryView, streamEvent } from "./schemas";
import { followStream, readStream } from "./stream/follow-stream";
import { suggestQuestions } from "./suggest-questions";

const done = z.object({ ok: z.literal(true) });
const id = z.strictObject({ id: z.uuid() });
const tags = ["ask"];

export const askRouter = router({
  ask: workspaceProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/queries",
        tags,
        summary: "Ask a question",
        description:
          "The answer is written by a job; read it with GET /queries/{id} or follow GET /queries/{id}/events.",
      },
    })
    .input(askInput)
    .output(askedQuery)
    .mutation(({ ctx, input }) => askQuestion(ctx.workspace, input)),
  get: workspaceProcedure
    .meta({ openapi: { method: "GET", path: "/queries/{id}", tags, summary: "A question with its answer" } })
    .input(id)
    .output(queryView)
    .query(({ ctx, input }) => getQuery(ctx.workspace, input.id)),
  cancel: workspaceProcedure
    .meta({ openapi: { method: "POST", path: "/queries/{id}/cancel", tags, summary: "Stop an answer" } })
    .input(id)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await cancelQuery(ctx.workspace, input.id);
      return { ok: true };
    }),
  feedback: workspaceProcedure
    .meta({ openapi: { method: "POST", path: "/queries/{queryId}/feedback", tags, summary: "Judge an answer" } })
    .input(feedbackInput)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await recordFeedback(ctx.workspace, input);
      return { ok: true };
    }),
  suggestions: workspaceProcedure
    .meta({
      openapi: {
        method: "GET",
        path: "/suggestions",
        tags,
        summary: "Questions that the documents can probably answer",
      },
    })
    .input(z.strictObject({}))
    .output(z.object({ questions: z.array(z.string()) }))
    .query(async ({ ctx }) => ({ questions: await suggestQuestions(ctx.workspace) })),
  changed: workspaceProcedure
    .meta({ openapi: { method: "GET", path: "/answers/changed", tags, summary: "Answers whose evidence changed" } })
    .input(z.strictObject({}))
    .output(z.object({ answers: z.array(changedAnswer) }))
    .query(async ({ ctx }) => ({ answers: await listChangedAnswers(ctx.workspace) })),
  conversations: workspaceProcedure
    .meta({ openapi: { method: "GET", path: "/conversations", tags, summary: "List conversations" } })
    .input(listConversationsInput)
    .output(z.object({ conversations: z.array(conversationSummary) }))
    .query(async ({ ctx, input }) => ({ conversations: await listConversations(ctx.workspace, input) })),
  conversation: workspaceProcedure
    .meta({ openapi: { method: "GET", path: "/conversations/{id}", tags, summary: "The questions of a conversation" } })
    .input(id)
    .output(z.object({ queries: z.array(queryView) }))
    .query(async ({ ctx, input }) => ({ queries: await listQueries(ctx.workspace, input.id) })),
  updateConversation: workspaceProcedure
    .input(updateConversationInput)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await updateConversation(ctx.workspace, input);
      return { ok: true };
    }),
  deleteConversation: workspaceProcedure
    .input(id)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      await deleteConversation(ctx.workspace, input.id);
      return { ok: true };
    }),
  /** The events of an answer after the last one that the client has: what a screen fetches when it hears of more. */
  events: workspaceProcedure
    .meta({
      openapi: { method: "GET", path: "/queries/{id}/events", tags, summary: "Events of an answer after a number" },
    })
    .input(z.strictObject({ id: z.uuid(), afterSeq: z.coerce.number().int().min(0).default(0) }))
    .output(z.object({ events: z.array(streamEvent) }))
    .query(async ({ ctx, input }) => ({ events: await readStream(ctx.workspace, input.id, input.afterSeq) })),
  /** Replays the answer's stream after the last event that the client has, then follows it to its end. */
  follow: workspaceProcedure
    .input(z.strictObject({ id: z.uuid(), lastEventId: z.string().max(20).nullish() }))
    .subscription(async function* ({ ctx, input, signal }) {
      const afterSeq = Number.parseInt(input.lastEventId ?? "0", 10) || 0;
      for await (const event of followStream(input.id, {
        afterSeq,
        signal: signal ?? new AbortController().signal,
        recheck: ctx.recheckWorkspace,
      })) {
        yield tracked(String(event.seq), streamEvent.parse(event));
      }
    }),
});
