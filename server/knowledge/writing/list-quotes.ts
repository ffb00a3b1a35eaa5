import type { Unit } from "../units/build-units";
import { findListExtent, type ListExtent } from "./list-extent";
import { countWords, isBare, type PreparedDocument } from "./prepared-document";
import type { QuoteWindow } from "./quote-window";
import type { RankedWindow } from "./rank-windows";

/** A list among the first windows, and its entries as successive quotes. */
export interface FoundList {
  rank: number;
  windows: QuoteWindow[];
}

const LOOKED_AT = 3;
/** A list whose log odds lie further behind the best passage is another list. */
const NEAR = 2;

/**
 * The list or table that a question for entries means: the first one among the best passages, cut into successive quotes of whole
 * entries, at most `limit`. Null where none of them is part of a list.
 */
export function findList(
  windows: readonly RankedWindow[],
  documents: readonly PreparedDocument[],
  limit: number,
  maxWords: number,
): FoundList | null {
  const best = windows[0]?.odds ?? 0;
  const isSettled = (windows[0]?.settles ?? 0) >= 1;
  for (const [rank, { seed, odds, settles }] of windows.slice(0, LOOKED_AT).entries()) {
    if (odds < best - NEAR) return null;
    // Where a passage settles the matter, so does its list.
    if (isSettled && settles < 1) continue;
    const document = documents[seed.document] as PreparedDocument;
    const extent = findListExtent(document, seed.unit);
    if (!extent) continue;
    const chunks = cutIntoQuotes(document, seed.document, extent, maxWords);
    if (chunks.length <= limit) return { rank, windows: chunks };
    // Too long to be quoted whole: from where the question found it.
    const at = chunks.findIndex((chunk) => chunk.from <= seed.unit && chunk.to >= seed.unit);
    const from = Math.max(0, Math.min(at, chunks.length - limit));
    return { rank, windows: chunks.slice(from, from + limit) };
  }
  return null;
}

function cutIntoQuotes(
  document: PreparedDocument,
  index: number,
  { from, to }: ListExtent,
  maxWords: number,
): QuoteWindow[] {
  const windows: QuoteWindow[] = [];
  for (let unit = from; unit <= to; unit++) {
    let { start, end } = document.units[unit] as Unit;
    const last = windows.at(-1);
    if (last && countWords(document.text.slice(last.start, end)) <= maxWords) {
      last.to = unit;
      last.end = end;
      continue;
    }
    let first = unit;
    // A name goes with what it names.
    if (last && last.to > last.from && isBare(document.units[last.to] as Unit, document.text)) {
      first = last.to--;
      start = (document.units[first] as Unit).start;
      last.end = (document.units[last.to] as Unit).end;
    }
    const isWhole = countWords(document.text.slice(start, end)) <= maxWords;
    if (!isWhole && first < unit) {
      first = unit;
      start = (document.units[unit] as Unit).start;
    }
    windows.push({ document: index, from: first, to: unit, start, end: firstWords(document, start, end, maxWords) });
  }
  return windows;
}

function firstWords(document: PreparedDocument, start: number, end: number, maxWords: number): number {
  let words = 0;
  for (const match of document.text.slice(start, end).matchAll(/\S+/g)) {
    words++;
    if (words === maxWords) return start + match.index + match[0].length;
  }
  return end;
}
