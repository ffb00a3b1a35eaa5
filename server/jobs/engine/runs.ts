import { newId } from "@/lib/ids";
import { asJson, type EngineCore, type Tx } from "./core";
import { readDueTime } from "./durations";
import { fixedField, parseExpression } from "./expression";
import { concurrencyOf, type JobFunction, priorityOf } from "./function-config";
import type { EventPayload } from "./protocol";
import { startItemId } from "./queue";

export interface RunSeed {
  fn: JobFunction;
  event: EventPayload;
  runId?: string;
  correlationId?: string;
  /** Two runs of a function with the same key within a day are one. */
  idempotencyKey?: string;
}

export interface LockedRun {
  id: string;
  functionId: string;
  status: string;
  shareKey: string;
  correlationId: string | null;
  events: EventPayload[];
}

/**
 * Locks a run. Every transaction that finishes a step begins with this: two parallel steps that commit together would each
 * see the other as pending, and nobody would ask what comes next.
 */
export function lockRuns(tx: Tx, ids: string[]) {
  return tx<LockedRun[]>`
    select id, function_id as "functionId", status, share_key as "shareKey", correlation_id as "correlationId", events
    from jobs.runs where id in ${tx(ids)} order by id for no key update`;
}

export function isEnded(run: { status: string }): boolean {
  return run.status === "completed" || run.status === "failed" || run.status === "cancelled";
}

/** Makes the runs, their first item in the queue, and what may cancel them. */
export async function createRuns(core: EngineCore, tx: Tx, seeds: RunSeed[]): Promise<string[]> {
  if (seeds.length === 0) return [];
  const rows = seeds.map((seed, place) => runRow(core, seed, place));
  const keyed = rows.filter(({ idempotencyKey }) => idempotencyKey !== null);
  if (keyed.length > 0) {
    await tx`
      update jobs.runs r set idempotency_key = null
      from jsonb_to_recordset(${asJson(keyed)}::text::jsonb) as x("functionId" text, "idempotencyKey" text)
      where r.function_id = x."functionId" and r.idempotency_key = x."idempotencyKey" and r.created_at < now() - interval '24 hours'`;
  }
  const made = await tx<{ id: string }[]>`
    insert into jobs.runs (id, function_id, event_id, events, share_key, concurrency_keys, concurrency_limits,
      idempotency_key, correlation_id, rank_at)
    select x.id, x."functionId", x."eventId", x.events, x."shareKey",
      array(select jsonb_array_elements_text(x.keys)), array(select jsonb_array_elements_text(x.limits)::int),
      x."idempotencyKey", x."correlationId", now() + x."delaySeconds" * interval '1 second'
    from jsonb_to_recordset(${asJson(rows)}::text::jsonb) as x(id text, "functionId" text, "eventId" text, events jsonb,
      "shareKey" text, keys jsonb, limits jsonb, "idempotencyKey" text, "correlationId" text, "delaySeconds" float8)
    on conflict do nothing
    returning id`;
  const ids = new Set(made.map(({ id }) => id));
  const pauses = rows.filter(({ id }) => ids.has(id)).flatMap(({ id, seed }) => cancelPauses(id, seed));
  await Promise.all([startRuns(tx, [...ids]), pauses.length > 0 && insertPauses(tx, pauses)]);
  return [...ids];
}

function runRow(core: EngineCore, seed: RunSeed, place: number) {
  const { fn, event } = seed;
  const key = seed.idempotencyKey ?? (fn.idempotency ? JSON.stringify(fn.idempotency.evaluate({ event })) : null);
  return {
    id: seed.runId ?? newId(),
    functionId: fn.id,
    eventId: event.id,
    events: [event],
    shareKey: core.shareKeyOf(event),
    ...concurrencyOf(fn, event),
    idempotencyKey: key,
    correlationId: seed.correlationId ?? null,
    // Those of one batch start in the order in which they were sent.
    delaySeconds: place / 1e6 - priorityOf(fn, event),
    seed,
  };
}

function startRuns(tx: Tx, ids: string[]) {
  return tx`
    insert into jobs.queue (id, run_id, function_id, kind, share_key, keys, limits, rank_at, due_at)
    select r.id || ${startItemId("")}, r.id, r.function_id, 'call', r.share_key,
      r.concurrency_keys || ('run:' || r.id), r.concurrency_limits || 1, r.rank_at, now()
    from jobs.runs r where r.id in (select jsonb_array_elements_text(${asJson(ids)}::text::jsonb))
    on conflict (id) do nothing`;
}

export interface PauseRow {
  id: string;
  runId: string;
  stepId: string | null;
  kind: "wait" | "invoke" | "cancel";
  eventName: string | null;
  expression: string | null;
  timeout: string | null;
  event: EventPayload;
}

function cancelPauses(runId: string, { fn, event }: RunSeed): PauseRow[] {
  return fn.cancelOn.map((cancel, index) => ({
    id: `${runId}:cancel:${index}`,
    runId,
    stepId: null,
    kind: "cancel",
    eventName: cancel.event,
    expression: cancel.condition,
    timeout: cancel.timeout,
    event,
  }));
}

export function insertPauses(tx: Tx, pauses: PauseRow[]) {
  const rows = pauses.map(({ event, timeout, ...pause }) => {
    const field = pause.expression ? fixedField(parseExpression(pause.expression), event) : null;
    const due = timeout ? readDueTime(timeout) : { delayMs: null, at: null };
    return { ...pause, path: field?.path ?? null, value: field?.value ?? null, ...due };
  });
  return tx`
    insert into jobs.pauses (id, run_id, step_id, kind, event_name, expression, match_path, match_value, expires_at)
    select x.id, x."runId", x."stepId", x.kind, x."eventName", x.expression,
      case when jsonb_typeof(x.path) = 'array' then array(select jsonb_array_elements_text(x.path)) end, x.value,
      coalesce(x.at, now() + x."delayMs" * interval '1 millisecond')
    from jsonb_to_recordset(${asJson(rows)}::text::jsonb) as x(id text, "runId" text, "stepId" text, kind text, "eventName" text,
      expression text, path jsonb, value text, "delayMs" float8, at timestamptz)
    on conflict (id) do nothing`;
}
