import { asJson, type EngineCore, withDeadline } from "./core";
import { isRecord, type Operation } from "./protocol";

export interface CheckpointBody {
  run_id: string;
  qi_id: string;
  generation_id?: number | string;
  steps: Operation[];
}

/**
 * Saves steps that a call has finished while it runs on. One statement, so one transaction; false when the call's lease has
 * passed to another or its run has ended, and then nothing is saved.
 */
export async function saveCheckpoint(core: EngineCore, body: CheckpointBody): Promise<boolean> {
  const rows = body.steps
    .filter(({ op }) => op === "StepRun")
    .map((op) => ({ id: op.id, name: op.displayName ?? op.name ?? op.id, output: { data: op.data ?? null } }));
  const saving = core.sql<{ held: number }[]>`
    with held as (
      update jobs.queue set attempt = 0, leased_until = now() + ${core.leaseMs}::float8 * interval '1 millisecond'
      where id = ${body.qi_id} and run_id = ${body.run_id} and generation = ${Number(body.generation_id ?? -1)}
        and leased_until is not null
      returning run_id, attempt
    ),
    kept as (
      insert into jobs.steps (run_id, id, op, name, status, seq, output, ended_at)
      select held.run_id, x.id, 'StepRun', x.name, 'done', nextval('jobs.step_order'), x.output, now()
      from held, jsonb_to_recordset(${asJson(rows)}::text::jsonb) as x(id text, name text, output jsonb)
      on conflict (run_id, id) do update set status = excluded.status, seq = excluded.seq, output = excluded.output, ended_at = excluded.ended_at
      where steps.status = 'pending'
    )
    select count(*)::int as held from held`;
  const [saved] = await withDeadline(saving);
  return saved?.held === 1;
}

export function isCheckpoint(body: unknown): body is CheckpointBody {
  return (
    isRecord(body) && typeof body.run_id === "string" && typeof body.qi_id === "string" && Array.isArray(body.steps)
  );
}
