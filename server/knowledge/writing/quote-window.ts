import { countWords, type PreparedDocument } from "./prepared-document";
import type { ScoredUnit } from "./score-units";

export interface QuoteWindow {
  document: number;
  /** First and last unit, inclusive. */
  from: number;
  to: number;
  start: number;
  end: number;
}

/** What a neighbour is worth to a window: 0 where it says nothing about the question, below 0 where it must stay out. */
export type UnitValue = (document: number, unit: number) => number;

/**
 * Grows a quote from its best unit towards the better neighbour until it holds `maxWords`. Whole units only, cut by offset, within
 * one section; a unit that is longer than a quote may be is cut to its best run of words.
 */
export function growWindow(
  document: PreparedDocument,
  seed: ScoredUnit,
  value: UnitValue,
  maxWords: number,
  isTelling: (stem: string) => boolean,
): QuoteWindow {
  const unit = document.units[seed.unit] as PreparedDocument["units"][number];
  const words = wordsBetween(document, seed.unit, seed.unit);
  if (words > maxWords)
    return {
      document: seed.document,
      from: seed.unit,
      to: seed.unit,
      ...clip(document, seed.unit, maxWords, isTelling),
    };
  let from = seed.unit;
  let to = seed.unit;
  for (;;) {
    const before =
      canJoin(document, from - 1, unit) && wordsBetween(document, from - 1, to) <= maxWords ? from - 1 : -1;
    const after = canJoin(document, to + 1, unit) && wordsBetween(document, from, to + 1) <= maxWords ? to + 1 : -1;
    const valueBefore = before < 0 ? -1 : value(seed.document, before);
    const valueAfter = after < 0 ? -1 : value(seed.document, after);
    if (valueBefore < 0 && valueAfter < 0) break;
    if (valueAfter >= valueBefore) to = after;
    else from = before;
  }
  const first = document.units[from] as PreparedDocument["units"][number];
  const last = document.units[to] as PreparedDocument["units"][number];
  return { document: seed.document, from, to, start: first.start, end: last.end };
}

/** A heading may open a window, not end one; another section does not belong to it. */
function canJoin(document: PreparedDocument, index: number, seed: PreparedDocument["units"][number]): boolean {
  const unit = document.units[index];
  if (!unit) return false;
  const isAbove = unit.start < seed.start;
  if (unit.kind === "heading") return isAbove && seed.headings.some((heading) => heading.start === unit.start);
  if (seed.kind === "heading") return !isAbove && unit.headings.some((heading) => heading.start === seed.start);
  return unit.headings.at(-1)?.start === seed.headings.at(-1)?.start;
}

function wordsBetween(document: PreparedDocument, from: number, to: number): number {
  const first = document.units[from];
  const last = document.units[to];
  if (!first || !last) return Number.POSITIVE_INFINITY;
  // Marks and separators between units count too: a quote is what stands in the text.
  return countWords(document.text.slice(first.start, last.end));
}

/** The run of `maxWords` words with the most of the question in it, begun at a clause where one is near. */
function clip(
  document: PreparedDocument,
  index: number,
  maxWords: number,
  isTelling: (word: string) => boolean,
): { start: number; end: number } {
  const unit = document.units[index] as PreparedDocument["units"][number];
  const words = [...document.text.slice(unit.start, unit.end).matchAll(/\S+/g)];
  const hits = words.map((word) => (isTelling(word[0]) ? 1 : 0));
  let best = 0;
  let bestHits = -1;
  for (let at = 0; at + maxWords <= words.length; at++) {
    const inside = hits.slice(at, at + maxWords).reduce<number>((sum, hit) => sum + hit, 0);
    const opensClause = at === 0 || /[,;:|.]$/.test(words[at - 1]?.[0] ?? "") ? 0.5 : 0;
    if (inside + opensClause > bestHits) {
      bestHits = inside + opensClause;
      best = at;
    }
  }
  const last = words[best + maxWords - 1] ?? words.at(-1);
  const first = words[best];
  const start = unit.start + (first?.index ?? 0);
  return { start, end: last ? unit.start + last.index + last[0].length : unit.end };
}
