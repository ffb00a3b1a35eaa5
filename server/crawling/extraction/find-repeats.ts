import { comparable } from "./find-title-heading";
import type { TextRun } from "./scanned-page";

/** Shorter runs repeat rightly: a question asked twice, a refrain. */
const leastWords = 20;
/** A run this long is looked up piece by piece: it may hold a whole article in one. */
const longWords = 300;
/** Looking up pieces reads all text before, so only so many runs of a page are. */
const mostLookups = 10;
const pieceWords = 6;
const pieces = 12;

/** Long runs that stand on the page before, outside junk: copies for other screens, or for search engines. */
export function findRepeats(runs: readonly TextRun[], isJunk: Uint8Array): Set<TextRun> {
  const seen = new Set<string>();
  const repeats = new Set<TextRun>();
  let before = "";
  let lookups = 0;
  for (const run of runs) {
    if (run.words < leastWords || isJunk[run.owner.index]) continue;
    const text = comparable(run.text);
    const isCopy = seen.has(text) || (run.words >= longWords && lookups++ < mostLookups && standsIn(text, before));
    if (isCopy) repeats.add(run);
    else {
      seen.add(text);
      before += ` ${text}`;
    }
  }
  return repeats;
}

function standsIn(text: string, before: string): boolean {
  const words = text.split(" ");
  if (words.length < pieceWords * 2) return false;
  let found = 0;
  for (let piece = 0; piece < pieces; piece++) {
    const start = Math.floor(((words.length - pieceWords) * piece) / (pieces - 1));
    if (before.includes(words.slice(start, start + pieceWords).join(" "))) found++;
  }
  return found >= pieces * 0.4;
}
