import { setTimeout as sleep } from "node:timers/promises";
import { eq, sql } from "drizzle-orm";
import { crawlHosts } from "@/drizzle/schema";
import { inSystem } from "@/server/platform/workspace-context";
import { afterAnswer, gapMs, type HostOutcome, readPace, withMargin } from "./host-pace";
import { awaitStart, holdBack } from "./start-guard";

/** However long a host asks to be left alone, after this it is asked again, at a pace that the complaint has slowed. */
const longestPauseMs = 60_000;

export interface HostRules {
  /** The least time between two requests to one host, from whichever workspace and process. */
  settingMs: number;
  crawlDelayMs: number | null;
}

/** Tells how it went; `startNow` keeps the distance once more for whoever could not go at once. */
export type HostVisit = ((outcome: HostOutcome) => Promise<void>) & { startNow: () => Promise<void> };

/**
 * Waits for this installation's turn at a host. The database hands out the moments, so that workspaces and processes together are one polite
 * visitor. The caller tells afterwards how it went, and the pace adapts. Throws the signal's reason when called off while waiting.
 */
export async function enterHost(origin: string, rules: HostRules, signal: AbortSignal): Promise<HostVisit> {
  const { waitMs, gap } = await inSystem(async (tx) => {
    await tx.insert(crawlHosts).values({ host: origin }).onConflictDoNothing();
    const [host] = await tx
      .select({ state: crawlHosts.state })
      .from(crawlHosts)
      .where(eq(crawlHosts.host, origin))
      .for("update");
    const gap = withMargin(gapMs(readPace(host?.state), rules.settingMs, rules.crawlDelayMs));
    // The database's clock, because processes on several machines must agree. clock_timestamp: now() stands still in a transaction.
    const [turn] = await tx
      .update(crawlHosts)
      .set({ nextAt: sql`greatest(${crawlHosts.nextAt}, clock_timestamp()) + ${gap} * interval '1 millisecond'` })
      .where(eq(crawlHosts.host, origin))
      .returning({
        waitMs: sql<number>`extract(epoch from (${crawlHosts.nextAt} - ${gap} * interval '1 millisecond' - clock_timestamp()))::float8 * 1000`,
      });
    return { waitMs: turn?.waitMs ?? 0, gap };
  });
  if (waitMs > 0) await sleep(waitMs, undefined, { signal });
  const startNow = await awaitStart(origin, gap, signal);
  return Object.assign((outcome: HostOutcome) => remember(origin, outcome), { startNow });
}

async function remember(origin: string, outcome: HostOutcome): Promise<void> {
  await inSystem(async (tx) => {
    const [host] = await tx
      .select({ state: crawlHosts.state })
      .from(crawlHosts)
      .where(eq(crawlHosts.host, origin))
      .for("update");
    const before = readPace(host?.state);
    const after = afterAnswer(before, outcome);
    const waits = outcome.isOverloaded && outcome.retryAfterMs ? Math.min(outcome.retryAfterMs, longestPauseMs) : 0;
    if (waits > 0) holdBack(origin, waits);
    // Most answers teach nothing new; then nothing is written.
    const isNews =
      Math.abs(after.learnedGapMs - before.learnedGapMs) >= 10 || Math.abs(after.answerMs - before.answerMs) > 50;
    if (!isNews && waits === 0) return;
    await tx
      .update(crawlHosts)
      .set({
        state: after,
        ...(waits > 0
          ? { nextAt: sql`greatest(${crawlHosts.nextAt}, clock_timestamp() + ${waits} * interval '1 millisecond')` }
          : {}),
      })
      .where(eq(crawlHosts.host, origin));
  });
}
