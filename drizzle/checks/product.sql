-- Invariants of the product's records: every statement returns the rows that break one, so all return none.

select 'a stream has a gap' as broken, stream_id from stream_events
group by workspace_id, stream_id having min(seq) <> 1 or max(seq) <> count(*);

select 'a finished question has not exactly one terminal event, or an open one has any' as broken, q.id, q.status from queries q
where (select count(*) from stream_events e where e.workspace_id = q.workspace_id and e.stream_id = q.id and e.type in ('done', 'failed'))
  <> (case when q.status in ('answered', 'failed', 'cancelled') then 1 else 0 end);

select 'a stream goes on after its end' as broken, e.stream_id, e.seq from stream_events e
where e.type in ('done', 'failed')
  and exists (select from stream_events l where l.workspace_id = e.workspace_id and l.stream_id = e.stream_id and l.seq > e.seq);

select 'a stream belongs to no question' as broken, e.stream_id from stream_events e
where not exists (select from queries q where q.workspace_id = e.workspace_id and q.id = e.stream_id);

select 'the end of a question and its time disagree' as broken, q.id from queries q
where (q.finished_at is not null) <> (q.status in ('answered', 'failed', 'cancelled'));

select 'a sentence of an answer rests on nothing' as broken, s.id from answer_sentences s
where not exists (select from dependents d where d.workspace_id = s.workspace_id and d.kind = 'answer_sentence' and d.dependent_id = s.id);

select 'evidence carries a sentence that does not exist' as broken, d.dependent_id from dependents d
where d.kind = 'answer_sentence'
  and not exists (select from answer_sentences s where s.workspace_id = d.workspace_id and s.id = d.dependent_id);

select 'a sentence rests on evidence that its answer does not cite' as broken, s.id from answer_sentences s
join dependents d on d.workspace_id = s.workspace_id and d.kind = 'answer_sentence' and d.dependent_id = s.id
where not exists (select from citations c where c.workspace_id = s.workspace_id and c.query_id = s.query_id and c.evidence_id = d.evidence_id);

select 'the current version is not a readable version of its own document' as broken, d.id from documents d
where d.current_snapshot_id is not null and not exists (
  select from snapshots s
  where s.workspace_id = d.workspace_id and s.id = d.current_snapshot_id and s.document_id = d.id and s.status = 'ready');

-- Offsets count UTF-16 units, Postgres counts characters: those beyond the first plane get a second place.
select 'a quote does not stand at its place' as broken, e.id from evidence e
join renditions r on r.workspace_id = e.workspace_id and r.id = e.rendition_id
join documents d on d.workspace_id = e.workspace_id and d.id = e.document_id
where d.deleted_at is null and e.quote <> '' and (
  substr(regexp_replace(r.text, '[\U00010000-\U0010FFFF]', '\&_', 'g'), e.start + 1, e."end" - e.start)
    <> regexp_replace(e.quote, '[\U00010000-\U0010FFFF]', '\&_', 'g')
  or encode(sha256(convert_to(e.quote, 'UTF8')), 'hex') <> e.quote_hash);

select 'evidence, rendition and version belong to different documents' as broken, e.id from evidence e
join renditions r on r.workspace_id = e.workspace_id and r.id = e.rendition_id
where r.document_id <> e.document_id or r.snapshot_id <> e.snapshot_id;

select 'a version is said to be readable and has no text' as broken, s.id from snapshots s
where s.status = 'ready' and s.mime is distinct from 'application/zip'
  and not exists (select from renditions r where r.workspace_id = s.workspace_id and r.snapshot_id = s.id);

select 'a removed document is still in the search index' as broken, d.id from documents d
where d.deleted_at is not null and (
  exists (select from indexed_snapshots i where i.workspace_id = d.workspace_id and i.document_id = d.id)
  or exists (select from chunks c where c.workspace_id = d.workspace_id and c.document_id = d.id));

select 'a version that is not current is in the search index' as broken, i.snapshot_id from indexed_snapshots i
join documents d on d.workspace_id = i.workspace_id and d.id = i.document_id
where i.snapshot_id is distinct from d.current_snapshot_id;

select 'an audit trail has a gap' as broken, workspace_id from audit_events
group by workspace_id having min(seq) <> 1 or max(seq) <> count(*);

