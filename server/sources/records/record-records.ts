import { and, desc, eq, isNull, or, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { type SourcePage, sourceRecords } from "@/drizzle/schema";
import { withoutVisitParameters } from "@/lib/canonical-url";
import { newId } from "@/lib/ids";
import type { ExtractionRung } from "@/lib/vocabulary/sources";
import { isPaperAddress, paperInAddress } from "@/server/crawling/listings";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import type { RunningScan } from "../runs/running-scan";
import { nameUnlinked } from "./name-unlinked";

export interface NewRecord {
  /** What makes it the same entry in the next run. */
  key: string;
  title: string;
  url: string | null;
  fields: Record<string, string>;
  text: string;
  rung: ExtractionRung;
  /** A form opens its page, which is named by the key. */
  opens?: unknown;
}

const maxText = 4_000;
const mostUnlinked = 3_000;
/** Days without it on its page after which an entry without a link is over. */
const longGoneDays = 30;

/** Keeps what a listing showed: entries met before are updated, blanks never overwrite what was known. Returns how many were new to us, and how many to this run. */
export async function recordRecords(
  tx: Tx,
  ctx: WorkspaceContext,
  { source, runId }: Pick<RunningScan, "source" | "runId">,
  page: SourcePage,
  records: readonly NewRecord[],
): Promise<{ added: number; fresh: number }> {
  const named = await withNames(tx, ctx, { source, runId }, page, records);
  const byKey = new Map(
    named.filter(({ key, title }) => key && title).map((record) => [record.key.slice(0, 1_000), record]),
  );
  if (byKey.size === 0) return { added: 0, fresh: 0 };
  const keys = [...byKey.keys()];
  const known = await tx
    .select({ key: sourceRecords.recordKey, lastRunId: sourceRecords.lastRunId })
    .from(sourceRecords)
    .where(
      and(
        eq(sourceRecords.workspaceId, ctx.workspace.id),
        eq(sourceRecords.sourceId, source.id),
        sql`${sourceRecords.recordKey} = any(${sql.param(keys)}::text[])`,
      ),
    );
  for (let from = 0; from < keys.length; from += 200) {
    await tx
      .insert(sourceRecords)
      .values(
        [...byKey].slice(from, from + 200).map(([recordKey, { title, url, fields, text, rung }]) => ({
          workspaceId: ctx.workspace.id,
          id: newId(),
          sourceId: source.id,
          recordKey,
          title: title.slice(0, 1_000),
          url,
          fields: Object.fromEntries(Object.entries(fields).filter(([, value]) => value.trim() !== "")),
          text: text.slice(0, maxText),
          rung,
          pageId: page.id,
          firstRunId: runId,
          lastRunId: runId,
        })),
      )
      .onConflictDoUpdate({
        target: [sourceRecords.workspaceId, sourceRecords.sourceId, sourceRecords.recordKey],
        set: {
          title: sql`excluded.title`,
          url: sql`coalesce(excluded.url, ${sourceRecords.url})`,
          fields: sql`${sourceRecords.fields} || excluded.fields`,
          text: sql`case when excluded.text = '' then ${sourceRecords.text} else excluded.text end`,
          rung: sql`excluded.rung`,
          pageId: sql`excluded.page_id`,
          lastRunId: sql`excluded.last_run_id`,
          lastSeenAt: sql`now()`,
          updatedAt: sql`now()`,
        },
      });
  }
  const seenInRun = known.filter(({ lastRunId }) => lastRunId === runId).length;
  return { added: byKey.size - known.length, fresh: byKey.size - seenInRun };
}

/** What leads nowhere and says no number of its own is named after the entries that are known already. */
async function withNames(
  tx: Tx,
  ctx: WorkspaceContext,
  { source, runId }: Pick<RunningScan, "source" | "runId">,
  page: SourcePage,
  records: readonly NewRecord[],
): Promise<readonly NewRecord[]> {
  // A tender that leads to a paper is not that paper: another one may be put first.
  const leadsToPaper = ({ url, key }: NewRecord) =>
    source.kind === "portal" && url !== null && isPaperAddress(url) && key === withoutVisitParameters(url);
  const isUnnamed = (record: NewRecord) =>
    record.url === null ? record.opens === undefined && record.key === record.title : leadsToPaper(record);
  const unlinked = records.filter((record) => record.title && isUnnamed(record));
  if (unlinked.length === 0) return records;
  const known = await tx
    .select({
      key: sourceRecords.recordKey,
      title: sourceRecords.title,
      url: sourceRecords.url,
      fields: sourceRecords.fields,
      pageId: sourceRecords.pageId,
      lastRunId: sourceRecords.lastRunId,
      lastSeenAt: sourceRecords.lastSeenAt,
    })
    .from(sourceRecords)
    .where(
      and(
        eq(sourceRecords.workspaceId, ctx.workspace.id),
        eq(sourceRecords.sourceId, source.id),
        source.kind === "portal"
          ? or(isNull(sourceRecords.url), sql`${sourceRecords.url} ~* ${paperInAddress}`)
          : isNull(sourceRecords.url),
      ),
    )
    .orderBy(desc(sourceRecords.lastSeenAt), desc(sourceRecords.id))
    .limit(mostUnlinked);
  const readBefore = page.lastFetchedAt?.getTime() ?? 0;
  const names = nameUnlinked(
    unlinked,
    known.map(({ key, title, url, fields, pageId, lastRunId, lastSeenAt }) => ({
      key,
      title,
      url,
      fields,
      isTaken: lastRunId === runId && pageId !== page.id,
      isLongGone: readBefore - lastSeenAt.getTime() > longGoneDays * 86_400_000,
    })),
  );
  return [...records.filter((record) => !unlinked.includes(record)), ...names];
}
