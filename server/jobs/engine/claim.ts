import { asJson, type EngineCore, inTransaction, type Tx, withDeadline } from "./core";
import type { EventPayload } from "./protocol";

export interface ClaimedItem {
  id: string;
  runId: string;
  functionId: string;
  stepId: string | null;
  shareKey: string;
  attempt: number;
  generation: number;
  isPlanned: boolean;
  events: EventPayload[];
  steps: Record<string, unknown>;
  stack: string[];
  /** How many calls were due when this one was claimed: more than were claimed means that limits held some back. */
  due: number;
}

const claimLock = 727_010;

/**
 * Leases up to `capacity` calls that are due, with all that is needed to make them. Shares take turns: whoever has least
 * running now comes first, then whoever was served longest ago (`served`, oldest first). Limits are counted from leased
 * calls, so a run that sleeps or waits holds none. Processes take turns at claiming, since two at once would count the same
 * free place.
 */
export async function claim(core: EngineCore, capacity: number, served: string[]): Promise<ClaimedItem[]> {
  if (core.isSingleProcess) return withDeadline(claimDue(core.sql, core, capacity, served));
  return inTransaction(core.sql, async (tx) => {
    const [, items] = await Promise.all([
      tx`select pg_advisory_xact_lock(${claimLock})`.execute(),
      claimDue(tx, core, capacity, served),
    ]);
    return items;
  });
}

function claimDue(sql: EngineCore["sql"] | Tx, core: EngineCore, capacity: number, served: string[]) {
  return sql<ClaimedItem[]>`
    with recursive shares(key) as (
      (select share_key from jobs.queue where leased_until is null and kind = 'call' order by share_key limit 1)
      union all
      select (select q.share_key from jobs.queue q where q.leased_until is null and q.kind = 'call'
        and q.share_key > shares.key order by q.share_key limit 1)
      from shares where shares.key is not null
    ),
    leased as (select share_key, keys from jobs.queue where leased_until is not null),
    held as (select key, count(*) as n from leased, unnest(keys) as key group by key),
    busy as (select share_key, count(*) as n from leased group by share_key),
    waiting as (
      select w.*, coalesce(busy.n, 0) + row_number() over (partition by w.share_key order by w.rank_at, w.id) as turn
      from shares
      cross join lateral (
        select q.id, q.share_key, q.rank_at, q.keys, q.limits from jobs.queue q
        where q.share_key = shares.key and q.leased_until is null and q.kind = 'call' and q.due_at <= now()
          and not exists (
            select from unnest(q.keys, q.limits) as wanted(key, lim) join held on held.key = wanted.key
            where held.n >= wanted.lim)
        order by q.rank_at, q.id limit ${capacity}
      ) w
      left join busy on busy.share_key = w.share_key
    ),
    fitting as (
      select id from (
        select waiting.id, wanted.lim,
          coalesce(held.n, 0) + row_number() over (partition by wanted.key order by waiting.turn, waiting.rank_at, waiting.id) as place
        from waiting cross join lateral unnest(waiting.keys, waiting.limits) as wanted(key, lim)
        left join held on held.key = wanted.key
      ) placed group by id having bool_and(place <= lim)
      union all select id from waiting where cardinality(keys) = 0
    ),
    chosen as (
      select waiting.id from waiting join fitting using (id)
      left join jsonb_array_elements_text(${asJson(served)}::text::jsonb) with ordinality as served(key, place)
        on served.key = waiting.share_key
      order by turn, served.place nulls first, rank_at, waiting.id limit ${capacity}
    ),
    taken as (
      update jobs.queue q set generation = q.generation + 1, lease_owner = ${core.owner},
        leased_until = now() + ${core.leaseMs}::float8 * interval '1 millisecond'
      from chosen where q.id = chosen.id returning q.*
    ),
    started as (
      update jobs.runs r set status = 'running', started_at = now() from taken where r.id = taken.run_id and r.status = 'queued'
    )
    select t.id, t.run_id as "runId", t.function_id as "functionId", t.step_id as "stepId", t.share_key as "shareKey",
      t.attempt, t.generation, r.is_planned as "isPlanned", r.events, coalesce(s.steps, '{}'::jsonb) as steps,
      coalesce(s.stack, '[]'::jsonb) as stack, (select count(*)::int from waiting) as due
    from taken t join jobs.runs r on r.id = t.run_id
    left join lateral (
      select jsonb_object_agg(st.id, st.output) as steps, jsonb_agg(st.id order by st.seq) as stack
      from jobs.steps st where st.run_id = t.run_id and st.status in ('done', 'failed')
    ) s on true`;
}

/** Keeps the leases of what this process is working on. */
export async function extendLeases(core: EngineCore, itemIds: string[]): Promise<void> {
  if (itemIds.length === 0) return;
  await core.sql`
    update jobs.queue set leased_until = now() + ${core.leaseMs}::float8 * interval '1 millisecond'
    where lease_owner = ${core.owner} and leased_until is not null
      and id in (select jsonb_array_elements_text(${asJson(itemIds)}::text::jsonb))`;
}

/** Gives back what a process that is gone had leased (with `everyone`, whatever anybody had). */
export async function releaseExpired(core: EngineCore, everyone = false): Promise<number> {
  const released = await withDeadline(
    core.sql`
      update jobs.queue set leased_until = null, lease_owner = null
      where leased_until is not null and (${everyone} or leased_until < now()) returning id`,
  );
  return released.length;
}

export async function releaseOwn(core: EngineCore): Promise<void> {
  await core.sql`update jobs.queue set leased_until = null, lease_owner = null where lease_owner = ${core.owner}`;
}
