import { headingTags } from "./html-names";
import type { PageScan, ScannedElement } from "./scanned-page";

const separators = /\s+[|\-–—:·»«•]+\s+|\s*[|»«]\s*|:\s+/;

/** The heading of the page that says what its metadata call the title; without a match, the only h1. Null when there is none. */
export function findTitleHeading(scan: PageScan, titles: readonly string[]): ScannedElement | null {
  const wanted = new Set<string>();
  const parts = new Set<string>();
  for (const title of titles) {
    wanted.add(comparable(title));
    for (const part of title.split(separators)) if (part.trim().length > 8) parts.add(comparable(part));
  }
  wanted.delete("");
  parts.delete("");
  let best: ScannedElement | null = null;
  let bestScore = 0;
  const firstHeadings: ScannedElement[] = [];
  for (const run of scan.runs) {
    const heading = headingOf(run.owner);
    const isTitled = heading !== null || /title|headline/i.test(run.owner.attributes.class ?? "");
    if (!isTitled || run.words > 60) continue;
    const owner = heading ?? run.owner;
    if (owner.tag === "h1") firstHeadings.push(owner);
    const text = comparable(run.text);
    if (text === "") continue;
    let score = 0;
    if (wanted.has(text)) score = 4;
    else if (parts.has(text)) score = 3;
    else if (text.length > 15 && [...wanted].some((title) => title.includes(text) || text.includes(title))) score = 2.5;
    if (score === 0) continue;
    score += heading?.tag === "h1" ? 1 : heading ? 0.5 : 0;
    // A linked title is the teaser of another page, unless nothing else fits.
    if (run.linkWords > run.words / 2) score -= 2;
    if (score > bestScore) {
      best = owner;
      bestScore = score;
    }
  }
  if (best) return best;
  return firstHeadings.length === 1 ? (firstHeadings[0] ?? null) : null;
}

export function headingOf(element: ScannedElement): ScannedElement | null {
  let open: ScannedElement | null = element;
  for (let steps = 0; open && steps < 4; steps++, open = open.parent) if (headingTags.has(open.tag)) return open;
  return null;
}

/** Letters and digits only, lower case: how two texts are compared. */
export function comparable(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
