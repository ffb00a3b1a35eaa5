import { type StopLanguage, stopLanguages, stopWords } from "./stop-words";

/** Languages with stop words and a stemmer; `und` is text in none of them, whose words are matched as written. */
export const languages = [...stopLanguages, "ru", "und"] as const;
export type Language = StopLanguage | "ru" | "und";

/** Enough to tell a language; a longer text does not make it surer and only costs. */
const SAMPLE_LENGTH = 4_000;
const wordPattern = /[\p{L}\p{M}]+/gu;
const plain = /^[a-z]+$/;
/** For each stop word the languages (by their place) that have it: one look-up a word instead of one a language. */
let languagesOf: Map<string, number[]> | null = null;

/**
 * The language of a text by the stop words in it, because they are its most frequent words and chunks are short. A tie or too
 * few hits keep `fallback` (the document's language for a chunk, English for a document).
 */
export function detectLanguage(text: string, fallback: Language = "en"): Language {
  const sample = text.slice(0, SAMPLE_LENGTH).normalize("NFKC").toLowerCase();
  const words = sample.match(wordPattern) ?? [];
  if (words.length === 0) return fallback;
  const foreign = words.filter((word) => !plain.test(word));
  const cyrillic = foreign.filter((word) => /\p{Script=Cyrillic}/u.test(word)).length;
  if (cyrillic * 2 > words.length) return "ru";
  const latin = words.length - foreign.length + foreign.filter((word) => /\p{Script=Latin}/u.test(word)).length;
  if (latin * 2 < words.length) return "und";
  const counts = countStopWords(words);
  let best: Language = fallback;
  let bestHits = 0;
  let fallbackHits = 0;
  for (const [index, language] of stopLanguages.entries()) {
    const hits = counts[index] as number;
    if (language === fallback) fallbackHits = hits;
    if (hits > bestHits) {
      bestHits = hits;
      best = language;
    }
  }
  return bestHits >= 2 && bestHits > fallbackHits * 1.2 ? best : fallback;
}

function countStopWords(words: readonly string[]): number[] {
  if (!languagesOf) {
    languagesOf = new Map();
    for (const [index, language] of stopLanguages.entries()) {
      for (const word of stopWords(language)) {
        const known = languagesOf.get(word);
        if (known) known.push(index);
        else languagesOf.set(word, [index]);
      }
    }
  }
  const counts = new Array<number>(stopLanguages.length).fill(0);
  for (const word of words)
    for (const index of languagesOf.get(word) ?? []) counts[index] = (counts[index] as number) + 1;
  return counts;
}
