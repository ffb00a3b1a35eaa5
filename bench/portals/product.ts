import { and, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import { getDatabase } from "@/drizzle/client";
import {
  amendments,
  changes,
  notices,
  opportunities,
  opportunityDeadlines,
  outbox,
  sourcePages,
  sourceRuns,
} from "@/drizzle/schema";
import { functions } from "@/inngest";
import { env } from "@/lib/env";
import { liveRunStatuses } from "@/lib/vocabulary/sources";
import { inngest, setJobsRuntime } from "@/server/jobs/client";
import { countJobs, startEmbeddedEngine } from "@/server/jobs/engine";
import { logger } from "@/server/platform/logging";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { createSource } from "@/server/sources/create-source";
import { requestScan } from "@/server/sources/runs/request-scan";
import { createSourceInput } from "@/server/sources/schemas";

/** Opens a site on this machine to the crawler, by exact host and port, as OUTRIDER_CRAWL_ALLOW does at start. */
export function allowSite(site: { origin: string }): void {
  (env.OUTRIDER_CRAWL_ALLOW as Set<string>).add(new URL(site.origin).host);
}

/** The product's own jobs, in this process. */
export async function startJobs() {
  return startEmbeddedEngine({
    client: inngest,
    functions,
    database: await getDatabase(),
    connect: setJobsRuntime,
    logger,
  });
}

/** A pasted address, and nothing else said. */
export async function paste(ctx: WorkspaceContext, url: string) {
  return createSource(ctx, createSourceInput.parse({ url, kind: "auto" }));
}

/** Everything read again, until all that follows from it is done. */
export async function readAgain(ctx: WorkspaceContext, sourceIds: readonly string[]): Promise<void> {
  for (const id of sourceIds) await requestScan(ctx, id);
  await untilQuiet();
}

/** Until no scan is under way and no job runs or waits, several times in a row: a machine that is busy takes its time from one to the next. */
export async function untilQuiet(timeoutMs = 3_600_000): Promise<void> {
  const { db } = await getDatabase();
  const until = Date.now() + timeoutMs;
  for (let quiet = 0; quiet < 15 && Date.now() < until; ) {
    await new Promise((next) => setTimeout(next, 700));
    const { runs } = await countJobs(db as never);
    const waiting = await db.$count(outbox, isNull(outbox.takenAt));
    const scans = await db.$count(sourceRuns, inArray(sourceRuns.status, [...liveRunStatuses]));
    quiet = runs.queued + runs.running + waiting + scans === 0 ? quiet + 1 : 0;
  }
}

export interface ProductView {
  opportunities: (typeof opportunities.$inferSelect)[];
  notices: (typeof notices.$inferSelect)[];
  deadlines: (typeof opportunityDeadlines.$inferSelect)[];
}

export async function viewOf(ctx: WorkspaceContext): Promise<ProductView> {
  const { db } = await getDatabase();
  const id = ctx.workspace.id;
  return {
    opportunities: await db
      .select()
      .from(opportunities)
      .where(sql`${opportunities.workspaceId} = ${id} and deleted_at is null and merged_into_id is null`),
    notices: await db.select().from(notices).where(eq(notices.workspaceId, id)),
    deadlines: await db.select().from(opportunityDeadlines).where(eq(opportunityDeadlines.workspaceId, id)),
  };
}

/** Pages on which a difference was told since (what others tell as well is put away), with the amendments of demands and the dates that people are told of. */
export async function changesSince(ctx: WorkspaceContext, since: Date) {
  const { db } = await getDatabase();
  const id = ctx.workspace.id;
  const pages = await db
    .select({ url: sourcePages.url, kind: sourcePages.kind, verdict: changes.verdict, summary: changes.summary })
    .from(changes)
    .innerJoin(sourcePages, and(eq(sourcePages.workspaceId, changes.workspaceId), eq(sourcePages.id, changes.pageId)))
    .where(and(eq(changes.workspaceId, id), gt(changes.createdAt, since), isNull(changes.archivedAt)));
  const demands = await db
    .select({ opportunityId: amendments.opportunityId, summary: amendments.summary, items: amendments.items })
    .from(amendments)
    .where(and(eq(amendments.workspaceId, id), gt(amendments.createdAt, since)));
  return { pages, demands };
}

/** Pages that the runs since could not read, with the reasons that people are told, each once. */
export async function problemsSince(ctx: WorkspaceContext, since: Date): Promise<string[]> {
  const { db } = await getDatabase();
  const runs = await db
    .select({ reason: sourceRuns.reason, problems: sourceRuns.problems })
    .from(sourceRuns)
    .where(and(eq(sourceRuns.workspaceId, ctx.workspace.id), gt(sourceRuns.createdAt, since)));
  return runs.flatMap(({ reason, problems }) => [
    ...(reason ? [reason] : []),
    ...problems.map((problem) => `${problem.url} ${problem.reason}`),
  ]);
}
