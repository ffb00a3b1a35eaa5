import type { ClaimedItem } from "./claim";
import { asJson, type EngineCore, inTransaction, type Tx } from "./core";
import { readDueTime } from "./durations";
import { endRun } from "./end-run";
import { parseExpression } from "./expression";
import type { JobFunction } from "./function-config";
import { planInvocation } from "./invoke";
import type { CallOutcome, Operation, SerializedError } from "./protocol";
import { enqueue, enqueueNext, type Planned, stepItemId, timerItemId } from "./queue";
import { insertPauses, isEnded, type LockedRun, lockRuns, type PauseRow } from "./runs";
import { type StepResult, saveResults } from "./steps";

const maxSteps = 1000;

/**
 * Turns the answer to one call into what follows from it, in one transaction: results saved, next items queued, the item
 * itself gone. An answer whose lease has been given to another, or whose run has ended, changes nothing.
 */
export async function applyOutcome(
  core: EngineCore,
  fn: JobFunction,
  item: ClaimedItem,
  outcome: CallOutcome,
): Promise<"applied" | "stale"> {
  return inTransaction(core.sql, async (tx) => {
    const [[run], [held]] = await Promise.all([
      lockRuns(tx, [item.runId]),
      tx<{ attempt: number }[]>`
        select attempt from jobs.queue
        where id = ${item.id} and generation = ${item.generation} and leased_until is not null for update`,
    ]);
    if (!run || !held || isEnded(run)) return "stale";
    const isLastAttempt = held.attempt + 1 >= fn.maxAttempts;
    if (outcome.kind === "completed") await endRun(core, tx, run, { status: "completed", output: outcome.output });
    else if (outcome.kind === "operations")
      await applyOperations(core, tx, run, item, outcome, held.attempt, isLastAttempt);
    else if (outcome.isRetriable && !isLastAttempt) await retry(core, tx, item, held.attempt, outcome.retryAfterMs);
    else await endRun(core, tx, run, { status: "failed", error: outcome.error, attempts: held.attempt + 1 });
    return "applied";
  });
}

function retry(core: EngineCore, tx: Tx, item: ClaimedItem, attempt: number, retryAfterMs: number | null) {
  const delayMs = retryAfterMs ?? core.backoffMs(attempt);
  return tx`
    update jobs.queue set attempt = ${attempt + 1}, leased_until = null, lease_owner = null,
      due_at = now() + ${delayMs}::float8 * interval '1 millisecond'
    where id = ${item.id}`;
}

async function applyOperations(
  core: EngineCore,
  tx: Tx,
  run: LockedRun,
  item: ClaimedItem,
  outcome: Extract<CallOutcome, { kind: "operations" }>,
  attempt: number,
  isLastAttempt: boolean,
): Promise<void> {
  const { operations } = outcome;
  const results = operations.flatMap((op) => resultOf(op, attempt, !outcome.isRetriable || isLastAttempt) ?? []);
  if (results.length > 0) await saveResults(tx, run.id, results);
  const completion = operations.find(({ op }) => op === "RunComplete");
  if (completion) return endRun(core, tx, run, { status: "completed", output: completion.data });
  const unknown = operations.find(({ op }) => !known.has(op));
  if (unknown) return endRun(core, tx, run, { status: "failed", error: unsupported(unknown), attempts: attempt + 1 });
  if (operations.length === 0) {
    return endRun(core, tx, run, { status: "failed", error: nothingToDo, attempts: attempt + 1 });
  }
  const planned = operations.filter(({ op }) => plannedKinds.has(op));
  if (planned.length > 0) await plan(core, tx, run, planned);
  if (operations.some((op) => op.op === "StepError") && outcome.isRetriable && !isLastAttempt) {
    await retry(core, tx, item, attempt, outcome.retryAfterMs);
    return;
  }
  await tx`delete from jobs.queue where id = ${item.id}`;
  const last = operations.at(-1);
  const [{ count = 0, isRace = false } = {}] = await tx<{ count: number; isRace: boolean }[]>`
    select count(*)::int as count, coalesce(bool_or(is_race and id = ${item.stepId}), false) as "isRace"
    from jobs.steps where run_id = ${run.id}`;
  if (count > maxSteps) {
    return endRun(core, tx, run, { status: "failed", error: tooManySteps, attempts: attempt + 1 });
  }
  await enqueueNext(tx, run.id, last?.id ?? "", isRace);
}

