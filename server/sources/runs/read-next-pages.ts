import { setTimeout as sleep } from "node:timers/promises";
import { and, eq } from "drizzle-orm";
import { sourceRuns, sources } from "@/drizzle/schema";
import { afterOutcome, type BreakerState, blockedUntil, readBreaker } from "@/server/crawling/resilience";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { openSourceSession } from "../credentials/source-session";
import { requireRun, requireSource } from "../queries";
import { addVanished } from "./add-vanished";
import type { CrawlTools } from "./crawl-tools";
import { claimFromFrontier, reclaim, whatWaits } from "./frontier";
import { readEntry } from "./read-entry";
import { countRun, reportProgress } from "./report-progress";
import type { RunningScan } from "./running-scan";

/**
 * Pages of one source that are under way at the same time. Two hide the time of our own work behind that of the site; more would only be
 * asked again when a process dies, since the pace per host is kept by the host's gate.
 */
const concurrency = 2;

export interface ReadProgress {
  waiting: number;
  /** When the earliest waiting address may be asked again; null: now. ISO 8601. */
  resumeAt: string | null;
  hasEnded: boolean;
}

/**
 * Reads waiting pages of a run for about `forMs`, each settled in its own transaction, so that a process that dies loses at most the pages
 * that were under way. Stops early when the run was called off or nothing is ready.
 */
export async function readNextPages(
  ctx: WorkspaceContext,
  at: { sourceId: string; runId: string },
  tools: CrawlTools,
  forMs: number,
): Promise<ReadProgress> {
  const key = { workspaceId: ctx.workspace.id, ...at };
  const { source, hadBytes } = await inWorkspace(ctx, async (tx) => {
    await reclaim(tx, key);
    // The frontier knows them all; the run's row may be of a moment before the last process died.
    const { bytes } = await countRun(tx, ctx, at);
    return { source: await requireSource(tx, ctx, at.sourceId), hadBytes: bytes };
  });
  const stop = new AbortController();
  let breaker = readBreaker(source.breaker);
  const blocked = blockedUntil(breaker, tools.now());
  if (blocked) return pausedUntil(ctx, at, key, blocked, tools);
  const session = await openSourceSession(ctx, source);
  const scan: RunningScan = {
    source,
    runId: at.runId,
    session,
    looked: new Set(),
    restless: new Set(),
    received: { bytes: 0 },
    shownInVain: 0,
    signal: stop.signal,
  };
  const endAt = Date.now() + forMs;
  let hasEnded = false;

  const end = () => {
    hasEnded = true;
    stop.abort();
    return true;
  };
  // What the run's row says of bytes is up to a second old, in which a fast site sends many.
  const isSpent = () => hadBytes + scan.received.bytes >= source.budget.bytes;
  const isOver = async () => {
    const run = await inWorkspace(ctx, (tx) => requireRun(tx, ctx, at.runId));
    return run.status === "running" && !isSpent() ? false : end();
  };
  const work = async () => {
    while (Date.now() < endAt && !stop.signal.aborted && !(isSpent() && end())) {
      const [entry] = await inWorkspace(ctx, (tx) => claimFromFrontier(tx, key, 1, tools.now()));
      if (!entry) {
        // Others of us may still find addresses, or one may be due again in a moment.
        if ((await nothingSoon(ctx, key, tools)) || (await isOver())) return;
        await sleep(50);
        continue;
      }
      const wasServed = await readEntry(ctx, scan, entry, tools).catch((error) => {
        // What still waited for its turn when the run ended is broken off, which is no failure of the run.
        if (hasEnded) return null;
        throw error;
      });
      // A page that fails five times is one bad page, not five signs of a bad site.
      const tells = wasServed !== null && (wasServed || entry.attempts === 1 || breaker.status !== "closed");
      if (tells) breaker = afterOutcome(breaker, wasServed, tools.now());
      if (blockedUntil(breaker, tools.now())) return;
      await reportProgress(ctx, at, entry.url);
    }
  };
  const watch = setInterval(() => {
    isOver().catch(() => {});
  }, 1_000);
  try {
    if (!(await isOver())) await Promise.all(Array.from({ length: concurrency }, work));
  } catch (error) {
    stop.abort(error);
    throw error;
  } finally {
    clearInterval(watch);
  }
  await session.save();
  await saveBreaker(ctx, at.sourceId, breaker);
  const open = blockedUntil(breaker, tools.now());
  if (open && !hasEnded) return pausedUntil(ctx, at, key, open, tools);
  await reportProgress(ctx, at, null);
  const { waiting, notBefore } = await inWorkspace(ctx, (tx) => whatWaits(tx, key, tools.now()));
  if (waiting === 0 && !hasEnded) return { waiting: await addVanished(ctx, source, at), resumeAt: null, hasEnded };
  return { waiting, resumeAt: notBefore?.toISOString() ?? null, hasEnded };
}

/** The site has failed too often to be asked on: the run waits, and says so. */
async function pausedUntil(
  ctx: WorkspaceContext,
  at: { sourceId: string; runId: string },
  key: { workspaceId: string; sourceId: string; runId: string },
  until: Date,
  tools: CrawlTools,
): Promise<ReadProgress> {
  const reason = `Half of the last requests failed, so the site is left alone until ${until.toISOString().slice(11, 16)} UTC.`;
  await inWorkspace(ctx, async (tx) => {
    await tx
      .update(sourceRuns)
      .set({ reason })
      .where(and(eq(sourceRuns.workspaceId, ctx.workspace.id), eq(sourceRuns.id, at.runId)));
  });
  await reportProgress(ctx, at, null);
  const { waiting } = await inWorkspace(ctx, (tx) => whatWaits(tx, key, tools.now()));
  return { waiting, resumeAt: until.toISOString(), hasEnded: false };
}

async function saveBreaker(ctx: WorkspaceContext, sourceId: string, breaker: BreakerState): Promise<void> {
  await inWorkspace(ctx, async (tx) => {
    await tx
      .update(sources)
      .set({ breaker })
      .where(and(eq(sources.workspaceId, ctx.workspace.id), eq(sources.id, sourceId)));
  });
}

/** True when no address is under way and none becomes ready within a second or two. */
async function nothingSoon(
  ctx: WorkspaceContext,
  key: { workspaceId: string; sourceId: string; runId: string },
  tools: CrawlTools,
): Promise<boolean> {
  const { waiting, notBefore } = await inWorkspace(ctx, (tx) => whatWaits(tx, key, tools.now()));
  return waiting === 0 || (notBefore !== null && notBefore.getTime() - tools.now().getTime() > 2_000);
}
