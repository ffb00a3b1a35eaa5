import { headingOf } from "./find-title-heading";
import { isGood } from "./judge-run";
import type { PageScan, ScannedElement, TextRun } from "./scanned-page";
import { isPointer } from "./stock-phrases";

/** Whether the paragraph just before a list announces it ("These offices are open:"), so that it is text even where it is all links. */
export function isAnnounced(list: ScannedElement, scan: PageScan): boolean {
  if (list.tag !== "ul" && list.tag !== "ol") return false;
  const before = list.firstRun > 0 ? scan.runs[list.firstRun - 1] : undefined;
  if (!before || headingOf(before.owner) || before.owner.parent !== list.parent) return false;
  return /[:：]$/.test(before.text) && isGood(before) && !isPointer(before.text);
}

/** Whether a list stands under a heading among the paragraphs of the page, and prose goes on after it; not where the heading points elsewhere. */
export function isAmong(list: ScannedElement, scan: PageScan, paragraphs: ScannedElement | null): boolean {
  if (paragraphs === null || list.parent !== paragraphs || (list.tag !== "ul" && list.tag !== "ol")) return false;
  // One or two links under a heading are most often a hint.
  if (list.endRun - list.firstRun < 3) return false;
  const before = list.firstRun > 0 ? scan.runs[list.firstRun - 1] : undefined;
  if (!before || headingOf(before.owner)?.parent !== paragraphs || isPointer(before.text)) return false;
  for (let at = list.endRun; at < Math.min(list.endRun + 4, paragraphs.endRun); at++) {
    const run = scan.runs[at] as TextRun;
    if (run.owner.parent === paragraphs && isGood(run)) return true;
  }
  return false;
}

/** Lists of a page whose items are text also where one is nothing but a link: announced ones, and those that are mostly no links. */
export class TextLists {
  private readonly known = new Map<ScannedElement, boolean>();

  constructor(
    private readonly scan: PageScan,
    private readonly paragraphs: ScannedElement | null,
  ) {}

  hold(run: TextRun): boolean {
    const list = listOf(run);
    if (!list) return false;
    const known = this.known.get(list);
    if (known !== undefined) return known;
    const isText =
      isAnnounced(list, this.scan) || isAmong(list, this.scan, this.paragraphs) || isProse(list, this.scan);
    this.known.set(list, isText);
    return isText;
  }
}

function listOf(run: TextRun): ScannedElement | null {
  for (let open: ScannedElement | null = run.owner, steps = 0; open && steps < 4; open = open.parent, steps++)
    if (open.tag === "ul" || open.tag === "ol") return open;
  return null;
}

function isProse(list: ScannedElement, scan: PageScan): boolean {
  let [words, linked] = [0, 0];
  for (let at = list.firstRun; at < list.endRun; at++) {
    const run = scan.runs[at] as TextRun;
    words += run.words;
    linked += run.linkWords;
  }
  return linked < words * 0.5;
}
