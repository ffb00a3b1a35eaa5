import type { Page } from "playwright-core";

const mostSteps = 300;
/** The page itself and its boxes; what a page says of itself is not believed beyond that. */
const mostLists = 4;
const stepQuietMs = 100;

// Texts, not functions: what a bundler adds to a function does not exist inside the page.

/**
 * Boxes of the page that are scrolled by themselves and hold rows. A bar of navigation, a text to be read and a box of a few lines are none.
 */
const findBoxes = `() => {
  const boxes = [];
  const all = document.body ? document.body.querySelectorAll("*") : [];
  for (let at = 0; at < Math.min(all.length, 8000) && boxes.length < 3; at++) {
    const one = all[at];
    if (one.scrollHeight <= one.clientHeight + 40 || one.clientHeight < 120 || one.clientWidth < 200) continue;
    if (/^(?:TEXTAREA|PRE|SELECT|NAV|HTML|BODY)$/.test(one.tagName) || one.closest("nav, [role=navigation]")) continue;
    if (!/auto|scroll|overlay/.test(getComputedStyle(one).overflowY)) continue;
    if (boxes.some((box) => box.contains(one)) || !rowsOf(one)) continue;
    boxes.push(one);
  }
  return boxes;
}`;

/** What holds the rows: of all in the box what has most children of one kind that say something. */
const rowsOf = `(box) => {
  let [best, most] = [null, 0];
  const holders = [box, ...[...box.querySelectorAll("*")].slice(0, 4000)];
  for (const holder of holders) {
    if (holder.children.length < 3) continue;
    const texts = [...holder.children]
      .filter(({ tagName }) => tagName === holder.children[1].tagName)
      .map(({ textContent }) => textContent.trim().length)
      .filter((length) => length >= 10);
    if (texts.length < 3) continue;
    const mean = texts.reduce((sum, length) => sum + length, 0) / texts.length;
    const score = Math.min(texts.length, 40) * Math.log(1 + Math.min(mean, 1500));
    if (score > most) [best, most] = [holder, score];
  }
  return best;
}`;

const install = `(() => {
  if (globalThis.__outriderLists) return;
  const rowsOf = ${rowsOf};
  const findBoxes = ${findBoxes};
  const root = () => document.scrollingElement ?? document.documentElement;
  const lists = [{ box: null, rows: new Map() }, ...findBoxes().map((box) => ({ box, rows: new Map() }))];
  const textOf = (row) => row.textContent.replace(/\\s+/g, " ").trim();
  const linksOf = (row) => [row, ...row.querySelectorAll("a[href]")].map((link) => link.getAttribute("href") ?? "").filter((href) => !/^(?:#?$|javascript:)/i.test(href)).join(" ");
  /** By where they lead, since what they say may tell the time; by what they say where several lead to one place. */
  const keysOf = (holder) => {
    const rows = [...holder.children].slice(0, 5000);
    const links = rows.map(linksOf);
    const own = new Set(links.filter((one, at) => links.indexOf(one) === at && links.lastIndexOf(one) === at));
    return rows.map((row, at) => (links[at] !== "" && own.has(links[at]) ? links[at] : links[at] + " " + textOf(row)).trim());
  };
  const isGone = (rows, keys) => {
    const shown = new Set(keys);
    const gone = [...rows.keys()].filter((key) => !shown.has(key)).length;
    return gone >= 3 && gone >= rows.size * 0.2;
  };
  globalThis.__outriderLists = {
    count: lists.length,
    /** What is in sight is kept, since it may be gone after the next step; true when much that was kept has gone. */
    keep(at) {
      const { box, rows } = lists[at];
      const holder = rowsOf(box ?? document.body);
      if (!holder) return false;
      const keys = keysOf(holder);
      keys.forEach((key, index) => {
        if (key !== "" && rows.size < 10000 && !rows.has(key)) rows.set(key, holder.children[index].cloneNode(true));
      });
      return isGone(rows, keys);
    },
    kept(at) { return lists[at].rows.size; },
    toTop(at) { (lists[at].box ?? root()).scrollTop = 0; },
    /** One step down that leaves some rows in sight; true at the end. */
    step(at) {
      const box = lists[at].box ?? root();
      const height = lists[at].box ? box.clientHeight : innerHeight;
      box.scrollTop += Math.max(40, Math.floor(height * 0.8));
      return box.scrollTop + height >= box.scrollHeight - 2;
    },
    height(at) { return (lists[at].box ?? root()).scrollHeight; },
    /** Rows that went out of sight and out of the document are put back among the others. */
    putBack() {
      for (const { box, rows } of lists) {
        const holder = rowsOf(box ?? document.body);
        if (!holder) continue;
        if (isGone(rows, keysOf(holder))) holder.replaceChildren(...rows.values());
      }
    },
  };
})()`;

