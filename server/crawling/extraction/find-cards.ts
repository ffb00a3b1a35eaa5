import { isGood } from "./judge-run";
import type { RunSums } from "./run-sums";
import type { PageScan, ScannedElement } from "./scanned-page";

/** Teasers: three or more like siblings, each under 90 words, that open with a link. */
export function findCards(scan: PageScan, sums: RunSums): Set<ScannedElement> {
  const groups = new Map<string, ScannedElement[]>();
  for (const element of scan.elements) {
    if (!element.opensWithLink || !element.parent || !/^(?:article|li|div|section|td|a|figure)$/.test(element.tag))
      continue;
    if (opensWithSentence(element, scan)) continue;
    const words = sums.wordsOf(element);
    if (words < 3 || words >= 90) continue;
    const name = (element.attributes.class ?? "").split(" ", 1)[0];
    const key = `${element.parent.index} ${element.tag} ${name}`;
    const group = groups.get(key);
    if (group) group.push(element);
    else groups.set(key, [element]);
  }
  const cards = new Set<ScannedElement>();
  for (const group of groups.values()) {
    if (group.length < 3) continue;
    for (const element of group) cards.add(element);
  }
  return cards;
}

/** A text that begins with a link and goes on in the same paragraph is prose; lines of code may be numbered by links. */
function opensWithSentence(element: ScannedElement, scan: PageScan): boolean {
  const first = element.firstRun < element.endRun ? scan.runs[element.firstRun] : undefined;
  if (first === undefined || first.afterImage) return false;
  return first.isCode || (first.links > 0 && isGood(first));
}

/** An item that is one line of text is junk or not with its whole list. */
export function isPlainItem(element: ScannedElement): boolean {
  return element.tag === "li" && element.endRun - element.firstRun === 1 && element.end - element.index <= 4;
}
