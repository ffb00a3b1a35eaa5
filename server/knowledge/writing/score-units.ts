import { isBare, isStatement, type PreparedDocument } from "./prepared-document";
import { cueStrength } from "./question-cues";
import type { UnderstoodQuestion } from "./understand-question";
import { type StoredIdf, WordingCounter, type WordingCounts } from "./wording-counter";

/** Weights of the ranking, found on tender packages and checked on SQuAD; `bench/qa` measures them. */
export const rankingWeights = {
  k1: 1.2,
  b: 0.5,
  leadIn: 0.6,
  context: 0.5,
  name: 0.3,
  neighbour: 0.26,
  /** Units two and three places away. */
  vicinity: 0.1,
  /** Of what a whole window holds, beside the score of its best unit. */
  window: 0.7,
  /** Of a synonym, where the question's own word stands in the documents; where it does not, synonyms count full. */
  synonym: 0.65,
  /** Of further wordings of one concept in the same unit, after the best. */
  further: 0.2,
  cue: 1.35,
  /** Where it is beyond doubt that the kind of answer is there. */
  sureCue: 1.45,
  draft: 0.8,
  heading: 0.5,
  asking: 0.7,
  pair: 0.3,
};
export type RankingWeights = typeof rankingWeights;

export interface ScoredUnit {
  document: number;
  unit: number;
  /** With cues and damping. */
  score: number;
  /** Words alone. */
  base: number;
  /** Share of each concept found in the unit's own words, lead-in and headings, in idf. */
  concepts: Float32Array;
}

/** Scores every unit that shares a wording with the question; field-weighted BM25 over concepts, of whose wordings the best counts. */
export function scoreUnits(
  question: UnderstoodQuestion,
  documents: readonly PreparedDocument[],
  options: { idf?: StoredIdf; candidates?: readonly (ReadonlySet<number> | null)[]; weights?: RankingWeights } = {},
): { scored: ScoredUnit[]; importance: Float32Array; present: boolean[]; isKnown: boolean[] } {
  const weights = options.weights ?? rankingWeights;
  const counter = new WordingCounter(question);
  const { ownCounts, df, total, length } = countOwnWords(counter, documents);
  const { idf, importance, present, isKnown } = counter.measure(df, total, options.idf, weights);
  const average = Math.max(1, length / Math.max(1, total));
  const scored: ScoredUnit[] = [];
  for (const [documentIndex, document] of documents.entries()) {
    const own = ownCounts[documentIndex] as WordingCounts[];
    const name = counter.countShared(document.nameTerms);
    const allowed = options.candidates?.[documentIndex] ?? null;
    for (const [index, unit] of document.units.entries()) {
      if (allowed && !allowed.has(index)) continue;
      const frequencies = frequenciesOf(counter, document, own, index, weights);
      if (frequencies.size === 0) continue;
      addCounts(frequencies, name, weights.name, 1);
      const terms = document.terms[index] as PreparedDocument["terms"][number];
      const norm = weights.k1 * (1 - weights.b + (weights.b * Math.max(terms.own.length, 4)) / average);
      const concepts = scoreConcepts(frequencies, counter.conceptOf, question.concepts.length, idf, norm, weights);
      let base = 0;
      for (const value of concepts) base += value;
      base += weights.pair * pairBonus(terms.own, question, importance);
      const score = weighed(base, question, document, unit, weights);
      scored.push({ document: documentIndex, unit: index, score, base, concepts });
    }
  }
  return { scored, importance, present, isKnown };
}

/** The wordings in each unit's own words, and in how many units each stands. */
function countOwnWords(counter: WordingCounter, documents: readonly PreparedDocument[]) {
  const df = new Float64Array(counter.conceptOf.length);
  let total = 0;
  let length = 0;
  const ownCounts = documents.map((document) =>
    document.terms.map((terms) => {
      const counted = counter.count(terms.own);
      total += 1;
      length += terms.own.length;
      if (counted) for (const key of counted.keys()) df[key] = (df[key] as number) + 1;
      return counted;
    }),
  );
  return { ownCounts, df, total, length };
}

