import type { Unit } from "../units/build-units";
import { findListExtent, type ListExtent } from "./list-extent";
import { countWords, type PreparedDocument } from "./prepared-document";
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
  for (const [rank, { seed, odds }] of windows.slice(0, LOOKED_AT).entries()) {
    if (odds < best - NEAR) return null;
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
    const { start, end } = document.units[unit] as Unit;
    const last = windows.at(-1);
    if (last && countWords(document.text.slice(last.start, end)) <= maxWords) {
      last.to = unit;
      last.end = end;
    } else
      windows.push({ document: index, from: unit, to: unit, start, end: firstWords(document, start, end, maxWords) });
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
