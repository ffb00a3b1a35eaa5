import type { EngineCore } from "./core";

/** Removes ended runs (with their steps and dead letters) and events older than `retentionDays`, a bounded number at a time. */
export async function prune(core: Pick<EngineCore, "sql">, retentionDays: number, batch = 1000): Promise<number> {
  const runs = await core.sql`
    delete from jobs.runs where id in (
      select id from jobs.runs where ended_at < now() - ${retentionDays}::float8 * interval '1 day' limit ${batch}) returning id`;
  const events = await core.sql`
    delete from jobs.events where id in (
      select id from jobs.events where received_at < now() - ${retentionDays}::float8 * interval '1 day' limit ${batch}) returning id`;
  return runs.length + events.length;
}
