import { env } from "@/lib/env";
import type { FetchOutcome } from "@/server/crawling/fetching";
import { enterHost, takeSlot } from "@/server/crawling/resilience";
import { isSampleSite } from "@/server/platform/egress";
import { siteRobots } from "./site-robots";

/** The release, which tells how it went; `startNow` is called by who was held up on the way, just before going out. */
export type PoliteVisit = ((outcome: FetchOutcome) => Promise<void>) & { startNow: () => Promise<void> };

/** Sample sites of ours on this machine need no patience. */
const sampleGapMs = 5;

/**
 * Waits for this installation's turn at a host, whichever workspace asks and whatever for. Who leaves tells how it went, so that the pace
 * adapts. Throws the signal's reason when called off while waiting.
 */
export async function enterPolitely(url: string, signal: AbortSignal): Promise<PoliteVisit> {
  const { origin } = new URL(url);
  const rules = await siteRobots(url, signal);
  const settingMs = isSampleSite(url) ? sampleGapMs : env.OUTRIDER_CRAWL_GAP_MS;
  const freeSlot = await takeSlot(origin, signal);
  try {
    const leave = await enterHost(origin, { settingMs, crawlDelayMs: rules.crawlDelayMs }, signal);
    const tell = (outcome: FetchOutcome) => {
      freeSlot();
      return leave(howItWent(outcome));
    };
    return Object.assign(tell, { startNow: leave.startNow });
  } catch (error) {
    freeSlot();
    throw error;
  }
}

/** One request in its turn. */
export async function politely(
  url: string,
  signal: AbortSignal,
  visit: () => Promise<FetchOutcome>,
): Promise<FetchOutcome> {
  const leave = await enterPolitely(url, signal);
  const outcome = await visit();
  await leave(outcome);
  return outcome;
}

function howItWent(outcome: FetchOutcome) {
  if (outcome.kind === "failed") {
    const isOverloaded =
      outcome.status === 429 || outcome.status === 503 || ["refused", "timeout_headers"].includes(outcome.code);
    return { isOverloaded, retryAfterMs: outcome.retryAfterMs, ms: null };
  }
  return { isOverloaded: false, retryAfterMs: null, ms: outcome.kind === "fetched" ? outcome.page.ms : null };
}
