import type { Phase } from "@/lib/vocabulary/ask";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { judgeTasks } from "../judgements/plan";
import { judgeEnough } from "../judgements/reflect";
import { judgeUnderstanding } from "../judgements/understand";
import { maxReflections, type PlannedTask } from "../plan";
import { requireOpenQuery } from "../queries";
import { appendStreamEvents, noAttempt } from "../stream/append-stream-events";
import { callTool } from "../tools/call-tool";
import { listScopeDocuments } from "../tools/list-scope-documents";
import type { ToolResult } from "../tools/run-tool";
import { type BegunAnswer, beginAnswer } from "./begin-answer";
import { reflect } from "./reflect";
import { type WrittenAnswer, writeAnswer } from "./write-answer";

/** How a durable function runs named steps: each result is kept, and a finished step never runs again. */
export type RunStep = <T>(name: string, work: (ctx: WorkspaceContext) => Promise<T>) => Promise<T>;

/**
 * Answers a query in phases: understand, plan, execute (tasks side by side, as far as they do not wait for each other), reflect (at
 * most three times), answer. Every phase is a step that a killed process resumes after.
 */
export async function answerQuery(queryId: string, runStep: RunStep): Promise<WrittenAnswer> {
  const phases: { name: Phase; ms: number }[] = [];
  const phase = async <T>(name: Phase, step: string, work: (ctx: WorkspaceContext) => Promise<T>): Promise<T> => {
    const { value, ms } = await runStep(step, async (ctx) => {
      const startedAt = performance.now();
      const value = await work(ctx);
      return { value, ms: Math.round(performance.now() - startedAt) };
    });
    const same = phases.find((entry) => entry.name === name);
    if (same) same.ms += ms;
    else phases.push({ name, ms });
    return value;
  };

  const begun = await phase("understand", "understand", async (ctx) => {
    const started = await beginAnswer(ctx, queryId);
    const { question, previousQuestion: previous } = started;
    const { value: query, engine, usage } = await judgeUnderstanding(ctx, { question, previous }, { queryId });
    await reportPhase(ctx, queryId, "understand", { question: query.question });
    return { ...started, query, engine, usage };
  });
  const plan = await phase("plan", "plan", async (ctx) => {
    const known = await listScopeDocuments(ctx, begun.collectionIds);
    const { value: tasks, usage } = await judgeTasks(ctx, { query: begun.query, known }, { queryId });
    await reportPhase(ctx, queryId, "plan", { tasks: tasks.map((task) => task.tool) });
    return { tasks, usage };
  });
  const tasks = [...plan.tasks];
  const usages = [begun.usage, plan.usage];
  const results = await execute(queryId, begun, tasks, phase);
  for (let round = 0; round < maxReflections; round++) {
    const input = { query: begun.query, asked: begun.question, tasks, results };
    const { value: reflection, usage } =
      begun.engine === "model"
        ? await phase("reflect", `reflect ${round + 1}`, async (ctx) => {
            await reportPhase(ctx, queryId, "reflect", { round: round + 1 });
            return judgeEnough(ctx, input, { queryId });
          })
        : // Rules decide at once, and the same on every run: no step to keep.
          { value: reflect(input.query, input.asked, tasks, results), usage: null };
    usages.push(usage);
    if (reflection.isEnough) break;
    tasks.push(reflection.task);
    results.push(...(await execute(queryId, begun, [reflection.task], phase)));
  }
  return runStep("answer", (ctx) => writeAnswer(ctx, { queryId, query: begun.query, results, phases, usages }));
}

type RunPhase = <T>(name: Phase, step: string, work: (ctx: WorkspaceContext) => Promise<T>) => Promise<T>;

/** Runs tasks in waves: each wave is what no longer waits for another task. */
async function execute(
  queryId: string,
  begun: BegunAnswer,
  tasks: PlannedTask[],
  phase: RunPhase,
): Promise<ToolResult[]> {
  const done = new Set<string>();
  const results: ToolResult[] = [];
  let waiting = [...tasks];
  const known = new Set(tasks.map((task) => task.id));
  while (waiting.length > 0) {
    const ready = waiting.filter((task) => task.dependsOn.every((id) => done.has(id) || !known.has(id)));
    // Tasks that wait for each other would wait for ever.
    const wave = ready.length > 0 ? ready : waiting;
    const found = await Promise.all(
      wave.map((task) =>
        phase("execute", `execute ${task.id}`, async (ctx) => {
          await reportPhase(ctx, queryId, "execute", { task: task.id, tool: task.tool });
          return callTool(ctx, { queryId, task, collectionIds: begun.collectionIds, bypassCache: begun.bypassCache });
        }),
      ),
    );
    results.push(...found);
    for (const task of wave) done.add(task.id);
    waiting = waiting.filter((task) => !done.has(task.id));
  }
  return results;
}

async function reportPhase(
  ctx: WorkspaceContext,
  queryId: string,
  name: Phase,
  detail: Record<string, unknown>,
): Promise<void> {
  await inWorkspace(ctx, async (tx) => {
    await requireOpenQuery(tx, ctx, queryId);
    await appendStreamEvents(tx, ctx, queryId, noAttempt, [{ type: "phase", data: { name, ...detail } }]);
  });
}
