import { isSameWord, type TitleWords } from "./title-words";

export interface TitleComparison {
  /** 0 to 1: shared words by weight (Dice). */
  similarity: number;
  /** How many words both have. */
  shared: number;
  /** Words that only one of them has. */
  onlyFirst: string[];
  onlySecond: string[];
  /** Numbers, years or parts on which they disagree; null when they do not. */
  conflict: string | null;
}

/** How rare words are among titles: log of the number of titles by those that have the word. */
export function wordWeights(titles: readonly TitleWords[]): (word: string) => number {
  const counts = new Map<string, number>();
  for (const { words } of titles) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return (word) => Math.log(1 + (titles.length + 1) / (counts.get(word) ?? 1));
}

export function compareTitles(
  first: TitleWords,
  second: TitleWords,
  weightOf: (word: string) => number,
): TitleComparison {
  const free = new Set(second.words);
  const shared: string[] = [];
  const onlyFirst: string[] = [];
  for (const word of first.words) {
    const same = free.has(word) ? word : [...free].find((other) => isSameWord(word, other));
    if (same === undefined) onlyFirst.push(word);
    else {
      free.delete(same);
      shared.push(word);
    }
  }
  const weigh = (words: Iterable<string>) => [...words].reduce((sum, word) => sum + weightOf(word), 0);
  const [common, left, right] = [weigh(shared), weigh(onlyFirst), weigh(free)];
  const whole = 2 * common + left + right;
  return {
    similarity: whole === 0 ? 0 : (2 * common) / whole,
    shared: shared.length,
    onlyFirst,
    onlySecond: [...free],
    conflict: conflictOf(first.marks, second.marks) ?? otherSide(onlyFirst, [...free]),
  };
}

const sides =
  /^(?:north|south|east|west|northern|southern|eastern|western|nord|sud|ost|est|ouest|norte|sur|este|oeste|nordliche?[rs]?|sudliche?[rs]?|ostliche?[rs]?|westliche?[rs]?|ovest|noord|zuid|oost)$/;

/** "Eastern region" and "Western region": two parts of one purchase. */
function otherSide(onlyFirst: readonly string[], onlySecond: readonly string[]): string | null {
  const one = onlyFirst.find((word) => sides.test(word));
  const other = onlySecond.find((word) => sides.test(word));
  return one && other ? `${one} / ${other}` : null;
}

/** A part that only one of them names is a conflict ("Framework" and "Framework, lot 2"); a bare number is one only against another. */
function conflictOf(first: readonly string[], second: readonly string[]): string | null {
  const onlyFirst = first.filter((mark) => !second.includes(mark));
  const onlySecond = second.filter((mark) => !first.includes(mark));
  const part = [...onlyFirst, ...onlySecond].find((mark) => mark.startsWith("lot ") || mark.startsWith("phase "));
  if (onlyFirst.length > 0 && onlySecond.length > 0) return `${onlyFirst.join(", ")} / ${onlySecond.join(", ")}`;
  return part ? `only one of them is about ${part}` : null;
}
