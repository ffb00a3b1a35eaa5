import { renderPage, signInWithBrowser } from "@/server/crawling/browser";
import { asPosted, fetchPage } from "@/server/crawling/fetching";
import { readPictureAsMarkup } from "@/server/crawling/pictures";
import { analyseInWorker, learnInWorker, outlineInWorker } from "../pages/analyse-in-worker";
import type { CrawlTools } from "./crawl-tools";
import { enterPolitely, politely } from "./politely";
import { isClosedHost, siteRobots } from "./site-robots";

const neverCalledOff = new AbortController().signal;

/** What a run reads with in production: the door out, the shared browser, worker threads, and the pace that the whole installation keeps. */
export function crawlTools(): CrawlTools {
  return {
    fetch: ({ url, form, cookies, etag, lastModified, signal, respectsRobots }) =>
      fetchPage(
        { url, cookies, signal, ...(form ? asPosted(form) : { etag, lastModified }) },
        // What it redirects to is another address, which robots.txt may close.
        respectsRobots
          ? { isAllowedByRobots: async (target) => (await siteRobots(target, signal)).isAllowed(target) }
          : { isAllowedByRobots: (target) => !isClosedHost(target) },
      ),
    exchange: (request) => politely(request.url, request.signal ?? neverCalledOff, () => fetchPage(request)),
    signIn: signInWithBrowser,
    render: ({ url, contextKey, cookies, secrets, actions, as, signal, startNow }) =>
      renderPage({
        url,
        contextKey,
        cookies,
        secrets,
        as,
        signal,
        startNow,
        ...(actions ? { actions, maxMs: 60_000 } : {}),
      }),
    analyse: analyseInWorker,
    outline: outlineInWorker,
    learn: learnInWorker,
    readPicture: readPictureAsMarkup,
    enterHost: enterPolitely,
    robotsAllow: async (url, signal) => {
      const rules = await siteRobots(url, signal);
      if (rules.state === "unknown") return "unreachable";
      return rules.isAllowed(url) ? "allowed" : "disallowed";
    },
    now: () => new Date(),
  };
}
