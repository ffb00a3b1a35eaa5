import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { crawlFrontier, type RunCounts, type Source, sourcePages, sourceRuns, sources } from "@/drizzle/schema";
import type { ShapeJudgement } from "@/server/crawling/health";
import { nextRun } from "@/server/crawling/schedule";
import { announce } from "@/server/jobs/announce";
import { sourceScanned } from "@/server/jobs/events";
import { notifyMembers, whoMaySee } from "@/server/notifications";
import { recordAudit } from "@/server/platform/audit";
import { announceLive } from "@/server/platform/live";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { foldToldTwice } from "../changes/fold-told-twice";
import { neededFields } from "../fixes/needed-fields";
import { findOpenFixes, openFix } from "../fixes/open-fix";
import { kindsThatList } from "../pages/links-to-follow";
import { requireRun, requireSource } from "../queries";
import { listKnown } from "../records/list-known";
import { effectiveSchedule, runsUntilSlowed } from "./effective-schedule";
import { urlHash } from "./frontier";
import { judgeRunShape } from "./judge-run-shape";
import { recordUnlinked } from "./record-unlinked";
import { countRun, problemsOf } from "./report-progress";

/** So many runs in a row that brought nothing make a source broken: one bad night is no news, three are. */
const runsUntilBroken = 3;

export interface FinishedRun {
  status: "finished" | "failed" | "cancelled";
  counts: RunCounts;
}

/** Closes a run: final counts, what was odd, whether the source is healthy, and when it is read next. Safe to do twice. */
export async function finishRun(
  ctx: WorkspaceContext,
  at: { sourceId: string; runId: string },
  failure?: string,
): Promise<FinishedRun> {
  return inWorkspace(ctx, async (tx) => {
    const run = await requireRun(tx, ctx, at.runId);
    const source = await requireSource(tx, ctx, at.sourceId);
    const leftOver = await tx
      .update(crawlFrontier)
      .set({ state: "skipped", reasonCode: "not_reached", reason: "The run ended before this address was read." })
      .where(
        and(
          eq(crawlFrontier.workspaceId, ctx.workspace.id),
          eq(crawlFrontier.runId, at.runId),
          inArray(crawlFrontier.state, ["queued", "fetching"]),
        ),
      )
      .returning({ hash: crawlFrontier.urlHash });
    if (run.status === "running" && !failure) await recordUnlinked(tx, ctx, source, at.runId);
    await foldToldTwice(tx, ctx, at.runId);
    const counts = await countRun(tx, ctx, at);
    const problems = await problemsOf(tx, ctx, at);
    const isLive = run.status === "queued" || run.status === "running";
    const reason = failure ?? whatWasOdd(counts, problems[0]?.reason, leftOver.length, source);
    const status = !isLive
      ? (run.status as FinishedRun["status"])
      : failure || broughtNothing(counts)
        ? "failed"
        : "finished";
    // A run that could not be read says nothing about the shape of what it reads.
    const shape = isLive && status === "finished" ? await judgeRunShape(tx, ctx, source, at.runId) : null;
    const odd = shape && !["normal", "learning"].includes(shape.judgement.verdict) ? shape.judgement : null;
    await tx
      .update(sourceRuns)
      .set({
        status,
        reason: isLive ? (odd?.detail ?? reason) : run.reason,
        counts,
        problems,
        currentUrl: null,
        finishedAt: run.finishedAt ?? new Date(),
      })
      .where(and(eq(sourceRuns.workspaceId, ctx.workspace.id), eq(sourceRuns.id, at.runId)));
    if (isLive) {
      await tx
        .update(sources)
        .set({ ...afterRun(source, status, odd?.detail ?? reason), ...(shape ? { baseline: shape.history } : {}) })
        .where(and(eq(sources.workspaceId, ctx.workspace.id), eq(sources.id, at.sourceId)));
      await recordBlocked(tx, ctx, at);
      await tellHealth(tx, ctx, source, reason, status, at.runId);
      // What a person can mend is told as a task, everything else as odd.
      if (odd && (await askPerson(tx, ctx, source, odd)) === 0) await tellOdd(tx, ctx, source, odd);
      await announce(tx, sourceScanned.create({ workspaceId: ctx.workspace.id, userId: null, ...at }));
    }
    announceLive(ctx, "source", at.sourceId);
    return { status, counts };
  });
}

/** One entry for each run, however many of its addresses led to places that are not public. */
async function recordBlocked(tx: Tx, ctx: WorkspaceContext, at: { sourceId: string; runId: string }): Promise<void> {
  const addresses = await tx.$count(
    crawlFrontier,
    and(
      eq(crawlFrontier.workspaceId, ctx.workspace.id),
      eq(crawlFrontier.runId, at.runId),
      eq(crawlFrontier.reasonCode, "blocked_address"),
    ),
  );
  if (addresses === 0) return;
  const detail = { runId: at.runId, addresses, purpose: "scan" };
  await recordAudit(tx, ctx, { action: "egress.block", subjectId: at.sourceId, detail });
}

function broughtNothing(counts: RunCounts): boolean {
  return counts.new + counts.changed + counts.same + counts.gone === 0;
}