const plannedKinds = new Set(["StepPlanned", "Sleep", "WaitForEvent", "InvokeFunction"]);
const known = new Set([...plannedKinds, "StepRun", "StepError", "StepFailed", "RunComplete", "DiscoveryRequest"]);
const nothingToDo = { name: "Error", message: "the function neither ended nor said what to do next" };
const tooManySteps = { name: "Error", message: `the run has more than ${maxSteps} steps` };

function unsupported({ op, displayName, id }: Operation): SerializedError {
  const message = `step "${displayName ?? id}" needs ${op}, which the embedded job engine does not support`;
  return { name: "UnsupportedStepError", message };
}

function resultOf(op: Operation, attempt: number, isFinal: boolean): StepResult | null {
  const step = { id: op.id, op: op.op, name: op.displayName ?? op.name ?? op.id, attempts: attempt + 1 };
  if (op.op === "StepRun") return { ...step, status: "done", output: { data: op.data ?? null } };
  if (op.op === "StepFailed" || (op.op === "StepError" && isFinal)) {
    return { ...step, status: "failed", output: { error: op.error ?? { name: "Error", message: "the step failed" } } };
  }
  return null;
}

async function plan(core: EngineCore, tx: Tx, run: LockedRun, operations: Operation[]): Promise<void> {
  const rows = operations.map((op) => ({
    id: op.id,
    op: op.op,
    name: op.displayName ?? op.name ?? op.id,
    isRace: op.opts?.parallelMode === "race",
  }));
  const fresh = await tx<{ id: string }[]>`
    insert into jobs.steps (run_id, id, op, name, status, is_race)
    select ${run.id}, x.id, x.op, x.name, 'pending', x."isRace"
    from jsonb_to_recordset(${asJson(rows)}::text::jsonb) as x(id text, op text, name text, "isRace" boolean)
    on conflict (run_id, id) do nothing returning id`;
  const ids = new Set(fresh.map(({ id }) => id));
  const isNew = operations.filter(({ id }) => ids.has(id));
  if (operations.length > 1) await tx`update jobs.runs set is_planned = true where id = ${run.id}`;
  const pauses = isNew.flatMap((op) => (op.op === "WaitForEvent" ? waitPause(run, op) : []));
  const items = isNew.flatMap((op) => plannedItem(run, op));
  await Promise.all([pauses.length > 0 && insertPauses(tx, pauses), items.length > 0 && enqueue(tx, items)]);
  for (const op of isNew) if (op.op === "InvokeFunction") await planInvocation(core, tx, run, op);
}

function plannedItem(run: LockedRun, op: Operation): Planned[] {
  const base = { runId: run.id, stepId: op.id };
  if (op.op === "StepPlanned") return [{ ...base, id: stepItemId(run.id, op.id), kind: "call" }];
  if (op.op === "Sleep") {
    const due = readDueTime(op.opts?.duration ?? op.name ?? "");
    return [{ ...base, id: timerItemId(run.id, op.id, "sleep"), kind: "sleep", due }];
  }
  if (!op.opts?.timeout) return [];
  return [{ ...base, id: timerItemId(run.id, op.id, "timeout"), kind: "timeout", due: readDueTime(op.opts.timeout) }];
}

function waitPause(run: LockedRun, op: Operation): PauseRow[] {
  const event = run.events[0];
  if (!event) return [];
  if (op.opts?.if) parseExpression(op.opts.if);
  return [
    {
      id: `${run.id}:wait:${op.id}`,
      runId: run.id,
      stepId: op.id,
      kind: "wait",
      eventName: op.opts?.event ?? op.name ?? "",
      expression: op.opts?.if ?? null,
      timeout: op.opts?.timeout ?? null,
      event,
    },
  ];
}
