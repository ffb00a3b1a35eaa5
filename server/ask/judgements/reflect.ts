import { z } from "zod";
import { type JudgementOptions, type JudgementResult, judgement } from "@/server/models";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { type Reflection, reflect } from "../answering/reflect";
import type { PlannedTask, UnderstoodQuery } from "../plan";
import type { ToolResult } from "../tools/run-tool";

const maxShownPassages = 12;

const modelReflection = z.strictObject({
  isEnough: z.boolean(),
  /** What is missing, in a few words; null when it is enough. */
  missing: z.string().max(300).nullable(),
  /** The next thing to search for; null when it is enough. */
  nextQuestion: z.string().trim().min(2).max(500).nullable(),
});

const judgeReflection = judgement({
  name: "ask.reflect",
  input: z.object({ question: z.string(), searched: z.array(z.string()), passages: z.array(z.string()) }),
  output: modelReflection,
  // A placeholder that the caller discards: the rules look at more than the prompt may show, so `judgeEnough` runs them itself.
  extractive: () => ({ isEnough: true, missing: null, nextQuestion: null }),
  check: ({ isEnough, nextQuestion }) =>
    isEnough === (nextQuestion === null) ? null : "nextQuestion: give one if and only if it is not enough",
  prompt: ({ question, searched, passages }) => ({
    task: `Judge whether the passages that were found hold the answer to a question about tender documents.
"isEnough": true if they hold it, also if only in part and further search would hardly help. False if another search in other words could find what is missing.
"missing": what is missing, or null. "nextQuestion": what to search for next, in words that such documents use and that were not searched for yet, or null.`,
    data: [
      { label: "the question", text: question },
      { label: "searched for already", text: searched.join("\n") },
      ...passages.map((text, index) => ({ label: `passage ${index + 1}`, text })),
    ],
  }),
  maxOutputTokens: 600,
  timeoutMs: 15_000,
});

/**
 * Whether what the tools found is enough, or the one search to add. A search that was made already is never repeated, so that
 * a model cannot keep a question going round in circles.
 */
export async function judgeEnough(
  ctx: WorkspaceContext,
  input: { query: UnderstoodQuery; asked: string; tasks: PlannedTask[]; results: ToolResult[] },
  options: JudgementOptions,
): Promise<JudgementResult<Reflection>> {
  const { query, asked, tasks, results } = input;
  const passages = results.flatMap((result) => result.passages.map((passage) => passage.quote));
  const result = await judgeReflection(
    ctx,
    {
      question: query.question,
      searched: tasks.map((task) => task.question),
      passages: [...new Set(passages)].slice(0, maxShownPassages),
    },
    options,
  );
  if (result.engine === "extractive") return { ...result, value: reflect(query, asked, tasks, results) };
  const { nextQuestion, missing } = result.value;
  const isKnown = nextQuestion !== null && tasks.some((task) => fold(task.question) === fold(nextQuestion));
  if (nextQuestion === null || isKnown) return { ...result, value: { isEnough: true } };
  const task: PlannedTask = {
    id: `further-${tasks.length}`,
    tool: "searchKnowledge",
    question: nextQuestion,
    documentIds: [],
    dependsOn: [],
  };
  return { ...result, value: { isEnough: false, task, reason: missing ?? "something is missing" } };
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
