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

export interface Applied {
  /** False when the lease had passed to another or the run had ended: the answer changed nothing. */
  isCurrent: boolean;
  /** The run's next call, leased already: no claim is needed for a run that simply goes on. */
  next: ClaimedItem | null;
}

/**
 * Turns the answer to one call into what follows from it, in one transaction: results saved, next items queued, the item
 * itself gone. An answer whose lease has been given to another, or whose run has ended, changes nothing. With `mayGoOn` the
 * caller is handed the run's next call where the answer was nothing but finished steps.
 */
export async function applyOutcome(
  core: EngineCore,
  fn: JobFunction,
  item: ClaimedItem,
  outcome: CallOutcome,
  mayGoOn: boolean,
): Promise<Applied> {
  return inTransaction(core.sql, async (tx) => {
    const [[run], [held], [size]] = await Promise.all([
      lockRuns(tx, [item.runId]),
      tx<{ attempt: number }[]>`
        select attempt from jobs.queue
        where id = ${item.id} and generation = ${item.generation} and leased_until is not null for update`,
      tx<{ steps: number }[]>`select count(*)::int as steps from jobs.steps where run_id = ${item.runId}`,
    ]);
    if (!run || !held || isEnded(run)) return { isCurrent: false, next: null };
    const attempts = held.attempt + 1;
    const isLastAttempt = attempts >= fn.maxAttempts;
    let next: ClaimedItem | null = null;
    if (outcome.kind === "completed") {
      await endRun(core, tx, run, { status: "completed", output: outcome.output });
    } else if (outcome.kind === "rejected") {
      if (outcome.isRetriable && !isLastAttempt) await retry(core, tx, item, attempts, outcome.retryAfterMs);
      else await endRun(core, tx, run, { status: "failed", error: outcome.error, attempts });
    } else if ((size?.steps ?? 0) + outcome.operations.length > maxSteps) {
      await endRun(core, tx, run, { status: "failed", error: tooManySteps, attempts });
    } else {
      // Steps that the call saved on its way are not at hand here; a run that has any is claimed anew, with all of them.
      const hasAllSteps = size?.steps === item.stack.length;
      const mode = { attempts, isLastAttempt, mayGoOn: mayGoOn && hasAllSteps };
      next = await applyOperations(core, tx, run, item, outcome, mode);
    }
    return { isCurrent: true, next };
  });
}

function retry(core: EngineCore, tx: Tx, item: ClaimedItem, attempts: number, retryAfterMs: number | null) {
  const delayMs = retryAfterMs ?? core.backoffMs(attempts - 1);
  return tx`
    update jobs.queue set attempt = ${attempts}, leased_until = null, lease_owner = null,
      due_at = now() + ${delayMs}::float8 * interval '1 millisecond'
    where id = ${item.id}`;
}

async function applyOperations(
  core: EngineCore,
  tx: Tx,
  run: LockedRun,
  item: ClaimedItem,
  outcome: Extract<CallOutcome, { kind: "operations" }>,
  { attempts, isLastAttempt, mayGoOn }: { attempts: number; isLastAttempt: boolean; mayGoOn: boolean },
): Promise<ClaimedItem | null> {
  const { operations } = outcome;
  const results = operations.flatMap((op) => resultOf(op, attempts, !outcome.isRetriable || isLastAttempt) ?? []);
  const saving = results.length > 0 ? [saveResults(tx, run.id, results).execute()] : [];
  const completion = operations.find(({ op }) => op === "RunComplete");
  const error = completion ? null : complaint(operations);
  if (completion || error) {
    await Promise.all(saving);
    if (completion) await endRun(core, tx, run, { status: "completed", output: completion.data });
    else if (error) await endRun(core, tx, run, { status: "failed", error, attempts });
    return null;
  }
  const planned = operations.filter(({ op }) => plannedKinds.has(op));
  if (planned.length > 0) {
    await Promise.all(saving);
    await plan(core, tx, run, planned);
  }
  if (outcome.isRetriable && !isLastAttempt && operations.some(({ op }) => op === "StepError")) {
    await Promise.all([...saving, retry(core, tx, item, attempts, outcome.retryAfterMs)]);
    return null;
  }
  const goesOn = mayGoOn && item.stepId === null && planned.length === 0;
  const lastId = operations.at(-1)?.id ?? "";
  const [, , [asked]] = await Promise.all([
    Promise.all(saving),
    tx`delete from jobs.queue where id = ${item.id}`.execute(),
    enqueueNext(tx, run.id, lastId, item.stepId, goesOn ? core : null).execute(),
  ]);
  if (!goesOn || !asked) return null;
  return {
    ...item,
    id: asked.id,
    attempt: 0,
    generation: 1,
    steps: { ...item.steps, ...Object.fromEntries(results.map(({ id, output }) => [id, output])) },
    stack: [...item.stack, ...results.map(({ id }) => id)],
  };
}

function complaint(operations: Operation[]): SerializedError | null {
  if (operations.length === 0) return nothingToDo;
  const unknown = operations.find(({ op }) => !known.has(op));
  if (!unknown) return null;
  const message = `step "${unknown.displayName ?? unknown.id}" needs ${unknown.op}, which the embedded job engine does not support`;
  return { name: "UnsupportedStepError", message };
}

const plannedKinds = new Set(["StepPlanned", "Sleep", "WaitForEvent", "InvokeFunction"]);
const known = new Set([...plannedKinds, "StepRun", "StepError", "StepFailed", "RunComplete", "DiscoveryRequest"]);
const nothingToDo = { name: "Error", message: "the function neither ended nor said what to do next" };
const tooManySteps = { name: "Error", message: `the run has more than ${maxSteps} steps` };

function resultOf(op: Operation, attempts: number, isFinal: boolean): StepResult | null {
  const step = { id: op.id, op: op.op, name: op.displayName ?? op.name ?? op.id, attempts };
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
