import { findRepeats } from "./find-repeats";
import { findTitleHeading } from "./find-title-heading";
import { isGood } from "./judge-run";
import { type Junk, JunkMarker } from "./mark-junk";
import { RunSums } from "./run-sums";
import type { PageScan, ScannedElement, TextRun } from "./scanned-page";
import { trimArticle } from "./trim-article";
import { isBodyContainer } from "./vocabulary";

export interface MainText {
  runs: TextRun[];
  container: ScannedElement;
  /** By element: not 0 for what was left out of the container. */
  isJunk: Uint8Array;
  /** By element: not 0 for what its names call something else than the text of the page. */
  around: Uint8Array;
  /** Like siblings that open with a link: teasers, or the entries of a list. */
  cards: ReadonlySet<ScannedElement>;
}

const leastWords = 25;
const leastShare = 0.12;

/**
 * The article of a page: the container whose prose outweighs its junk, without the junk inside and without what frames an article at its
 * start and end. When too little is left, junk is judged more mildly, twice; null when there is no article even then.
 */
export function findMainText(scan: PageScan, titles: readonly string[]): MainText | null {
  const sums = new RunSums(scan.runs, isGood);
  const title = findTitleHeading(scan, titles);
  let best: MainText | null = null;
  const marker = new JunkMarker(scan, sums, title);
  const around = marker.mark("strong").isJunk;
  const measure = goodOutside(scan, around);
  for (const severity of ["all", "strong", "least"] as const) {
    const junk = marker.mark(severity);
    const repeats = findRepeats(scan.runs, junk.isJunk);
    const container = chooseContainer(scan, junk, repeats, title);
    if (!container) continue;
    const runs = trimArticle(scan, container, junk, repeats, title, titles);
    const words = countGood(runs);
    if (!best || words > countGood(best.runs) * 1.5)
      best = { runs, container, isJunk: junk.isJunk, around, cards: marker.cards };
    if (words >= leastWords && words >= measure * leastShare) break;
  }
  return best?.runs.some(isGood) ? best : null;
}

function countGood(runs: readonly TextRun[]): number {
  let words = 0;
  for (const run of runs) if (isGood(run)) words += run.words;
  return words;
}

/** Good words of the page outside what its names call something else. */
function goodOutside(scan: PageScan, isJunk: Uint8Array): number {
  let words = 0;
  for (const run of scan.runs) if (!isJunk[run.owner.index] && isGood(run)) words += run.words;
  return words;
}

/** The element with the largest sum of values; of equals the innermost. */
function chooseContainer(
  scan: PageScan,
  { isJunk, paragraphs }: Junk,
  repeats: ReadonlySet<TextRun>,
  title: ScannedElement | null,
): ScannedElement | null {
  const { runs, elements } = scan;
  const sums = new Float64Array(runs.length + 1);
  runs.forEach((run, at) => {
    sums[at + 1] = (sums[at] as number) + worthOf(run, isJunk[run.owner.index] !== 0 || repeats.has(run));
  });
  const worth = (element: ScannedElement) =>
    ((sums[element.endRun] as number) - (sums[element.firstRun] as number)) * bonus(element);
  const within = articleOfTitle(scan, title, paragraphs, worth);
  let best: ScannedElement | null = null;
  let bestWorth = 0;
  const first = within?.index ?? 0;
  const last = within?.end ?? elements.length;
  for (let index = first; index < last; index++) {
    const element = elements[index] as ScannedElement;
    if (isJunk[index] || !canContain(element)) continue;
    const own = worth(element);
    if (own > 0 && own >= bestWorth) {
      best = element;
      bestWorth = own;
    }
  }
  return best;
}

function worthOf(run: TextRun, isJunk: boolean): number {
  if (isJunk) return -0.15 * run.words;
  if (isGood(run)) return run.words - run.linkWords;
  return -0.3 * run.linkWords;
}

function bonus(element: ScannedElement): number {
  if (isBodyContainer(element)) return 1.3;
  if (element.tag === "article" || element.tag === "main" || element.attributes.role === "main") return 1.1;
  return 1;
}

function canContain(element: ScannedElement): boolean {
  return !/^(?:p|a|span|h[1-6]|em|strong|b|i|figure|figcaption|label|head|li|tr)$/.test(element.tag);
}

/** Of several articles side by side, the one that holds the title of the page. */
function articleOfTitle(
  scan: PageScan,
  title: ScannedElement | null,
  paragraphs: ScannedElement | null,
  worth: (element: ScannedElement) => number,
): ScannedElement | null {
  if (!title) return null;
  let own: ScannedElement | null = null;
  for (let open: ScannedElement | null = title; open; open = open.parent) if (open.tag === "article") own = open;
  if (!own || worth(own) < 40 || (paragraphs && worth(own) < worth(paragraphs) * 0.3)) return null;
  const others = scan.elements.some(
    (element) => element.tag === "article" && (element.index >= (own?.end ?? 0) || element.end <= (own?.index ?? 0)),
  );
  return others ? own : null;
}
