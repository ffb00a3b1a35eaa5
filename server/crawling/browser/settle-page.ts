import type { Locator, Page } from "playwright-core";
import type { OpenedText } from "../fetching/fetched-page";
import type { PageAction } from "./render-request";
import { scrollLists } from "./scroll-lists";

const loadMs = 5_000;
const quietMs = 300;
const longestQuietWaitMs = 3_000;
const actionMs = 5_000;
const maxTimes = 50;

// Texts, not functions: what a bundler adds to a function does not exist inside the page.
// A page without scripts changes no more once it is loaded.
const untilQuietFor = (ms: number) => `document.scripts.length === 0 ? null : new Promise((resolve) => {
  const done = () => { observer.disconnect(); resolve(); };
  let timer = setTimeout(done, ${ms});
  const observer = new MutationObserver(() => { clearTimeout(timer); timer = setTimeout(done, ${ms}); });
  observer.observe(document, { subtree: true, childList: true, characterData: true });
  setTimeout(done, ${longestQuietWaitMs});
})`;

// What a page shows is kept before another takes its place, and put back above it at the end.
const keepShown = `(() => {
  const kept = (globalThis.__outriderKept ??= { texts: new Set(), pages: [] });
  const shown = document.querySelector("main, [role=main]") ?? document.body;
  const text = shown.innerText;
  if (kept.texts.has(text)) return false;
  kept.texts.add(text);
  kept.pages.push([...shown.childNodes].map((node) => node.cloneNode(true)));
  return true;
})()`;
const showKept = `(() => {
  const shown = document.querySelector("main, [role=main]") ?? document.body;
  const kept = globalThis.__outriderKept;
  if (!kept) return;
  if (kept.texts.has(shown.innerText)) kept.pages.pop();
  shown.prepend(...kept.pages.flat());
})()`;

/**
 * Waits until a page has shown itself: loaded, and its document unchanged for a moment; a page that never rests is taken as it
 * is. Errors: a `waitFor` that never came (a TimeoutError of Playwright), a page that went away.
 */
export async function settlePage(page: Page, waitFor: string | undefined, leftMs: () => number): Promise<void> {
  await page.waitForLoadState("load", { timeout: Math.min(loadMs, leftMs()) }).catch(unlessGone(page));
  if (waitFor) await page.waitForSelector(waitFor, { state: "attached", timeout: leftMs() });
  await waitForQuiet(page);
}

/** Does what was asked, in order, and waits after each step. A step that cannot be done is left out: the page ended there. Tells where presses led. */
export async function doActions(
  page: Page,
  actions: readonly PageAction[],
  leftMs: () => number,
): Promise<OpenedText[]> {
  const opened: OpenedText[] = [];
  for (const action of actions) {
    if (action.kind === "open") {
      opened.push(...(await openTexts(page, action.texts, leftMs)));
      continue;
    }
    if (action.kind === "turn") {
      await turnPages(page, action, leftMs);
      continue;
    }
    if (action.kind === "scroll") {
      const times = Math.min(action.times, maxTimes);
      await scrollLists(page, { times, leftMs, rest: (ms) => waitForQuiet(page, ms) });
      continue;
    }
    for (let round = 0; round < Math.min(action.times, maxTimes) && leftMs() > 1_000; round++) {
      if (!(await click(page, action.selector, Math.min(actionMs, leftMs())))) break;
      await waitForQuiet(page);
    }
  }
  return opened;
}

/** Presses each text and comes back. Ends with the first that leads nowhere, or nowhere on its own site. */
async function openTexts(page: Page, texts: readonly string[], leftMs: () => number): Promise<OpenedText[]> {
  const opened: OpenedText[] = [];
  for (const text of texts) {
    const here = page.url();
    const target = page.getByText(text, { exact: true }).first();
    if (leftMs() < 2_000 || !(await isPressed(target, Math.min(actionMs, leftMs())))) break;
    await waitForQuiet(page);
    const url = page.url();
    if (url === here) break;
    if (URL.parse(url)?.origin === URL.parse(here)?.origin) opened.push({ text, url });
    await page.goBack({ timeout: Math.max(1, Math.min(loadMs, leftMs())) }).catch(unlessGone(page));
    await waitForQuiet(page);
    // What does not come back to its list this way is asked for anew.
    if (page.url() !== here) await page.goto(here, { timeout: leftMs() });
    await waitForQuiet(page);
  }
  return opened;
}

/** Until the button is gone or switched off, or shows what was shown before. */
async function turnPages(page: Page, { selector, times }: { selector: string; times: number }, leftMs: () => number) {
  for (let round = 0; round < Math.min(times, maxTimes) && leftMs() > 1_000; round++) {
    if (!(await page.evaluate(keepShown))) break;
    const isOff = await page
      .locator(selector)
      .first()
      .isDisabled({ timeout: 500 })
      .catch(() => true);
    if (isOff || !(await click(page, selector, Math.min(actionMs, leftMs())))) break;
    await waitForQuiet(page);
  }
  await page.evaluate(showKept);
}

async function click(page: Page, selector: string, timeout: number): Promise<boolean> {
  return isPressed(page.locator(selector).first(), timeout);
}

async function isPressed(target: Locator, timeout: number): Promise<boolean> {
  if (!(await target.isVisible().catch(() => false))) return false;
  return target.click({ timeout }).then(
    () => true,
    () => false,
  );
}

/** Until nothing was added, removed or rewritten for a moment. A navigation in between starts over on the new page. */
export async function waitForQuiet(page: Page, ms = quietMs): Promise<void> {
  await page.evaluate(untilQuietFor(ms)).catch(async (error) => {
    unlessGone(page)(error);
    await page.waitForLoadState("domcontentloaded", { timeout: loadMs }).catch(unlessGone(page));
  });
}

function unlessGone(page: Page): (error: unknown) => void {
  return (error) => {
    if (page.isClosed() || /crashed/i.test(String(error))) throw error;
  };
}
