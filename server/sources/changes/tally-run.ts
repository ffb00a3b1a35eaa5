import { and, count, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { sourcePages, sourceRecords, sourceRuns } from "@/drizzle/schema";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { findRunBefore } from "../runs/record-unlinked";
import type { RunTally, Tally } from "./find-counting";
import { isAdded, isRemoved, type PageChange } from "./fold-into-pages";

/** What there was and is of a source's entries, and of its pages in each folder of which one came or went in this run. */
export async function tallyRun(
  tx: Tx,
  ctx: WorkspaceContext,
  runId: string,
  told: readonly PageChange[],
): Promise<RunTally> {
  const [run] = await tx
    .select({ sourceId: sourceRuns.sourceId })
    .from(sourceRuns)
    .where(and(eq(sourceRuns.workspaceId, ctx.workspace.id), eq(sourceRuns.id, runId)));
  if (!run) return { tallies: [], came: 0, went: 0 };
  const entries = await tallyEntries(tx, ctx, run.sourceId, runId);
  return {
    tallies: [entries, ...(await tallyFolders(tx, ctx, run.sourceId, told))],
    came: told.filter(isAdded).length + entries.came,
    went: told.filter(isRemoved).length + entries.went,
  };
}

async function tallyEntries(
  tx: Tx,
  ctx: WorkspaceContext,
  sourceId: string,
  runId: string,
): Promise<Tally & { came: number; went: number }> {
  const previous = await findRunBefore(tx, { workspaceId: ctx.workspace.id, id: sourceId }, runId);
  const { lastRunId, firstRunId } = sourceRecords;
  const [found] = await tx
    .select({
      after: sql<number>`count(*) filter (where ${lastRunId} = ${runId})`.mapWith(Number),
      before: sql<number>`count(*) filter (where ${firstRunId} <> ${runId})`.mapWith(Number),
      came: sql<number>`count(*) filter (where ${firstRunId} = ${runId})`.mapWith(Number),
      went: sql<number>`count(*) filter (where ${lastRunId} <> ${runId})`.mapWith(Number),
    })
    .from(sourceRecords)
    .where(
      and(
        eq(sourceRecords.workspaceId, ctx.workspace.id),
        eq(sourceRecords.sourceId, sourceId),
        inArray(lastRunId, previous ? [runId, previous] : [runId]),
      ),
    );
  return found ?? { before: 0, after: 0, came: 0, went: 0 };
}

const folderOf = (url: string) => new URL("./", url.replace(/[?#].*$/, "").replace(/\/$/, "")).href;

async function tallyFolders(
  tx: Tx,
  ctx: WorkspaceContext,
  sourceId: string,
  told: readonly PageChange[],
): Promise<Tally[]> {
  const [added, removed] = [isAdded, isRemoved].map((is) => told.filter(is).map(({ page }) => folderOf(page.url)));
  const folders = new Set([...(added ?? []), ...(removed ?? [])]);
  if (folders.size === 0) return [];
  const folder = sql<string>`regexp_replace(regexp_replace(${sourcePages.url}, '[?#].*$', ''), '[^/]*/?$', '')`;
  const rows = await tx
    .select({ folder, after: count() })
    .from(sourcePages)
    .where(
      and(
        eq(sourcePages.workspaceId, ctx.workspace.id),
        eq(sourcePages.sourceId, sourceId),
        eq(sourcePages.kind, "page"),
        isNotNull(sourcePages.snapshotId),
        isNull(sourcePages.goneAt),
        sql`${folder} = any(${sql.param([...folders])}::text[])`,
      ),
    )
    .groupBy(folder);
  const times = (list: readonly string[] | undefined, one: string) =>
    (list ?? []).filter((path) => path === one).length;
  return [...folders].map((one) => {
    const after = rows.find((row) => row.folder === one)?.after ?? 0;
    return { after, before: after - times(added, one) + times(removed, one) };
  });
}
