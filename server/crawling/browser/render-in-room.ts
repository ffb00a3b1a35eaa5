import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "playwright-core";
import { isRoute } from "@/lib/canonical-url";
import { requirePublicUrl } from "@/server/platform/egress";
import { explainError } from "../fetching/explain-error";
import { codeOfStatus, failure, isRecoverableStatus } from "../fetching/failure";
import type { FetchOutcome } from "../fetching/fetched-page";
import { readRetryAfter } from "../fetching/read-retry-after";
import { explainBrowser, refusalOf } from "./explain-browser";
import type { BrowserRoom } from "./open-browser";
import { type Navigation, readShownPage } from "./read-shown-page";
import { defaultMaxMs, type RenderRequest } from "./render-request";
import { doActions, settlePage, waitForQuiet } from "./settle-page";
import { showTabs } from "./show-tabs";

const maxRedirects = 5;

/** Shows one page in a context that is the caller's alone. The caller sees to it that this ends in time. */
export async function renderInRoom(
  room: BrowserRoom & { navigation: Navigation; allowed: ReadonlySet<string> },
  request: RenderRequest,
  signal: AbortSignal,
): Promise<FetchOutcome> {
  const { context, page, pass, navigation } = room;
  const startedAt = performance.now();
  const leftMs = () => Math.max(1, (request.maxMs ?? defaultMaxMs) - (performance.now() - startedAt));
  let url: string;
  try {
    // Before every visit: what a page or a model proposed must not become a local file or a browser's own page.
    url = requirePublicUrl(request.url, room.allowed).href;
    // The door takes an address without what stands behind its #; only the page's own scripts see that.
    const { hash } = new URL(request.url);
    if (isRoute(hash)) url += hash;
  } catch (error) {
    return explainError(error);
  }
  try {
    pass.renew();
    navigation.reset();
    if (request.cookies) {
      await context.clearCookies();
      await context.addCookies(request.cookies.forBrowser(url));
    }
    await request.startNow?.();
    await page.goto(url, { waitUntil: "domcontentloaded", timeout: leftMs() });
    const refused = refusalOf(pass, navigation);
    if (refused) return refused;
    await settlePage(page, request.waitFor, leftMs);
    const led = navigation.redirects.length;
    const opened = await doActions(page, request.actions ?? [], leftMs);
    // Where presses led and back is no redirect of the page.
    if (opened.length > 0) navigation.redirects.length = led;
    if (request.as === "entry") await showTabs(page, () => waitForQuiet(page), leftMs);
    if (signal.aborted) return failure("cancelled");
    const shown = await readShownPage(page, navigation, {
      url,
      startedAt,
      screenshot: request.screenshot ?? true,
      as: request.as,
      secrets: request.secrets ?? [],
      hasActed: (request.actions ?? []).length > 0,
      rest: (quietMs) => waitForQuiet(page, quietMs),
    });
    if (!shown) return failure("too_large");
    if (opened.length > 0) shown.opened = opened;
    request.cookies?.takeFromBrowser(await context.cookies());
    return refusalOf(pass, navigation) ?? judge(shown);
  } catch (error) {
    if (await hasDied(page, navigation, error)) return failure("browser_failed");
    return refusalOf(pass, navigation) ?? explainBrowser(error, navigation.response !== null);
  } finally {
    // Its scripts must not go on while nobody looks.
    await page.goto("about:blank", { timeout: 2_000 }).catch(() => {});
  }
}

const newsOfCrashMs = 250;
const signOfLifeMs = 3_000;

/**
 * Whether the page or its browser died, which is nothing that the site did. A crash breaks the visit off first and is told a moment later;
 * before any answer has come, what was broken off looks like a download or like a server that hung up. A page that lives answers.
 */
async function hasDied(page: Page, { crashed }: Navigation, error: unknown): Promise<boolean> {
  if (isGone(error) || page.isClosed()) return true;
  const news = crashed.then(() => true);
  if (await Promise.race([news, sleep(newsOfCrashMs, false)])) return true;
  if (!/ERR_ABORTED/.test(String(error))) return false;
  const answer = page.evaluate("1").then(() => false, isGone);
  return Promise.race([news, answer, sleep(signOfLifeMs, true)]);
}

function isGone(error: unknown): boolean {
  return /crashed|has been closed/i.test(String(error));
}

function judge(page: Extract<FetchOutcome, { kind: "fetched" }>["page"]): FetchOutcome {
  const { status, headers } = page;
  if (page.redirects.length > maxRedirects) return failure("redirect_loop");
  if (status >= 200 && status < 300) return { kind: "fetched", page };
  return failure(codeOfStatus(status), {
    status,
    page,
    recoverable: isRecoverableStatus(status),
    retryAfterMs: readRetryAfter(headers["retry-after"], page.fetchedAt),
  });
}
