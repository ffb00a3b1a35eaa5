import { inverseDocumentFrequency } from "./bm25";
import type { ParsedQuery } from "./query";
import { QueryGrams } from "./query-grams";
import type { TokenTable } from "./token-table";

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
export function wordFeatures(query: ParsedQuery, idf: readonly number[], table: TokenTable): WordFeatures[] {
  const wordOf = wordsOfStems(query, table);
  const total = idf.reduce((sum, weight) => sum + weight, 0) || 1;
  const pairWeights = query.pairs.map(([a, b]) => Math.min(idf[a] as number, idf[b] as number));
  const pairTotal = pairWeights.reduce((sum, weight) => sum + weight, 0) || 1;
  const pairOf = new Map(query.pairs.map(([a, b], index) => [a * 1_000 + b, index]));
  const wanted =
    query.asksFor === "date" ? "d" : query.asksFor === "number" ? "n" : query.asksFor === "name" ? "c" : null;
  const grams = gramScores(query, table);
  // Stamps instead of sets: a line or candidate has seen a word or pair when its stamp stands there.
  const seenWords = new Int32Array(query.words.length).fill(-1);
  const seenPairs = new Int32Array(query.pairs.length).fill(-1);
  let lineStamp = 0;
  return table.candidates.map(({ lines, holds }, candidate) => {
    let sentence = 0;
    let cue = 0;
    let pairSum = 0;
    for (let lineNo = 0; lineNo < lines.length; lineNo++) {
      const line = lines[lineNo] as Int32Array;
      lineStamp++;
      let share = 0;
      let before = -1;
      for (let at = 0; at < line.length; at++) {
        const word = wordOf[table.stemOf[line[at] as number] as number] as number;
        if (word >= 0) {
          if (seenWords[word] !== lineStamp) {
            seenWords[word] = lineStamp;
            share += idf[word] as number;
          }
          const pair = before < 0 ? undefined : pairOf.get(before * 1_000 + word);
          if (pair !== undefined && seenPairs[pair] !== candidate) {
            seenPairs[pair] = candidate;
            pairSum += pairWeights[pair] as number;
          }
        }
        before = word;
      }
      if (lineNo === 0) continue;
      if (share > sentence) sentence = share;
      if (wanted && share > cue && (holds[lineNo] as string).includes(wanted)) cue = share;
    }
    return {
      grams: grams[candidate] as number,
      sentence: sentence / total,
      pairs: pairSum / pairTotal,
      cue: cue / total,
    };
  });
}

/** By stem of the table: which word of the query it is, or -1. */
function wordsOfStems(query: ParsedQuery, table: TokenTable): Int32Array {
  const asked = new Map<string, number>();
  for (const [index, word] of query.words.entries()) for (const stem of word.stems) asked.set(stem, index);
  return Int32Array.from(table.stems, (stem) => asked.get(stem) ?? -1);
}

const K1 = 1.2;
const B = 0.75;

function gramScores(query: ParsedQuery, table: TokenTable): number[] {
  const queryGrams = new QueryGrams(query.words.map(({ word }) => word));
  const { size } = queryGrams;
  const gramsOf = table.words.map((word) => queryGrams.foundIn(word));
  const frequency = new Float64Array(size);
  const lengths = new Float64Array(table.candidates.length);
  const counts = table.candidates.map(({ lines }, candidate) => {
    const own = new Uint16Array(size);
    let length = 0;
    for (const line of lines) {
      for (let at = 0; at < line.length; at++) {
        const part = line[at] as number;
        length += Math.max(1, (table.words[part] as string).length - 1);
        for (const index of gramsOf[part] as readonly number[]) own[index] = (own[index] as number) + 1;
      }
    }
    lengths[candidate] = length;
    for (let index = 0; index < size; index++) if (own[index]) frequency[index] = (frequency[index] as number) + 1;
    return own;
  });
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length) || 1;
  const idf = Array.from(frequency, (count) => inverseDocumentFrequency(count, lengths.length));
  const scores = counts.map((own, candidate) => {
    const norm = K1 * (1 - B + (B * (lengths[candidate] as number)) / average);
    let score = 0;
    for (let index = 0; index < size; index++) {
      const count = own[index] as number;
      if (count > 0) score += ((idf[index] as number) * count * (K1 + 1)) / (count + norm);
    }
    return score;
  });
  const best = Math.max(...scores, 0) || 1;
  return scores.map((score) => score / best);
}
