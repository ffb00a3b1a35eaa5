import { and, eq, inArray, isNull, or, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { changes, crawlFrontier, type RunCounts, type RunProblem, sourceRecords, sourceRuns } from "@/drizzle/schema";
import { announceLive } from "@/server/platform/live";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { valueRemarks } from "../pages/describe-values";
import { foldProblems } from "./fold-problems";

interface RunAt {
  sourceId: string;
  runId: string;
}

const everyMs = 1_000;
const lastReports = new Map<string, number>();

/** Writes how far a run is, at most once a second (`currentUrl` null: now). The counts are those of the frontier itself, so no crash can falsify them. */
export async function reportProgress(ctx: WorkspaceContext, at: RunAt, currentUrl: string | null): Promise<void> {
  const now = Date.now();
  if (currentUrl !== null && now - (lastReports.get(at.runId) ?? 0) < everyMs) return;
  if (currentUrl === null) lastReports.delete(at.runId);
  else lastReports.set(at.runId, now);
  await inWorkspace(ctx, async (tx) => {
    const counts = await countRun(tx, ctx, at);
    await tx
      .update(sourceRuns)
      .set({ counts, ...(currentUrl ? { currentUrl } : {}) })
      .where(and(eq(sourceRuns.workspaceId, ctx.workspace.id), eq(sourceRuns.id, at.runId)));
    announceLive(ctx, "source", at.sourceId);
  });
}

export async function countRun(tx: Tx, ctx: WorkspaceContext, at: RunAt): Promise<RunCounts> {
  const inRun = and(eq(crawlFrontier.workspaceId, ctx.workspace.id), eq(crawlFrontier.runId, at.runId));
  const withResult = (result: string) => sql<number>`count(*) filter (where ${crawlFrontier.result} = ${result})::int`;
  const inState = (state: string) => sql<number>`count(*) filter (where ${crawlFrontier.state} = ${state})::int`;
  const [row] = await tx
    .select({
      pages: sql<number>`count(*) filter (where ${crawlFrontier.state} in ('done', 'failed'))::int`,
      waiting: sql<number>`count(*) filter (where ${crawlFrontier.state} in ('queued', 'fetching'))::int`,
      fetches: sql<number>`coalesce(sum(${crawlFrontier.attempts}), 0)::int`,
      bytes: sql<string>`coalesce(sum(${crawlFrontier.bytes}), 0)`,
      new: withResult("new"),
      changed: withResult("changed"),
      same: withResult("same"),
      gone: withResult("gone"),
      unhealthy: withResult("unhealthy"),
      failed: inState("failed"),
      skipped: inState("skipped"),
    })
    .from(crawlFrontier)
    .where(inRun);
  const rungs = await tx
    .select({ rung: crawlFrontier.rung, count: sql<number>`count(*)::int` })
    .from(crawlFrontier)
    .where(and(inRun, sql`${crawlFrontier.rung} is not null`))
    .groupBy(crawlFrontier.rung);
  const [changed] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(changes)
    .where(and(eq(changes.workspaceId, ctx.workspace.id), eq(changes.runId, at.runId), isNull(changes.archivedAt)));
  const [records] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(sourceRecords)
    .where(and(eq(sourceRecords.workspaceId, ctx.workspace.id), eq(sourceRecords.lastRunId, at.runId)));
  return {
    pages: row?.pages ?? 0,
    waiting: row?.waiting ?? 0,
    fetches: row?.fetches ?? 0,
    new: row?.new ?? 0,
    changed: row?.changed ?? 0,
    same: row?.same ?? 0,
    gone: row?.gone ?? 0,
    unhealthy: row?.unhealthy ?? 0,
    failed: row?.failed ?? 0,
    skipped: row?.skipped ?? 0,
    changes: changed?.count ?? 0,
    records: records?.count ?? 0,
    bytes: Number(row?.bytes ?? 0),
    rungs: Object.fromEntries(rungs.map(({ rung, count }) => [rung, count])),
  };
}

const mostProblems = 100;
/** Of a run that is full of them, so many are looked at. */
const mostRead = 1_000;

/** The first pages that did not come or of which a value was odd, each with its reason. */
export async function problemsOf(tx: Tx, ctx: WorkspaceContext, at: RunAt): Promise<RunProblem[]> {
  const rows = await tx
    .select({ url: crawlFrontier.url, code: crawlFrontier.reasonCode, reason: crawlFrontier.reason })
    .from(crawlFrontier)
    .where(
      and(
        eq(crawlFrontier.workspaceId, ctx.workspace.id),
        eq(crawlFrontier.runId, at.runId),
        or(inArray(crawlFrontier.state, ["failed", "skipped"]), inArray(crawlFrontier.reasonCode, [...valueRemarks])),
      ),
    )
    .orderBy(crawlFrontier.position)
    .limit(mostRead);
  const problems = rows.map(({ url, code, reason }) => ({
    url,
    code: code ?? "unknown",
    reason: reason ?? "No reason was given.",
  }));
  return foldProblems(problems).slice(0, mostProblems);
}
