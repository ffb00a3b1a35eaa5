import type { ComparedRequirement } from "./compared-requirement";

const numbering =
  /^(?:\(?(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-z]|[ivxIVX]{1,5})[.):](?=\s|\p{L})\s*|\d{1,3}(?:\.\d{1,3})+\s+|[A-Z]{1,5}-?\d{1,4}[.:)]?\s+)+/u;

/** A requirement prepared for comparison. */
export interface PreparedRequirement {
  requirement: ComparedRequirement;
  index: number;
  /** Words without case, marks, numbering and typography: equal keys say the same. */
  key: string;
  leadKey: string;
  /** The nearest heading without its number and plurals. */
  place: string;
  words: string[];
}

export function prepareRequirement(requirement: ComparedRequirement, index: number): PreparedRequirement {
  const words = wordsOf(withoutNumber(requirement.text));
  return {
    requirement,
    index,
    key: words.join(" "),
    leadKey: wordsOf(requirement.leadIn ?? "").join(" "),
    place: wordsOf(withoutNumber(requirement.section.at(-1) ?? ""))
      .map((word) => word.replace(/s$/, ""))
      .join(" "),
    words,
  };
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/\p{N}+(?:[.,:/]\p{N}+)*|[\p{L}\p{M}\p{N}]+|[%€$£<>≥≤]/gu) ?? []
  );
}

/** "4.2 ", "(a) ", "R-7: " in front is numbering, which an amendment changes without changing anything. */
function withoutNumber(text: string): string {
  return text.trim().replace(numbering, "");
}

/** How much each word tells: rare words of both versions weigh most. */
export function weighWords(all: readonly PreparedRequirement[]): (word: string) => number {
  const counts = new Map<string, number>();
  for (const { words } of all) for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return (word) => Math.log(1 + all.length / (counts.get(word) ?? 1));
}

/** Shared weight of words, as a multiset, over that of both: 1 says the same words. */
export function alikeness(a: readonly string[], b: readonly string[], weight: (word: string) => number): number {
  const shared = sharedWeight(a, b, weight);
  const whole = total(a, weight) + total(b, weight);
  return whole === 0 ? 0 : (2 * shared) / whole;
}

/** How much of the smaller text stands in the larger one. */
export function containment(
  part: readonly string[],
  whole: readonly string[],
  weight: (word: string) => number,
): number {
  const own = total(part, weight);
  return own === 0 ? 0 : sharedWeight(part, whole, weight) / own;
}

function sharedWeight(a: readonly string[], b: readonly string[], weight: (word: string) => number): number {
  const counts = new Map<string, number>();
  for (const word of a) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of b) {
    const left = counts.get(word) ?? 0;
    if (left === 0) continue;
    counts.set(word, left - 1);
    shared += weight(word);
  }
  return shared;
}

function total(words: readonly string[], weight: (word: string) => number): number {
  return words.reduce((sum, word) => sum + weight(word), 0);
}

/** A text by its words alone. */
export function wordsKey(text: string): string {
  return prepareRequirement({ id: "", text, section: [], kind: "technical", isMandatory: false }, 0).key;
}