/** How often each wording counts for a unit: in its own words, and less in what it stands under and beside. */
function frequenciesOf(
  counter: WordingCounter,
  document: PreparedDocument,
  own: readonly WordingCounts[],
  index: number,
  weights: RankingWeights,
): Map<number, number> {
  const frequencies = new Map<number, number>();
  const terms = document.terms[index] as PreparedDocument["terms"][number];
  addCounts(frequencies, own[index], 1, 9);
  addCounts(frequencies, counter.countShared(terms.leadIn), weights.leadIn, 1);
  addCounts(frequencies, counter.countShared(terms.context), weights.context, 1);
  addCounts(frequencies, own[index - 1], weights.neighbour, 1);
  addCounts(frequencies, own[index + 1], weights.neighbour, 1);
  if (weights.vicinity > 0) {
    const heading = document.units[index]?.headings.at(-1)?.start;
    for (const step of [-3, -2, 2, 3])
      if (document.units[index + step]?.headings.at(-1)?.start === heading)
        addCounts(frequencies, own[index + step], weights.vicinity, 1);
  }
  return frequencies;
}

/** `most`: how often one wording may count in one field. */
function addCounts(
  frequencies: Map<number, number>,
  counts: WordingCounts | undefined,
  weight: number,
  most: number,
): void {
  if (!counts) return;
  for (const [key, tf] of counts) frequencies.set(key, (frequencies.get(key) ?? 0) + weight * Math.min(tf, most));
}

/** BM25 of each concept: its best wording in full, its further ones a little. */
function scoreConcepts(
  frequencies: ReadonlyMap<number, number>,
  conceptOf: Int32Array,
  concepts: number,
  idf: Float32Array,
  norm: number,
  weights: RankingWeights,
): Float32Array {
  const best = new Float32Array(concepts);
  const sum = new Float32Array(concepts);
  for (const [key, tf] of frequencies) {
    const concept = conceptOf[key] as number;
    const value = (idf[key] as number) * ((tf * (weights.k1 + 1)) / (tf + norm));
    sum[concept] = (sum[concept] as number) + value;
    if (value > (best[concept] as number)) best[concept] = value;
  }
  for (let concept = 0; concept < concepts; concept++) {
    const top = best[concept] as number;
    best[concept] = top + weights.further * Math.min(top, (sum[concept] as number) - top);
  }
  return best;
}

/** The words of a unit count more with the kind of answer asked for, and less in drafts, headings and questions. */
function weighed(
  base: number,
  question: UnderstoodQuestion,
  document: PreparedDocument,
  unit: PreparedDocument["units"][number],
  weights: RankingWeights,
): number {
  const text = document.text.slice(unit.start, unit.end);
  let score = base * cueWeight(cueStrength(question.cues, text), weights);
  if (document.isDraft) score *= weights.draft;
  if (unit.kind === "heading" && !isStatement(text)) score *= weights.heading;
  if (isAsking(text)) score *= weights.asking;
  else if (isBare(unit, document.text)) score *= weights.heading;
  return score;
}

export function cueWeight(strength: number, weights: RankingWeights): number {
  return strength === 2 ? weights.sureCue : strength === 1 ? weights.cue : 1;
}

/** A question in a document is what was asked of somebody, not what is so. */
export function isAsking(text: string): boolean {
  return /\?["'”’)\s]*$/.test(text);
}

function pairBonus(stems: readonly string[], question: UnderstoodQuestion, importance: Float32Array): number {
  let bonus = 0;
  for (let concept = 0; concept + 1 < question.concepts.length; concept++) {
    const first = question.concepts[concept]?.alternatives[0]?.stems[0];
    const second = question.concepts[concept + 1]?.alternatives[0]?.stems[0];
    if (!first || !second) continue;
    for (let at = stems.indexOf(first); at >= 0; at = stems.indexOf(first, at + 1)) {
      if (stems[at + 1] === second) {
        bonus += Math.min(importance[concept] as number, importance[concept + 1] as number);
        break;
      }
    }
  }
  return bonus;
}
