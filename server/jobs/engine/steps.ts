import { asJson, type Tx } from "./core";
import { enqueueNext } from "./queue";

export interface StepResult {
  id: string;
  op: string;
  name: string;
  status: "done" | "failed";
  /** In the shape that the SDK expects back: `{ data }`, `{ error }`, an event, or null. */
  output: unknown;
  attempts: number;
}

/** Saves results; a step that is finished already keeps its first result. Returns the steps that were not finished before. */
export function saveResults(tx: Tx, runId: string, results: StepResult[]) {
  return tx<{ id: string }[]>`
    insert into jobs.steps (run_id, id, op, name, status, seq, output, attempts, ended_at)
    select ${runId}, x.id, x.op, x.name, x.status, nextval('jobs.step_order'), coalesce(x.output, 'null'::jsonb), x.attempts, now()
    from jsonb_to_recordset(${asJson(results)}::text::jsonb)
      as x(id text, op text, name text, status text, output jsonb, attempts int)
    on conflict (run_id, id) do update set status = excluded.status, seq = excluded.seq, output = excluded.output,
      attempts = excluded.attempts, ended_at = excluded.ended_at
    where steps.status = 'pending'
    returning id`;
}

/** Ends a step from outside a call (a timer, an event, an invoked run) and lets its run go on. The run must be locked. */
export async function resumeStep(tx: Tx, runId: string, result: StepResult): Promise<boolean> {
  const [saved] = await saveResults(tx, runId, [result]);
  if (!saved) return false;
  await Promise.all([
    tx`delete from jobs.pauses where run_id = ${runId} and step_id = ${result.id}`,
    tx`delete from jobs.queue where run_id = ${runId} and step_id = ${result.id} and kind <> 'call'`,
    enqueueNext(tx, runId, result.id, result.id),
  ]);
  return true;
}
