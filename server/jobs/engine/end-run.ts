import { newId } from "@/lib/ids";
import { asJson, type EngineCore, type Tx } from "./core";
import type { EventPayload, SerializedError } from "./protocol";
import { receiveOwnEvents } from "./receive-events";
import { isEnded, type LockedRun, lockRuns } from "./runs";
import { resumeStep } from "./steps";

export type Ending =
  | { status: "completed"; output: unknown }
  | { status: "failed"; error: SerializedError; attempts: number }
  | { status: "cancelled" };

/**
 * The one way in which a run ends. What it still planned is dropped, a run that waits for it goes on, a failure becomes a
 * dead letter, and the events that tell of the end are sent. The run must be locked and not ended.
 */
export async function endRun(core: EngineCore, tx: Tx, run: LockedRun, ending: Ending): Promise<void> {
  const output = ending.status === "completed" ? asJson(ending.output) : null;
  const error = ending.status === "failed" ? asJson(ending.error) : null;
  await Promise.all([
    tx`update jobs.runs set status = ${ending.status}, output = ${output}::text::jsonb, error = ${error}::text::jsonb,
        started_at = coalesce(started_at, now()), ended_at = now(), is_planned = false where id = ${run.id}`,
    tx`delete from jobs.queue where run_id = ${run.id}`,
    tx`delete from jobs.pauses where run_id = ${run.id}`,
    tx`update jobs.steps set status = 'dropped', ended_at = now() where run_id = ${run.id} and status = 'pending'`,
    ending.status === "failed" && keepDeadLetter(tx, run, ending),
  ]);
  if (run.correlationId) await resumeInvoker(tx, run.correlationId, ending);
  await receiveOwnEvents(core, tx, endEvents(run, ending));
}

/** Ends a run without an error. What is running now goes on to its end, and its result is thrown away. */
export async function cancelLockedRun(core: EngineCore, tx: Tx, run: LockedRun): Promise<void> {
  await endRun(core, tx, run, { status: "cancelled" });
}

function keepDeadLetter(tx: Tx, run: LockedRun, { error, attempts }: Extract<Ending, { status: "failed" }>) {
  return tx`
    insert into jobs.dead_letters (id, run_id, function_id, share_key, step_name, reason, error, attempts)
    select ${newId()}, ${run.id}, ${run.functionId}, ${run.shareKey},
      (select name from jobs.steps where run_id = ${run.id} and status = 'failed' order by seq desc limit 1),
      ${error.message}, ${asJson(error)}::text::jsonb, ${attempts}`;
}

async function resumeInvoker(tx: Tx, correlationId: string, ending: Ending): Promise<void> {
  const dot = correlationId.lastIndexOf(".");
  const [parent] = await lockRuns(tx, [correlationId.slice(0, dot)]);
  if (!parent || isEnded(parent)) return;
  const stepId = correlationId.slice(dot + 1);
  const result = { id: stepId, op: "InvokeFunction", name: "invoke", attempts: 1 };
  if (ending.status === "completed") {
    await resumeStep(tx, parent.id, { ...result, status: "done", output: { data: ending.output ?? null } });
  } else {
    const error =
      ending.status === "failed" ? ending.error : { name: "Error", message: "the invoked function was cancelled" };
    await resumeStep(tx, parent.id, { ...result, status: "failed", output: { error } });
  }
}

function endEvents(run: LockedRun, ending: Ending): EventPayload[] {
  const [event] = run.events;
  // A function that listens to the ends of others must not listen to its own for ever.
  if (event && /^inngest\/function\.(failed|finished|cancelled)$/.test(event.name)) return [];
  const status = { completed: "Completed", failed: "Failed", cancelled: "Cancelled" }[ending.status];
  const data = {
    function_id: run.functionId,
    run_id: run.id,
    event,
    events: run.events,
    ...(ending.status === "completed" ? { result: ending.output ?? null } : {}),
    ...(ending.status === "failed" ? { error: ending.error } : {}),
    ...(run.correlationId ? { correlation_id: run.correlationId } : {}),
    _inngest: { status },
  };
  const ts = Date.now();
  const told = (name: string) => ({ id: `${name}:${run.id}`, name: `inngest/function.${name}`, data, ts });
  return [told("finished"), ...(ending.status === "completed" ? [] : [told(ending.status)])];
}
