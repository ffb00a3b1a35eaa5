import { asJson, type Tx } from "./core";
import type { DueTime } from "./durations";

export interface Planned {
  id: string;
  runId: string;
  kind: "call" | "sleep" | "timeout";
  stepId: string | null;
  due?: DueTime;
}

export const startItemId = (runId: string) => `${runId}:call:start`;
export const nextItemId = (runId: string, stepId: string) => `${runId}:call:after:${stepId}`;
export const stepItemId = (runId: string, stepId: string) => `${runId}:call:step:${stepId}`;
export const timerItemId = (runId: string, stepId: string, kind: "sleep" | "timeout") => `${runId}:${kind}:${stepId}`;

/** Puts work into the queue; what is already there stays as it is. */
export function enqueue(tx: Tx, items: Planned[]) {
  const rows = items.map(({ due, ...item }) => ({ ...item, delayMs: due?.delayMs ?? 0, at: due?.at ?? null }));
  return tx`
    insert into jobs.queue (id, run_id, function_id, kind, step_id, share_key, keys, limits, rank_at, due_at)
    select x.id, r.id, r.function_id, x.kind, x."stepId", r.share_key,
      case when x."stepId" is null then r.concurrency_keys || ('run:' || r.id) else r.concurrency_keys end,
      case when x."stepId" is null then r.concurrency_limits || 1 else r.concurrency_limits end,
      r.rank_at, coalesce(x.at, now() + x."delayMs" * interval '1 millisecond')
    from jsonb_to_recordset(${asJson(rows)}::text::jsonb)
      as x(id text, "runId" text, kind text, "stepId" text, "delayMs" float8, at timestamptz)
    join jobs.runs r on r.id = x."runId"
    on conflict (id) do nothing`;
}

/**
 * Asks the function what comes next, once nothing that it planned is pending any more, or at once when `raceStepId` is one of
 * several of which the first is enough. A run never has two such questions out at a time: they share a concurrency key of one.
 * With `lease` the question is already the caller's own, who takes it on in place of the item that it has just finished.
 * Returns its id when it was put into the queue.
 */
export function enqueueNext(
  tx: Tx,
  runId: string,
  afterStepId: string,
  raceStepId: string | null,
  lease: { owner: string; leaseMs: number } | null = null,
) {
  return tx<{ id: string }[]>`
    with race as (
      select exists (select from jobs.steps where run_id = ${runId} and id = ${raceStepId} and is_race) as won
    ),
    asked as (
      insert into jobs.queue (id, run_id, function_id, kind, step_id, share_key, keys, limits, rank_at, due_at,
        generation, lease_owner, leased_until)
      select ${nextItemId(runId, afterStepId)}, r.id, r.function_id, 'call', null, r.share_key,
        r.concurrency_keys || ('run:' || r.id), r.concurrency_limits || 1, r.rank_at, now(),
        ${lease ? 1 : 0}::int, ${lease?.owner ?? null}::text, now() + ${lease?.leaseMs ?? null}::float8 * interval '1 millisecond'
      from jobs.runs r, race
      where r.id = ${runId} and (race.won
        or not exists (select from jobs.steps s where s.run_id = r.id and s.status = 'pending'))
      on conflict (id) do nothing
      returning id, run_id
    ),
    cleared as (
      update jobs.runs r set is_planned = false from asked, race
      where r.id = asked.run_id and r.is_planned and not race.won
    )
    select id from asked`;
}
