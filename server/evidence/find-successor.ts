/** What stands in a newer text where a quote once stood. */
export type Successor =
  | { kind: "unchanged"; start: number; end: number }
  | { kind: "changed"; start: number; end: number; text: string }
  | { kind: "removed" };

/** Share of the quote's words that a passage must keep to count as the same statement in new words. */
const keptShare = 0.5;

/**
 * Looks for a quote in the newer text: the same words up to white space, else the passage of about its length that keeps most of
 * its words, in order. `passages` are candidate places (sentences, items, rows) of the new text as `[start, end)` offsets.
 */
export function findSuccessor(
  quote: string,
  oldStart: number,
  text: string,
  passages: { start: number; end: number }[],
): Successor {
  const same = findLiterally(quote, oldStart, text);
  if (same) return { kind: "unchanged", ...same };
  const words = wordsOf(quote);
  let best: { start: number; end: number; share: number } | null = null;
  for (let first = 0; first < passages.length; first++) {
    // A quote may span several passages: try growing windows until they are longer than the quote.
    for (let last = first; last < passages.length; last++) {
      const start = passages[first]?.start ?? 0;
      const end = passages[last]?.end ?? 0;
      const found = wordsOf(text.slice(start, end));
      const share = (2 * common(words, found)) / (words.length + found.length || 1);
      if (share > (best?.share ?? 0)) best = { start, end, share };
      if (found.length > words.length * 1.3) break;
    }
  }
  if (!best || best.share < keptShare) return { kind: "removed" };
  return { kind: "changed", start: best.start, end: best.end, text: text.slice(best.start, best.end) };
}

function findLiterally(quote: string, near: number, text: string): { start: number; end: number } | null {
  const trimmed = quote.trim();
  if (trimmed === "") return null;
  const words = trimmed.split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  // "15" does not stand in "150" nor in "15.5": the quote must not begin or end within a word or a number.
  const before = /^[\p{L}\p{N}]/u.test(trimmed) ? "(?<![\\p{L}\\p{N}]|\\p{N}[.,])" : "";
  const after = /\p{N}$/u.test(trimmed)
    ? "(?![\\p{L}\\p{N}]|[.,]\\p{N})"
    : /\p{L}$/u.test(trimmed)
      ? "(?![\\p{L}\\p{N}])"
      : "";
  const pattern = new RegExp(`${before}${words.join("\\s+")}${after}`, "gu");
  let best: { start: number; end: number } | null = null;
  for (const match of text.matchAll(pattern)) {
    const start = match.index;
    if (!best || Math.abs(start - near) < Math.abs(best.start - near)) best = { start, end: start + match[0].length };
  }
  return best;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Length of the longest common subsequence, so that the order of words counts. */
function common(a: string[], b: string[]): number {
  let row = new Uint16Array(b.length + 1);
  for (const word of a) {
    const next = new Uint16Array(b.length + 1);
    for (let j = 1; j <= b.length; j++) {
      next[j] = word === b[j - 1] ? (row[j - 1] ?? 0) + 1 : Math.max(row[j] ?? 0, next[j - 1] ?? 0);
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
