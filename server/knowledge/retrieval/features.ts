import { inverseDocumentFrequency } from "./bm25";
import type { ParsedQuery } from "./query";
import type { TokenLine } from "./stored-tokens";
import { fourGrams } from "./tokens";

/** What the words of one candidate say about the query, each 0 to 1. */
export interface WordFeatures {
  /** BM25 over four-letter runs of the unstemmed words, over the best candidate's: finds inflections and typos. */
  grams: number;
  /** Share of the query's idf in the best single sentence. */
  sentence: number;
  /** Share of neighbouring query words that are neighbours in the text. */
  pairs: number;
  /** As `sentence`, only sentences that hold what is asked for (a date, a number, a name). */
  cue: number;
}

/** Features of all candidates of a query. `idf` belongs to `query.words`, unknown words included. */
export function wordFeatures(
  query: ParsedQuery,
  idf: readonly number[],
  candidates: readonly (readonly TokenLine[])[],
): WordFeatures[] {
  const wordOf = new Map<string, number>();
  for (const [index, word] of query.words.entries()) for (const stem of word.stems) wordOf.set(stem, index);
  const total = idf.reduce((sum, weight) => sum + weight, 0) || 1;
  const pairWeights = query.pairs.map(([a, b]) => Math.min(idf[a] as number, idf[b] as number));
  const pairTotal = pairWeights.reduce((sum, weight) => sum + weight, 0) || 1;
  const pairOf = new Map(query.pairs.map(([a, b], index) => [a * 1_000 + b, index]));
  const grams = gramScores(query, candidates);
  return candidates.map((lines, candidate) => {
    let sentence = 0;
    let cue = 0;
    let pairSum = 0;
    const pairsSeen = new Set<number>();
    for (const [lineNo, line] of lines.entries()) {
      const seen = new Set<number>();
      let share = 0;
      let before: number | undefined;
      for (const stem of line.stems) {
        const word = wordOf.get(stem);
        if (word !== undefined) {
          if (!seen.has(word)) {
            seen.add(word);
            share += idf[word] as number;
          }
          const pair = before === undefined ? undefined : pairOf.get(before * 1_000 + word);
          if (pair !== undefined && !pairsSeen.has(pair)) {
            pairsSeen.add(pair);
            pairSum += pairWeights[pair] as number;
          }
        }
        before = word;
      }
      if (lineNo === 0) continue;
      if (share > sentence) sentence = share;
      if (share > cue && holds(line, query.asksFor)) cue = share;
    }
    return {
      grams: grams[candidate] as number,
      sentence: sentence / total,
      pairs: pairSum / pairTotal,
      cue: cue / total,
    };
  });
}

function holds(line: TokenLine, asksFor: ParsedQuery["asksFor"]): boolean {
  if (asksFor === "date") return line.hasDate;
  if (asksFor === "number") return line.hasNumber;
  return asksFor === "name" && line.hasName;
}

const K1 = 1.2;
const B = 0.75;

function gramScores(query: ParsedQuery, candidates: readonly (readonly TokenLine[])[]): number[] {
  const gramIndex = new Map<string, number>();
  for (const { word } of query.words)
    for (const gram of fourGrams(word)) if (!gramIndex.has(gram)) gramIndex.set(gram, gramIndex.size);
  const size = gramIndex.size;
  const counts = candidates.map(() => new Uint16Array(size));
  const lengths = new Float64Array(candidates.length);
  const frequency = new Float64Array(size);
  // Each distinct word of the candidates is cut once.
  const hits = new Map<string, number[]>();
  const cut = (word: string): number[] => {
    let found = hits.get(word);
    if (!found) {
      found = [];
      for (const gram of fourGrams(word)) {
        const index = gramIndex.get(gram);
        if (index !== undefined) found.push(index);
      }
      hits.set(word, found);
    }
    return found;
  };
  for (const [candidate, lines] of candidates.entries()) {
    const own = counts[candidate] as Uint16Array;
    let length = 0;
    for (const line of lines) {
      for (const word of line.words) {
        length += Math.max(1, word.length - 1);
        for (const index of cut(word)) own[index] = (own[index] as number) + 1;
      }
    }
    lengths[candidate] = length;
    for (let index = 0; index < size; index++) if (own[index]) frequency[index] = (frequency[index] as number) + 1;
  }
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, candidates.length) || 1;
  const scores = counts.map((own, candidate) => {
    const norm = K1 * (1 - B + (B * (lengths[candidate] as number)) / average);
    let score = 0;
    for (let index = 0; index < size; index++) {
      const count = own[index] as number;
      if (count > 0) {
        score +=
          (inverseDocumentFrequency(frequency[index] as number, candidates.length) * count * (K1 + 1)) / (count + norm);
      }
    }
    return score;
  });
  const best = Math.max(...scores, 0) || 1;
  return scores.map((score) => score / best);
}
