import { z } from "zod";
import { router, workspaceProcedure } from "@/server/trpc/procedures";
import { addBuyerQuestion } from "./add-buyer-question";
import { draftBuyerQuestions } from "./draft-buyer-questions";
import { editBuyerQuestion } from "./edit-buyer-question";
import { exportBuyerQuestions } from "./export-buyer-questions";
import { listBuyerQuestions } from "./list-buyer-questions";
import { markQuestionsSent } from "./mark-questions-sent";
import { recordBuyerAnswer } from "./record-buyer-answer";
import { reopenBuyerQuestion } from "./reopen-buyer-question";
import {
  addBuyerQuestionInput,
  buyerQuestion,
  buyerQuestionId,
  draftedQuestions,
  editBuyerQuestionInput,
  exportedQuestions,
  exportQuestionsInput,
  listBuyerQuestionsOutput,
  markSentInput,
  questionsOfInput,
  recordAnswerInput,
} from "./schemas";
import { withdrawBuyerQuestion } from "./withdraw-buyer-question";

const tags = ["questions to the buyer"];
const ofOpportunity = "/opportunities/{opportunityId}/questions" as const;

export const buyerQuestionsRouter = router({
  list: workspaceProcedure
    .meta({ openapi: { method: "GET", path: ofOpportunity, tags, summary: "Questions to the buyer, and until when" } })
    .input(questionsOfInput)
    .output(listBuyerQuestionsOutput)
    .query(({ ctx, input }) => listBuyerQuestions(ctx.workspace, input.opportunityId)),
  draft: workspaceProcedure
    .meta({
      openapi: {
        method: "POST",
        path: `${ofOpportunity}/draft`,
        tags,
        summary: "Propose questions about what is unclear",
      },
    })
    .input(questionsOfInput)
    .output(draftedQuestions)
    .mutation(({ ctx, input }) => draftBuyerQuestions(ctx.workspace, input.opportunityId)),
  add: workspaceProcedure
    .meta({ openapi: { method: "POST", path: ofOpportunity, tags, summary: "Write a question of your own" } })
    .input(addBuyerQuestionInput)
    .output(buyerQuestion)
    .mutation(({ ctx, input }) => addBuyerQuestion(ctx.workspace, input)),
  edit: workspaceProcedure
    .meta({ openapi: { method: "PATCH", path: "/questions/{id}", tags, summary: "Change the words of a draft" } })
    .input(editBuyerQuestionInput)
    .output(buyerQuestion)
    .mutation(({ ctx, input }) => editBuyerQuestion(ctx.workspace, input)),
  markSent: workspaceProcedure
    .meta({ openapi: { method: "POST", path: "/questions/sent", tags, summary: "They have gone to the buyer" } })
    .input(markSentInput)
    .output(z.object({ questions: z.array(buyerQuestion) }))
    .mutation(async ({ ctx, input }) => ({ questions: await markQuestionsSent(ctx.workspace, input) })),
  recordAnswer: workspaceProcedure
    .meta({ openapi: { method: "PUT", path: "/questions/{id}/answer", tags, summary: "What the buyer answered" } })
    .input(recordAnswerInput)
    .output(buyerQuestion)
    .mutation(({ ctx, input }) => recordBuyerAnswer(ctx.workspace, input)),
  withdraw: workspaceProcedure
    .meta({ openapi: { method: "DELETE", path: "/questions/{id}", tags, summary: "Do not ask it" } })
    .input(buyerQuestionId)
    .output(buyerQuestion)
    .mutation(({ ctx, input }) => withdrawBuyerQuestion(ctx.workspace, input.id)),
  reopen: workspaceProcedure
    .meta({ openapi: { method: "POST", path: "/questions/{id}/reopen", tags, summary: "Make it a draft again" } })
    .input(buyerQuestionId)
    .output(buyerQuestion)
    .mutation(({ ctx, input }) => reopenBuyerQuestion(ctx.workspace, input.id)),
  export: workspaceProcedure
    .meta({ openapi: { method: "GET", path: `${ofOpportunity}/export`, tags, summary: "As DOCX, CSV or plain text" } })
    .input(exportQuestionsInput)
    .output(exportedQuestions)
    .query(({ ctx, input }) => exportBuyerQuestions(ctx.workspace, input)),
});
