import { env } from "@/lib/env";
import { renderPage, signInWithBrowser } from "@/server/crawling/browser";
import { asPosted, type FetchOutcome, fetchPage } from "@/server/crawling/fetching";
import { readPictureAsMarkup } from "@/server/crawling/pictures";
import { enterHost, takeSlot } from "@/server/crawling/resilience";
import { isSampleSite } from "@/server/platform/egress";
import { analyseInWorker, learnInWorker, outlineInWorker } from "../pages/analyse-in-worker";
import type { CrawlTools } from "./crawl-tools";
import { siteRobots } from "./site-robots";

/** Sample sites of ours on this machine need no patience. */
const sampleGapMs = 5;

/** What a run reads with in production: the door out, the shared browser, worker threads, and the pace that the whole installation keeps. */
export function crawlTools(): CrawlTools {
  return {
    fetch: ({ url, form, cookies, etag, lastModified, signal, respectsRobots }) =>
      fetchPage(
        { url, cookies, signal, ...(form ? asPosted(form) : { etag, lastModified }) },
        // What it redirects to is another address, which robots.txt may close.
        respectsRobots
          ? { isAllowedByRobots: async (target) => (await siteRobots(target, signal)).isAllowed(target) }
          : {},
      ),
    exchange: (request) => fetchPage(request),
    signIn: signInWithBrowser,
    render: ({ url, contextKey, cookies, actions, as, signal }) =>
      renderPage({ url, contextKey, cookies, as, signal, ...(actions ? { actions, maxMs: 60_000 } : {}) }),
    analyse: analyseInWorker,
    outline: outlineInWorker,
    learn: learnInWorker,
    readPicture: readPictureAsMarkup,
    enterHost: async (url, signal) => {
      const { origin } = new URL(url);
      const rules = await siteRobots(url, signal);
      const settingMs = isSampleSite(url) ? sampleGapMs : env.OUTRIDER_CRAWL_GAP_MS;
      const freeSlot = await takeSlot(origin, signal);
      try {
        const leave = await enterHost(origin, { settingMs, crawlDelayMs: rules.crawlDelayMs }, signal);
        return (outcome) => {
          freeSlot();
          return leave(howItWent(outcome));
        };
      } catch (error) {
        freeSlot();
        throw error;
      }
    },
    robotsAllow: async (url, signal) => {
      const rules = await siteRobots(url, signal);
      if (rules.state === "unknown") return "unreachable";
      return rules.isAllowed(url) ? "allowed" : "disallowed";
    },
    now: () => new Date(),
  };
}

function howItWent(outcome: FetchOutcome) {
  if (outcome.kind === "failed") {
    const isOverloaded =
      outcome.status === 429 || outcome.status === 503 || ["refused", "timeout_headers"].includes(outcome.code);
    return { isOverloaded, retryAfterMs: outcome.retryAfterMs, ms: null };
  }
  return { isOverloaded: false, retryAfterMs: null, ms: outcome.kind === "fetched" ? outcome.page.ms : null };
}