function whatWasOdd(
  counts: RunCounts,
  firstProblem: string | undefined,
  leftOver: number,
  source: Source,
): string | null {
  if (broughtNothing(counts)) return firstProblem ?? "Nothing could be read.";
  if (leftOver > 0)
    return `The budget of ${source.budget.pages} pages or ${Math.round(source.budget.bytes / 1e6)} MB was used up.`;
  if (counts.failed > counts.pages / 2) return `${counts.failed} of ${counts.pages} pages could not be read.`;
  return null;
}

function afterRun(
  source: Source,
  status: FinishedRun["status"],
  reason: string | null,
): Partial<typeof sources.$inferInsert> {
  const now = new Date();
  const failedRuns = status === "failed" ? source.failedRuns + 1 : status === "finished" ? 0 : source.failedRuns;
  const isBroken = failedRuns >= runsUntilBroken;
  const isPaused = source.status === "paused";
  const slowedAt = failedRuns >= runsUntilSlowed ? (source.slowedAt ?? now) : null;
  return {
    lastRunAt: now,
    failedRuns,
    slowedAt,
    ...(isPaused
      ? {}
      : {
          status: isBroken ? "broken" : "active",
          statusReason: isBroken || status === "finished" ? reason : null,
          nextRunAt: nextRun(effectiveSchedule({ ...source, slowedAt }), now, now, source.id),
        }),
  };
}

/** People are told when a source breaks and when it is well again, not about every bad night. */
async function tellHealth(
  tx: Tx,
  ctx: WorkspaceContext,
  source: Source,
  reason: string | null,
  status: FinishedRun["status"],
  runId: string,
): Promise<void> {
  const path = `/sources/${source.id}`;
  const among = await whoMaySee(tx, ctx, source.collectionId);
  if (status === "failed" && source.failedRuns + 1 === runsUntilBroken) {
    await notifyMembers(
      tx,
      ctx,
      "sources:manage",
      {
        kind: "source_broken",
        title: `${source.name} can no longer be read`,
        body: reason ?? "The last three runs brought nothing.",
        path,
        occasion: `source_broken ${runId}`,
      },
      among,
    );
  }
  if (status === "failed" && source.failedRuns + 1 === runsUntilSlowed) {
    await notifyMembers(
      tx,
      ctx,
      "sources:manage",
      {
        kind: "source_broken",
        title: `${source.name} is read once a week from now on`,
        body: `The last ${runsUntilSlowed} runs brought nothing. When one goes well, its own schedule is back.`,
        path,
        occasion: `source_slowed ${runId}`,
      },
      among,
    );
  }
  if (status === "finished" && source.status === "broken") {
    await notifyMembers(
      tx,
      ctx,
      "sources:manage",
      {
        kind: "source_recovered",
        title: `${source.name} can be read again`,
        body: "The last run went well.",
        path,
        occasion: `source_recovered ${runId}`,
      },
      among,
    );
  }
}

/** Opens tasks for entries that are gone and for needed fields that have emptied; returns how many are open for this source. */
async function askPerson(tx: Tx, ctx: WorkspaceContext, source: Source, odd: ShapeJudgement): Promise<number> {
  const [page] = await tx
    .select()
    .from(sourcePages)
    .where(
      and(
        eq(sourcePages.workspaceId, ctx.workspace.id),
        eq(sourcePages.sourceId, source.id),
        eq(sourcePages.urlHash, urlHash(source.url)),
      ),
    );
  if (page?.health !== "good" || !kindsThatList.includes(source.kind)) return 0;
  const at = { source, page };
  if (odd.verdict === "no_records")
    await openFix(tx, ctx, { ...at, reason: "no_records", matter: "no_records", detail: odd.detail });
  if (odd.verdict === "field_emptied") {
    for (const field of neededFields(odd.fields, await listKnown(tx, ctx, page))) {
      const name = field === "address" ? "url" : field;
      const detail = `“${field === "address" ? "link" : field}” is empty in this run's entries; it used to be filled.`;
      await openFix(tx, ctx, { ...at, reason: "field_emptied", matter: `field ${name}`, detail });
    }
  }
  return (await findOpenFixes(tx, ctx, source.id)).length;
}

/** Silent rot: everything answers, and yet what comes is not what used to come. Told once a day. */
async function tellOdd(tx: Tx, ctx: WorkspaceContext, source: Source, odd: ShapeJudgement): Promise<void> {
  const news = {
    kind: "source_odd" as const,
    title: `${source.name} shows less than usual`,
    body: odd.detail,
    path: `/sources/${source.id}`,
    occasion: `source_odd ${source.id} ${odd.verdict} ${new Date().toISOString().slice(0, 10)}`,
  };
  await notifyMembers(tx, ctx, "sources:manage", news, await whoMaySee(tx, ctx, source.collectionId));
}

/** After a run that could not even be closed in the ordinary way. */
export async function failRun(ctx: WorkspaceContext, at: { sourceId: string; runId: string }): Promise<void> {
  await finishRun(
    ctx,
    at,
    "Reading this source failed several times for a reason on our side. It will be tried again when its time comes.",
  );
}