select 'a run that has ended still has addresses to read' as broken, r.id from source_runs r
where r.status in ('finished', 'failed') and exists (
  select from crawl_frontier f
  where f.workspace_id = r.workspace_id and f.run_id = r.id and f.state in ('queued', 'fetching'));

select 'a change compares versions of no page of its source' as broken, c.id from changes c
where not exists (
  select from source_pages p
  where p.workspace_id = c.workspace_id and p.id = c.page_id and p.source_id = c.source_id);

select 'a page is said to be kept and its version is not there' as broken, p.id from source_pages p
join documents d on d.workspace_id = p.workspace_id and d.id = p.document_id
where d.deleted_at is null and not exists (
  select from snapshots s where s.workspace_id = p.workspace_id and s.id = p.snapshot_id and s.document_id = p.document_id);

select 'a requirement rests on words of another document, or evidence that does not know of it' as broken, r.id from requirements r
join evidence e on e.workspace_id = r.workspace_id and e.id = r.evidence_id
where e.document_id is distinct from r.document_id or not exists (
  select from dependents d
  where d.workspace_id = r.workspace_id and d.evidence_id = e.id and d.kind = 'requirement' and d.dependent_id = r.id);

select 'evidence carries a requirement, field or date that does not exist' as broken, d.kind, d.dependent_id from dependents d
where (d.kind = 'requirement' and not exists (select from requirements r where r.workspace_id = d.workspace_id and r.id = d.dependent_id))
  or (d.kind = 'opportunity_field' and not exists (select from opportunity_fields f where f.workspace_id = d.workspace_id and f.id = d.dependent_id))
  or (d.kind = 'opportunity_deadline' and not exists (select from opportunity_deadlines l where l.workspace_id = d.workspace_id and l.id = d.dependent_id));

select 'a field with one value has not exactly one chosen statement' as broken, opportunity_id, name from opportunity_fields
where name in ('title', 'buyer', 'reference', 'kind', 'summary', 'value', 'place', 'set_aside', 'period', 'submission_method', 'contract_type', 'incumbent')
group by workspace_id, opportunity_id, name having count(*) filter (where is_chosen) <> 1;

select 'an opportunity counts other requirements than it has' as broken, o.id, o.requirement_count from opportunities o
where o.merged_into_id is null and o.requirement_count <> (
  select count(*) from requirements r where r.workspace_id = o.workspace_id and r.opportunity_id = o.id and r.state = 'active');

select 'an opportunity was merged into none, or into itself by way of others' as broken, o.id from opportunities o
where o.merged_into_id is not null and not exists (
  with recursive up(id, into_id) as (
    select o.id, o.merged_into_id
    union select t.id, t.merged_into_id from opportunities t join up on t.id = up.into_id where t.workspace_id = o.workspace_id)
  select from up where into_id is null);

select 'what came by a merge stands where no such merge was' as broken, w.what, w.id from (
  select 'document' as what, workspace_id, opportunity_id, document_id as id, merged_from from opportunity_documents
  union all select 'requirement', workspace_id, opportunity_id, id, merged_from from requirements
  union all select 'question', workspace_id, opportunity_id, id, merged_from from buyer_questions
  union all select 'field', workspace_id, opportunity_id, id, merged_from from opportunity_fields
  union all select 'date', workspace_id, opportunity_id, id, merged_from from opportunity_deadlines
  union all select 'watcher', workspace_id, opportunity_id, user_id, merged_from from opportunity_watchers) w
where w.merged_from is not null and not exists (
  with recursive up(id) as (
    select w.merged_from
    union select t.merged_into_id from opportunities t join up on t.id = up.id
    where t.workspace_id = w.workspace_id and t.merged_into_id is not null)
  select from up where up.id = w.opportunity_id);

select 'a requirement has a twin in another opportunity' as broken, r.id from requirements r
join requirements t on t.workspace_id = r.workspace_id and t.id = r.duplicate_of_id
where t.opportunity_id <> r.opportunity_id;

select 'a date is decided twice' as broken, opportunity_id, kind from opportunity_deadlines
where state = 'in_force' and decided_at is not null
group by workspace_id, opportunity_id, kind having count(*) > 1;

select 'a finished reading has no end, or a running one has' as broken, opportunity_id, phase from opportunity_readings
where (finished_at is null) <> (phase in ('idle', 'reading', 'fields', 'shredding'))