/** Rows that were seen by scrolling, once more among those of the document. */
export const keptRowsBack = "globalThis.__outriderLists?.putBack()";

/** How many boxes of the page scroll by themselves and hold rows. */
export const scrolledBoxes = `(() => { const rowsOf = ${rowsOf}; return (${findBoxes})().length; })()`;

export interface Scrolling {
  times: number;
  leftMs: () => number;
  /** Waits until the page has rested; for so long where a shorter rest will do. */
  rest: (quietMs?: number) => Promise<void>;
}

/**
 * Scrolls the page, and every box in it that scrolls by itself, to its end, until nothing more comes. Where only those rows exist that are in sight,
 * it goes by steps, and all rows that were seen are in the document at the end.
 */
export async function scrollLists(page: Page, { times, leftMs, rest }: Scrolling): Promise<void> {
  await page.evaluate(install);
  const lists = (call: string) => page.evaluate(`globalThis.__outriderLists?.${call}`);
  const count = Math.min(mostLists, Number(await lists("count")) || 0);
  if (await jumpToEnd(page, lists, { times, leftMs, rest })) await walk(lists, 0, { times, leftMs, rest });
  for (let at = 1; at < count && leftMs() > 1_000; at++) await walk(lists, at, { times, leftMs, rest });
  await lists("putBack()");
}

const isTall = "document.scripts.length > 0 && document.documentElement.scrollHeight > innerHeight + 40";
const movedQuietMs = 600;
/** One row more may be a line that tells the time. */
const fewestMoved = 2;

/** Whether rows come or go when the page itself is scrolled to its end: no markup says that a script waits for it. The page stays scrolled. */
export async function rowsMoveOnScroll(page: Page, rest: (quietMs: number) => Promise<void>): Promise<boolean> {
  if (!(await page.evaluate(isTall))) return false;
  await page.evaluate(install);
  const lists = (call: string) => page.evaluate(`globalThis.__outriderLists?.${call}`);
  await lists("keep(0)");
  const before = Number(await lists("kept(0)"));
  await page.evaluate(scrollToEnd);
  await rest(movedQuietMs);
  await lists("keep(0)");
  return before > 0 && Number(await lists("kept(0)")) >= before + fewestMoved;
}

const documentLength = "document.documentElement.outerHTML.length";
const scrollToEnd = "window.scrollTo(0, document.documentElement.scrollHeight)";

/** True when rows went out of the document on the way, so that what lay between was never seen. */
async function jumpToEnd(
  page: Page,
  lists: (call: string) => Promise<unknown>,
  { times, leftMs, rest }: Scrolling,
): Promise<boolean> {
  let lost = false;
  for (let round = 0; round < times && leftMs() > 1_000; round++) {
    const before = await page.evaluate(documentLength);
    await lists("keep(0)");
    await page.evaluate(scrollToEnd);
    await rest();
    lost = Boolean(await lists("keep(0)"));
    if (lost || (await page.evaluate(documentLength)) === before) break;
  }
  return lost;
}

async function walk(
  lists: (call: string) => Promise<unknown>,
  at: number,
  { times, leftMs, rest }: Scrolling,
): Promise<void> {
  await lists(`toTop(${at})`);
  await rest(stepQuietMs);
  let grown = 0;
  for (let step = 0; step < mostSteps && leftMs() > 1_500; step++) {
    await lists(`keep(${at})`);
    const height = await lists(`height(${at})`);
    const isAtEnd = await lists(`step(${at})`);
    await rest(isAtEnd ? undefined : stepQuietMs);
    await lists(`keep(${at})`);
    if (!isAtEnd) continue;
    if ((await lists(`height(${at})`)) === height || ++grown >= times) break;
  }
}
