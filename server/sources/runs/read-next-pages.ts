import { setTimeout as sleep } from "node:timers/promises";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { openSourceSession } from "../credentials/source-session";
import { requireRun, requireSource } from "../queries";
import type { CrawlTools } from "./crawl-tools";
import { claimFromFrontier, reclaim, whatWaits } from "./frontier";
import { type RunningScan, readEntry } from "./read-entry";
import { reportProgress } from "./report-progress";

/** Pages of one source that are read at the same time; the pace per host is kept by the host's gate. */
const concurrency = 4;

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
  const source = await inWorkspace(ctx, async (tx) => {
    await reclaim(tx, key);
    return requireSource(tx, ctx, at.sourceId);
  });
  const stop = new AbortController();
  const session = await openSourceSession(ctx, source);
  const scan: RunningScan = { source, runId: at.runId, session, signal: stop.signal };
  const endAt = Date.now() + forMs;
  let hasEnded = false;

  const isOver = async () => {
    const run = await inWorkspace(ctx, (tx) => requireRun(tx, ctx, at.runId));
    if (run.status === "running" && run.counts.bytes < source.budget.bytes) return false;
    hasEnded = true;
    stop.abort();
    return true;
  };
  const work = async () => {
    while (Date.now() < endAt && !stop.signal.aborted) {
      const [entry] = await inWorkspace(ctx, (tx) => claimFromFrontier(tx, key, 1, tools.now()));
      if (!entry) {
        // Others of us may still find addresses, or one may be due again in a moment.
        if ((await nothingSoon(ctx, key, tools)) || (await isOver())) return;
        await sleep(50);
        continue;
      }
      await readEntry(ctx, scan, entry, tools);
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
  await reportProgress(ctx, at, null);
  const { waiting, notBefore } = await inWorkspace(ctx, (tx) => whatWaits(tx, key, tools.now()));
  return { waiting, resumeAt: notBefore?.toISOString() ?? null, hasEnded };
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
