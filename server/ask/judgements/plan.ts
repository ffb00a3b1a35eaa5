import { z } from "zod";
import { queryTools } from "@/lib/vocabulary/ask";
import { type JudgementOptions, type JudgementResult, judgement } from "@/server/models";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { type KnownDocument, planTasks } from "../answering/plan-tasks";
import { maxTasks, type PlannedTask, type UnderstoodQuery } from "../plan";

/** So many documents are shown to a model; in a larger scope it plans searches. */
const maxShownDocuments = 60;

const modelTask = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  tool: z.enum(queryTools),
  question: z.string().trim().min(2).max(500),
  /** Numbers of documents, as shown. */
  documents: z.array(z.int()).max(4),
  dependsOn: z.array(z.string()).max(maxTasks),
});
const modelPlan = z.strictObject({ tasks: z.array(modelTask).min(1).max(maxTasks) });
type ModelPlan = z.infer<typeof modelPlan>;

const shownToModel = z.object({
  query: z.object({ question: z.string() }),
  documents: z.array(z.object({ n: z.int(), title: z.string(), path: z.string() })),
});
interface PlanInput extends z.infer<typeof shownToModel> {
  query: UnderstoodQuery;
  known: KnownDocument[];
}

const judgePlan = judgement({
  name: "ask.plan",
  input: shownToModel,
  output: modelPlan,
  extractive: (_, { query, known }: PlanInput) => ({
    tasks: planTasks(query, known).map((task) => numbered(task, known)),
  }),
  check: (plan, { documents }) => findProblem(plan, documents.length),
  prompt: ({ query, documents }) => ({
    task: `Plan how to find what answers a question about tender documents: at most ${maxTasks} uses of these tools.
"searchKnowledge": searches all documents for passages. Use it one to three times, each time with a question in other words, as a tender would put it ("period of performance" for "how long"). "documents": [].
"readDocument": finds passages in exactly one document. Only if the question names it.
"compareDocuments": finds passages in two to four documents side by side. Only if the question compares them.
"listDocuments": lists the documents. Only if the question asks which there are. "documents": [].
"documents" holds the numbers of documents. "dependsOn" holds the ids of tasks that must be done before; usually [].`,
    data: [
      { label: "the question", text: query.question },
      {
        label: documents.length > 0 ? "the documents" : "the documents (too many to list: search)",
        text: documents.map((document) => `${document.n}. ${document.title} (${document.path})`).join("\n"),
      },
    ],
  }),
  maxOutputTokens: 1_200,
  timeoutMs: 15_000,
});

/**
 * Which tools answer a question. A model may name documents only by the number under which it was shown them, so it reaches
 * nothing outside the scope; the question as it was asked is always searched for as well.
 */
export async function judgeTasks(
  ctx: WorkspaceContext,
  input: { query: UnderstoodQuery; known: KnownDocument[] },
  options: JudgementOptions,
): Promise<JudgementResult<PlannedTask[]>> {
  const { query, known } = input;
  const isListed = known.length <= maxShownDocuments;
  const documents = isListed ? known.map(({ title, path }, index) => ({ n: index + 1, title, path })) : [];
  const result = await judgePlan(ctx, { query, documents, known }, options);
  if (result.engine === "extractive") return { ...result, value: planTasks(query, known).slice(0, maxTasks) };
  const tasks = result.value.tasks.map((task) => planned(task, known));
  return { ...result, value: withOwnWords(tasks, query).slice(0, maxTasks) };
}

function withOwnWords(tasks: PlannedTask[], query: UnderstoodQuery): PlannedTask[] {
  const isSearched = tasks.some((task) => task.tool === "searchKnowledge" && task.question === query.question);
  if (query.intent === "documents" || isSearched) return tasks;
  const own: PlannedTask = {
    id: "as-asked",
    tool: "searchKnowledge",
    question: query.question,
    documentIds: [],
    dependsOn: [],
  };
  return [own, ...tasks.filter((task) => task.id !== own.id)];
}

function planned(task: ModelPlan["tasks"][number], known: KnownDocument[]): PlannedTask {
  const documentIds = [...new Set(task.documents)].flatMap((n) => known[n - 1]?.id ?? []);
  return { id: task.id, tool: task.tool, question: task.question, documentIds, dependsOn: task.dependsOn };
}

function numbered(task: PlannedTask, known: KnownDocument[]): ModelPlan["tasks"][number] {
  const documents = task.documentIds.map((id) => known.findIndex((document) => document.id === id) + 1);
  return { id: task.id, tool: task.tool, question: task.question, documents, dependsOn: task.dependsOn };
}

/** What the schema cannot say; written for the model that is asked again. */
function findProblem(plan: ModelPlan, shown: number): string | null {
  const ids = plan.tasks.map((task) => task.id);
  if (new Set(ids).size < ids.length) return "two tasks have the same id";
  for (const task of plan.tasks) {
    if (task.documents.some((n) => n < 1 || n > shown)) return `task ${task.id} names a document that was not shown`;
    if (task.dependsOn.some((id) => !ids.includes(id) || id === task.id)) return `task ${task.id} depends on no task`;
    const documents = new Set(task.documents).size;
    if (task.tool === "readDocument" && documents !== 1) return `task ${task.id} must name exactly one document`;
    if (task.tool === "compareDocuments" && documents < 2) return `task ${task.id} must name two to four documents`;
    if (task.tool === "searchKnowledge" && documents > 0) return `task ${task.id} must not name documents`;
  }
  return null;
}
