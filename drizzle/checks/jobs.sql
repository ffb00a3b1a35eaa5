-- Invariants of the job engine's records: every statement returns the rows that break one, so all return none.

select 'an ended run still has work, waits or pending steps' as broken, r.id from jobs.runs r
where r.status in ('completed', 'failed', 'cancelled') and (
  exists (select from jobs.queue q where q.run_id = r.id)
  or exists (select from jobs.pauses p where p.run_id = r.id)
  or exists (select from jobs.steps s where s.run_id = r.id and s.status = 'pending'));

select 'a run is under way but nothing will ever continue it' as broken, r.id from jobs.runs r
where r.status in ('queued', 'running')
  and not exists (select from jobs.queue q where q.run_id = r.id)
  and not exists (select from jobs.pauses p where p.run_id = r.id and p.kind <> 'cancel');

select 'the end of a run and its time disagree' as broken, r.id from jobs.runs r
where (r.ended_at is not null) <> (r.status in ('completed', 'failed', 'cancelled'));

select 'a finished step has no place in the order, or a pending one has' as broken, s.run_id, s.id from jobs.steps s
where (s.status in ('done', 'failed')) <> (s.seq is not null);

select 'a pending step has neither work nor a wait' as broken, s.run_id, s.id from jobs.steps s
where s.status = 'pending'
  and not exists (select from jobs.queue q where q.run_id = s.run_id and q.step_id = s.id)
  and not exists (select from jobs.pauses p where p.run_id = s.run_id and p.step_id = s.id);

select 'a failed run has no dead letter, or more than one' as broken, r.id from jobs.runs r
where r.status = 'failed' and (select count(*) from jobs.dead_letters d where d.run_id = r.id) <> 1;

select 'a dead letter belongs to a run that did not fail' as broken, d.id from jobs.dead_letters d
join jobs.runs r on r.id = d.run_id where r.status <> 'failed';

select 'a replay that does not exist' as broken, d.id from jobs.dead_letters d
where d.replay_run_id is not null and not exists (select from jobs.runs r where r.id = d.replay_run_id);

select 'an invoked run was started twice' as broken, correlation_id from jobs.runs
where correlation_id is not null group by correlation_id having count(*) > 1;

select 'more calls are leased than a key allows' as broken, k.key from jobs.queue q, unnest(q.keys, q.limits) as k(key, lim)
where q.leased_until > now() group by k.key having count(*) > max(k.lim);

select 'an announced event was marked as taken but never stored' as broken, o.id::text from public.outbox o
where o.taken_at is not null and o.taken_at > now() - interval '1 day'
  and exists (select from jobs.schedules) and not exists (select from jobs.events e where e.id = o.id::text)
