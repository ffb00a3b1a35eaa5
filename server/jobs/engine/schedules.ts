import { asJson, type EngineCore, inTransaction, type Tx } from "./core";
import { nextSlot } from "./function-config";
import type { EventPayload } from "./protocol";
import { createRuns } from "./runs";

interface DueSchedule {
  id: string;
  functionId: string;
  cron: string;
  slotMs: number;
  nowMs: number;
}

/** One row per function and schedule; rows of functions that are gone go too. The clock is the database's. */
export async function syncSchedules(core: EngineCore): Promise<void> {
  await inTransaction(core.sql, async (tx) => {
    const now = await databaseNow(tx);
    const rows = [...core.functions.values()].flatMap((fn) =>
      fn.crons.map((cron) => ({
        id: `${fn.id} ${cron}`,
        functionId: fn.id,
        cron,
        nextAt: nextSlot(cron, now).toISOString(),
      })),
    );
    await tx`
      insert into jobs.schedules (id, function_id, cron, next_at)
      select x.id, x."functionId", x.cron, x."nextAt"
      from jsonb_to_recordset(${asJson(rows)}::text::jsonb) as x(id text, "functionId" text, cron text, "nextAt" timestamptz)
      on conflict (id) do nothing`;
    await tx`
      delete from jobs.schedules where id not in (select jsonb_array_elements_text(${asJson(rows.map(({ id }) => id))}::text::jsonb))`;
  });
}

/**
 * Starts what is due, each slot once: the row is locked, its slot names the run, and `next_at` moves on in the same
 * transaction. Slots missed while nothing ran are made up for by one run.
 */
export async function fireSchedules(core: EngineCore): Promise<number> {
  return inTransaction(core.sql, async (tx) => {
    const due = await tx<DueSchedule[]>`
      select id, function_id as "functionId", cron, extract(epoch from next_at)::float8 * 1000 as "slotMs",
        extract(epoch from now())::float8 * 1000 as "nowMs"
      from jobs.schedules where next_at <= now() order by id for update skip locked`;
    for (const schedule of due) await fireSlot(core, tx, schedule);
    return due.length;
  });
}

async function fireSlot(core: EngineCore, tx: Tx, { id, functionId, cron, slotMs, nowMs }: DueSchedule): Promise<void> {
  const slot = new Date(slotMs).toISOString();
  const next = nextSlot(cron, new Date(Math.max(slotMs, nowMs))).toISOString();
  await tx`update jobs.schedules set last_at = next_at, next_at = ${next}::text::timestamptz where id = ${id}`;
  const fn = core.functions.get(functionId);
  if (!fn) return;
  const event: EventPayload = {
    id: `cron:${id}:${slot}`,
    name: "inngest/scheduled.timer",
    data: { cron, fireAt: slot, scheduledAt: slot },
    ts: Math.round(slotMs),
  };
  await createRuns(core, tx, [{ fn, event, idempotencyKey: `cron:${cron}:${slot}` }]);
}

async function databaseNow(tx: Tx): Promise<Date> {
  const [row] = await tx<{ ms: number }[]>`select extract(epoch from now())::float8 * 1000 as ms`;
  return new Date(row?.ms ?? Date.now());
}
