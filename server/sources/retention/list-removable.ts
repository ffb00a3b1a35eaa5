import { sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";

export interface RemovableRevision {
  id: string;
  storageKey: string;
  screenshotKey: string | null;
  byteSize: number;
}

/**
 * Captured revisions that their source's rule (or the workspace's) no longer keeps, oldest first. Never among them: the newest revision of
 * a document, what its page was last good as, what can still be found, what evidence quotes, what a notice, an amendment or an open
 * human task was read from, and both sides of every change that nobody has archived. "Days" count from when a revision was replaced.
 */
export async function listRemovableRevisions(
  tx: Tx,
  workspaceId: string,
  now: Date,
  limit: number,
): Promise<RemovableRevision[]> {
  const rows = await tx.execute<{ id: string; storage_key: string; screenshot_key: string | null; byte_size: number }>(
    sql`with ranked as (
      select s.id, s.document_id, s.storage_key, s.byte_size, s.status, s.fetched_at, c.screenshot_key, p.snapshot_id as page_snapshot,
        d.current_snapshot_id, coalesce(o.retention, w.source_retention) as rule,
        row_number() over newest as place, lag(s.fetched_at) over newest as replaced_at
      from captures c
      join snapshots s on s.workspace_id = c.workspace_id and s.id = c.snapshot_id
      join documents d on d.workspace_id = s.workspace_id and d.id = s.document_id
      join source_pages p on p.workspace_id = c.workspace_id and p.id = c.page_id
      join sources o on o.workspace_id = c.workspace_id and o.id = c.source_id
      join workspaces w on w.id = c.workspace_id
      where c.workspace_id = ${workspaceId} and s.removed_at is null
      window newest as (partition by s.document_id order by s.revision desc)
    )
    select r.id, r.storage_key, r.screenshot_key, r.byte_size from ranked r
    where (
        (r.rule ->> 'keep' = 'last' and r.place > (r.rule ->> 'revisions')::int)
        or (r.rule ->> 'keep' = 'days' and r.replaced_at < ${now.toISOString()}::timestamptz - make_interval(days => (r.rule ->> 'days')::int))
      )
      and r.place > 1
      and r.status not in ('queued', 'processing')
      and r.id is distinct from r.current_snapshot_id
      and r.id is distinct from r.page_snapshot
      and not exists (select 1 from indexed_snapshots x where x.workspace_id = ${workspaceId} and x.snapshot_id = r.id)
      and not exists (select 1 from evidence x where x.workspace_id = ${workspaceId} and x.snapshot_id = r.id)
      and not exists (
        select 1 from changes x where x.workspace_id = ${workspaceId} and x.archived_at is null
          and (x.before_snapshot_id = r.id or x.after_snapshot_id = r.id)
      )
      and not exists (select 1 from notices x where x.workspace_id = ${workspaceId} and x.snapshot_id = r.id)
      and not exists (
        select 1 from amendments x where x.workspace_id = ${workspaceId}
          and (x.before_snapshot_id = r.id or x.after_snapshot_id = r.id)
      )
      and not exists (select 1 from opportunity_documents x where x.workspace_id = ${workspaceId} and x.shredded_snapshot_id = r.id)
      and not exists (
        select 1 from fix_tasks x where x.workspace_id = ${workspaceId} and x.snapshot_id = r.id and x.status = 'open'
      )
    order by r.fetched_at, r.id
    limit ${limit}`,
  );
  return rows.map((row) => ({
    id: row.id,
    storageKey: row.storage_key,
    screenshotKey: row.screenshot_key,
    byteSize: row.byte_size,
  }));
}
