import { z } from "zod";
import { judgement } from "@/server/models";
import { understandQuery } from "../answering/understand-query";
import type { UnderstoodQuery } from "../plan";

/** What a question means: freed from what came before it, and what kind of answer it wants. */
export const judgeUnderstanding = judgement({
  name: "ask.understand",
  input: z.object({ question: z.string(), previous: z.string().nullable() }),
  output: z.strictObject({
    question: z.string().trim().min(2).max(2_000),
    isFollowUp: z.boolean(),
    intent: z.enum(["answer", "documents", "comparison"]),
  }),
  extractive: (_, { question, previous }): UnderstoodQuery => understandQuery(question, previous),
  prompt: ({ question, previous }) => ({
    task: `A person asks a question about tender documents. Say what it means.
"question": the question in full, in its own language and its own words. If it leans on the question before it ("and for subcontractors?"), complete it from there; otherwise repeat it unchanged. Never answer it, and add nothing that was not asked.
"isFollowUp": whether it leaned on the question before.
"intent": "documents" if it asks which documents there are; "comparison" if it asks how documents differ; else "answer".`,
    data: [
      ...(previous === null ? [] : [{ label: "the question before", text: previous }]),
      { label: "the question", text: question },
    ],
  }),
  maxOutputTokens: 800,
  timeoutMs: 15_000,
});
