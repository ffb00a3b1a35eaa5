import { and, asc, eq, gt, ilike, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { changes, collections, type Source, type SourceRun, sourcePages, sourceRuns, sources } from "@/drizzle/schema";
import { containing } from "@/lib/like-pattern";
import { authorize } from "@/server/platform/authorize";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import type { ListSourcesInput, ListSourcesOutput } from "./schemas";

const weekMs = 7 * 24 * 60 * 60_000;

/** The sources that the actor may see: broken ones first, then by name, each with its newest run. */
export async function listSources(ctx: WorkspaceContext, input: ListSourcesInput): Promise<ListSourcesOutput> {
  authorize(ctx, "sources:read");
  const pattern = input.text ? containing(input.text) : null;
  const filter = and(
    eq(sources.workspaceId, ctx.workspace.id),
    isNull(sources.deletedAt),
    ...(input.kind ? [eq(sources.kind, input.kind)] : []),
    ...(input.status ? [eq(sources.status, input.status)] : []),
    ...(input.tag ? [sql`${input.tag} = any(${sources.tags})`] : []),
    ...(pattern ? [or(ilike(sources.name, pattern), ilike(sources.url, pattern))] : []),
  );
  return inWorkspace(ctx, async (tx) => {
    const rows = await tx
      .select()
      .from(sources)
      .where(filter)
      .orderBy(
        sql`case ${sources.status} when 'broken' then 0 when 'active' then 1 else 2 end`,
        asc(sources.name),
        asc(sources.id),
      )
      .limit(input.limit)
      .offset(input.offset);
    const [total] = await tx.select({ count: sql<number>`count(*)::int` }).from(sources).where(filter);
    return { sources: await summarise(tx, ctx, rows), total: total?.count ?? 0, facets: await countFacets(tx, ctx) };
  });
}

async function countFacets(tx: Tx, ctx: WorkspaceContext): Promise<ListSourcesOutput["facets"]> {
  const counted = async (value: SQL, from: SQL = sql``) => [
    ...(await tx.execute<{ value: string; count: number }>(
      sql`select ${value} as value, count(*)::int as count from ${sources} ${from}
          where ${sources.workspaceId} = ${ctx.workspace.id} and ${sources.deletedAt} is null group by 1 order by 2 desc, 1 limit 50`,
    )),
  ];
  return {
    kinds: await counted(sql`${sources.kind}`),
    statuses: await counted(sql`${sources.status}`),
    tags: await counted(sql`t.tag`, sql`cross join lateral unnest(${sources.tags}) as t(tag)`),
  };
}

/** Sources with what belongs on a line of a list: collection, newest run, pages, changes of the last week. */
export async function summarise(tx: Tx, ctx: WorkspaceContext, rows: Source[]): Promise<ListSourcesOutput["sources"]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const shelves = await tx
    .select({ id: collections.id, name: collections.name })
    .from(collections)
    .where(
      and(
        eq(collections.workspaceId, ctx.workspace.id),
        inArray(
          collections.id,
          rows.map((row) => row.collectionId),
        ),
      ),
    );
  const runs = await tx
    .selectDistinctOn([sourceRuns.sourceId])
    .from(sourceRuns)
    .where(and(eq(sourceRuns.workspaceId, ctx.workspace.id), inArray(sourceRuns.sourceId, ids)))
    .orderBy(sourceRuns.sourceId, sql`${sourceRuns.createdAt} desc`);
  const pages = await tx
    .select({ sourceId: sourcePages.sourceId, count: sql<number>`count(*)::int` })
    .from(sourcePages)
    .where(
      and(
        eq(sourcePages.workspaceId, ctx.workspace.id),
        inArray(sourcePages.sourceId, ids),
        isNull(sourcePages.goneAt),
      ),
    )
    .groupBy(sourcePages.sourceId);
  const recent = await tx
    .select({ sourceId: changes.sourceId, count: sql<number>`count(*)::int` })
    .from(changes)
    .where(
      and(
        eq(changes.workspaceId, ctx.workspace.id),
        inArray(changes.sourceId, ids),
        gt(changes.detectedAt, new Date(Date.now() - weekMs)),
      ),
    )
    .groupBy(changes.sourceId);
  const countOf = (counts: { sourceId: string; count: number }[], id: string) =>
    counts.find(({ sourceId }) => sourceId === id)?.count ?? 0;
  return rows.map((row) => {
    const lastRun = runs.find(({ sourceId }) => sourceId === row.id);
    return {
      id: row.id,
      name: row.name,
      kind: row.kind,
      url: row.url,
      status: row.status,
      statusReason: row.statusReason,
      tags: row.tags,
      collection: shelves.find(({ id }) => id === row.collectionId) ?? { id: row.collectionId, name: "" },
      schedule: row.schedule,
      slowedAt: row.slowedAt,
      nextRunAt: row.nextRunAt,
      lastRunAt: row.lastRunAt,
      lastRun: lastRun ? toRun(lastRun) : null,
      pages: countOf(pages, row.id),
      changes7d: countOf(recent, row.id),
    };
  });
}

/** A run as the doors hand it out. */
export function toRun(run: SourceRun) {
  const { id, sourceId, trigger, status, reason, counts, problems, currentUrl, createdAt, startedAt, finishedAt } = run;
  return { id, sourceId, trigger, status, reason, counts, problems, currentUrl, createdAt, startedAt, finishedAt };
}
