import { asJson, type EngineCore, type Tx } from "./core";
import { cancelLockedRun } from "./end-run";
import { parseExpression } from "./expression";
import { isTriggeredBy } from "./function-config";
import { type EventPayload, isRecord } from "./protocol";
import { createRuns, isEnded, lockRuns, type RunSeed } from "./runs";
import { resumeStep } from "./steps";

interface MatchingPause {
  id: string;
  runId: string;
  stepId: string | null;
  kind: "wait" | "cancel";
  expression: string | null;
  index: number;
}

/**
 * Takes events in: each is stored, starts the functions that it triggers, lets waiting runs go on and cancels those that
 * asked for it, all in the caller's transaction. An event whose id was seen before does nothing.
 */
export async function receiveEvents(core: EngineCore, tx: Tx, events: EventPayload[]): Promise<void> {
  if (events.length === 0) return;
  const fresh = await storeEvents(tx, events);
  const pauses = await findPauses(tx, fresh);
  const seeds: RunSeed[] = fresh.flatMap((event) =>
    [...core.functions.values()].filter((fn) => isTriggeredBy(fn, event)).map((fn) => ({ fn, event })),
  );
  await createRuns(core, tx, seeds);
  if (pauses.length > 0) await applyPauses(core, tx, fresh, pauses);
}

/**
 * As `receiveEvents`, for events that the engine makes itself for every run: they are kept only where something listens.
 */
export async function receiveOwnEvents(core: EngineCore, tx: Tx, events: EventPayload[]): Promise<void> {
  const names = [...new Set(events.map(({ name }) => name))];
  const waited = await tx<{ name: string }[]>`
    select distinct event_name as name from jobs.pauses where event_name in ${tx(names)}`;
  const isHeard = (event: EventPayload) =>
    waited.some(({ name }) => name === event.name) ||
    [...core.functions.values()].some((fn) => isTriggeredBy(fn, event));
  await receiveEvents(core, tx, events.filter(isHeard));
}

async function storeEvents(tx: Tx, events: EventPayload[]): Promise<EventPayload[]> {
  const unique = [...new Map(events.map((event) => [event.id, event])).values()];
  const rows = unique.map((payload) => ({ id: payload.id, name: payload.name, payload }));
  const stored = await tx<{ id: string }[]>`
    insert into jobs.events (id, name, payload)
    select x.id, x.name, x.payload from jsonb_to_recordset(${asJson(rows)}::text::jsonb) as x(id text, name text, payload jsonb)
    on conflict (id) do nothing returning id`;
  const ids = new Set(stored.map(({ id }) => id));
  return unique.filter(({ id }) => ids.has(id));
}

function findPauses(tx: Tx, events: EventPayload[]) {
  if (events.length === 0) return [];
  const rows = events.map((payload, index) => ({ index, name: payload.name, payload }));
  return tx<MatchingPause[]>`
    select p.id, p.run_id as "runId", p.step_id as "stepId", p.kind, p.expression, x.index
    from jsonb_to_recordset(${asJson(rows)}::text::jsonb) as x(index int, name text, payload jsonb)
    join jobs.pauses p on p.event_name = x.name
    where (p.expires_at is null or p.expires_at > now())
      and (p.match_path is null or p.match_value = x.payload #>> p.match_path)
    order by p.run_id, x.index`;
}

async function applyPauses(core: EngineCore, tx: Tx, events: EventPayload[], pauses: MatchingPause[]): Promise<void> {
  // In the order of their ids, so that two batches that meet the same runs wait for each other instead of deadlocking.
  const runs = new Map(
    (await lockRuns(tx, [...new Set(pauses.map(({ runId }) => runId))])).map((run) => [run.id, run]),
  );
  const done = new Set<string>();
  for (const pause of pauses) {
    const run = runs.get(pause.runId);
    const event = events[pause.index];
    if (!run || !event || isEnded(run) || done.has(pause.id)) continue;
    if (pause.expression) {
      const roots = { event: run.events[0], async: event };
      if (parseExpression(pause.expression).evaluate(roots) !== true) continue;
    }
    done.add(pause.id);
    if (pause.kind === "cancel") {
      await cancelLockedRun(core, tx, run);
      run.status = "cancelled";
    } else if (pause.stepId) {
      const result = { id: pause.stepId, op: "WaitForEvent", name: event.name, output: waitedEvent(event) };
      await resumeStep(tx, run.id, { ...result, status: "done", attempts: 1 });
    }
  }
}

/** The SDK takes an object whose only member is `data`, `error` or `input` apart; an event always has more than one. */
function waitedEvent(event: EventPayload): EventPayload {
  return isRecord(event.data) ? event : { ...event, data: {} };
}
