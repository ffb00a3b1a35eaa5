import { asJson, type EngineCore, inTransaction } from "./core";
import type { EventPayload } from "./protocol";
import { receiveEvents } from "./receive-events";

interface WaitingRow {
  id: string;
  name: string;
  data: Record<string, unknown>;
  ms: number;
}

/**
 * Takes announced events in: the row is marked as taken in the transaction that stores the event and starts its runs, so each
 * is taken exactly once whatever dies. Returns how many were taken.
 */
export async function takeOutbox(core: EngineCore, limit = 200): Promise<number> {
  return inTransaction(core.sql, async (tx) => {
    const [, rows] = await Promise.all([
      tx`set local role outrider_system`.execute(),
      tx<WaitingRow[]>`
        select id, name, data, extract(epoch from created_at)::float8 * 1000 as ms from public.outbox
        where taken_at is null order by id limit ${limit} for update skip locked`,
    ]);
    if (rows.length === 0) return 0;
    const events: EventPayload[] = rows.map(({ id, name, data, ms }) => ({ id, name, data, ts: Math.round(ms) }));
    await receiveEvents(core, tx, events);
    await tx`
      update public.outbox set taken_at = now()
      where id in (select jsonb_array_elements_text(${asJson(rows.map(({ id }) => id))}::text::jsonb)::uuid)`;
    return rows.length;
  });
}
