import { isBare, type PreparedDocument } from "./prepared-document";
import { cueStrength } from "./question-cues";
import type { UnderstoodQuestion } from "./understand-question";

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

/** Inverse document frequency of a stem, from the statistics of a large collection; undefined where they do not know it. */
export type StoredIdf = (stem: string) => number | undefined;

interface Wanted {
  concept: number;
  alternative: number;
  rest: string[];
}

/** Scores every unit that shares a wording with the question; field-weighted BM25 over concepts, of whose wordings the best counts. */
export function scoreUnits(
  question: UnderstoodQuestion,
  documents: readonly PreparedDocument[],
  options: { idf?: StoredIdf; candidates?: readonly (ReadonlySet<number> | null)[]; weights?: RankingWeights } = {},
): { scored: ScoredUnit[]; importance: Float32Array; present: boolean[]; isKnown: boolean[] } {
  const weights = options.weights ?? rankingWeights;
  const wanted = wantedByFirstStem(question);
  const offsets: number[] = [];
  let alternatives = 0;
  for (const concept of question.concepts) {
    offsets.push(alternatives);
    alternatives += concept.alternatives.length;
  }
  const df = new Float64Array(alternatives);
  let total = 0;
  let length = 0;

  const count = (stems: readonly string[]): Map<number, number> | null => {
    let found: Map<number, number> | null = null;
    for (let at = 0; at < stems.length; at++) {
      const entries = wanted.get(stems[at] as string);
      if (!entries) continue;
      for (const { concept, alternative, rest } of entries) {
        if (!rest.every((stem, index) => stems[at + 1 + index] === stem)) continue;
        found ??= new Map();
        const key = (offsets[concept] as number) + alternative;
        found.set(key, (found.get(key) ?? 0) + 1);
      }
    }
    return found;
  };

  const cache = new Map<readonly string[], Map<number, number> | null>();
  const countField = (stems: readonly string[]): Map<number, number> | null => {
    if (stems.length === 0) return null;
    const known = cache.get(stems);
    if (known !== undefined) return known;
    const counted = count(stems);
    cache.set(stems, counted);
    return counted;
  };

  const fields = documents.map((document) => {
    const name = countField(document.nameTerms);
    const own = document.terms.map((terms) => {
      const counted = count(terms.own);
      total += 1;
      length += terms.own.length;
      if (counted) for (const key of counted.keys()) df[key] = (df[key] as number) + 1;
      return counted;
    });
    return { name, own };
  });

  const { idf, importance, present, isKnown } = measureConcepts(question, offsets, df, total, options.idf, weights);
  const average = Math.max(1, length / Math.max(1, total));
  const scored: ScoredUnit[] = [];
  const keyConcept = new Int32Array(alternatives);
  for (const [concept, offset] of offsets.entries()) keyConcept.fill(concept, offset);

  for (const [documentIndex, document] of documents.entries()) {
    const { name, own } = fields[documentIndex] as (typeof fields)[number];
    const allowed = options.candidates?.[documentIndex] ?? null;
    for (let index = 0; index < document.units.length; index++) {
      if (allowed && !allowed.has(index)) continue;
      const terms = document.terms[index] as PreparedDocument["terms"][number];
      const frequencies = new Map<number, number>();
      const add = (counts: Map<number, number> | null | undefined, weight: number, cap: number) => {
        if (counts)
          for (const [key, tf] of counts)
            frequencies.set(key, (frequencies.get(key) ?? 0) + weight * Math.min(tf, cap));
      };
      const before = index > 0 ? own[index - 1] : null;
      const after = own[index + 1];
      add(own[index], 1, 9);
      const leadIn = countField(terms.leadIn);
      const context = countField(terms.context);
      add(leadIn, weights.leadIn, 1);
      add(context, weights.context, 1);
      add(before, weights.neighbour, 1);
      add(after, weights.neighbour, 1);
      if (weights.vicinity > 0)
        for (const step of [-3, -2, 2, 3])
          if (document.units[index + step]?.headings.at(-1)?.start === document.units[index]?.headings.at(-1)?.start)
            add(own[index + step], weights.vicinity, 1);
      if (frequencies.size === 0) continue;
      add(name, weights.name, 1);
      const unit = document.units[index] as PreparedDocument["units"][number];
      const norm = weights.k1 * (1 - weights.b + (weights.b * Math.max(terms.own.length, 4)) / average);
      const best = new Float32Array(question.concepts.length);
      const sum = new Float32Array(question.concepts.length);
      for (const [key, tf] of frequencies) {
        const concept = keyConcept[key] as number;
        const value = (idf[key] as number) * ((tf * (weights.k1 + 1)) / (tf + norm));
        sum[concept] = (sum[concept] as number) + value;
        if (value > (best[concept] as number)) best[concept] = value;
      }
      let base = 0;
      for (let concept = 0; concept < best.length; concept++) {
        const top = best[concept] as number;
        best[concept] = top + weights.further * Math.min(top, (sum[concept] as number) - top);
        base += best[concept] as number;
      }
      base += weights.pair * pairBonus(terms.own, question, importance);
      const text = document.text.slice(unit.start, unit.end);
      const cue = cueStrength(question.cues, text);
      let score = base * cueWeight(cue, weights);
      if (document.isDraft) score *= weights.draft;
      if (unit.kind === "heading") score *= weights.heading;
      if (isAsking(text)) score *= weights.asking;
      else if (isBare(unit, document.text)) score *= weights.heading;
      scored.push({ document: documentIndex, unit: index, score, base, concepts: best });
    }
  }
  return { scored, importance, present, isKnown };
}

export function cueWeight(strength: number, weights: RankingWeights): number {
  return strength === 2 ? weights.sureCue : strength === 1 ? weights.cue : 1;
}

/** A question in a document is what was asked of somebody, not what is so. */
export function isAsking(text: string): boolean {
  return /\?["'”’)\s]*$/.test(text);
}

function wantedByFirstStem(question: UnderstoodQuestion): Map<string, Wanted[]> {
  const wanted = new Map<string, Wanted[]>();
  for (const [concept, { alternatives }] of question.concepts.entries()) {
    for (const [alternative, { stems }] of alternatives.entries()) {
      const [first, ...rest] = stems;
      if (first === undefined) continue;
      const list = wanted.get(first) ?? [];
      list.push({ concept, alternative, rest });
      wanted.set(first, list);
    }
  }
  return wanted;
}

/** What each wording is worth: its own rarity, less for a synonym while the question's own word stands in the documents. */
function measureConcepts(
  question: UnderstoodQuestion,
  offsets: readonly number[],
  df: Float64Array,
  total: number,
  stored: StoredIdf | undefined,
  weights: RankingWeights,
): { idf: Float32Array; importance: Float32Array; present: boolean[]; isKnown: boolean[] } {
  const idf = new Float32Array(df.length);
  const importance = new Float32Array(question.concepts.length);
  const present: boolean[] = [];
  const isKnown: boolean[] = [];
  const rarity = (n: number) => Math.log(1 + (total - n + 0.5) / (n + 0.5));
  for (const [concept, { alternatives, own, share: part }] of question.concepts.entries()) {
    const offset = offsets[concept] as number;
    const hasOwn = alternatives.slice(0, own).some((_, index) => (df[offset + index] as number) > 0);
    isKnown.push(hasOwn);
    present.push(alternatives.some((_, index) => (df[offset + index] as number) > 0));
    for (const [index, { stems, weight }] of alternatives.entries()) {
      const key = offset + index;
      const n = df[key] as number;
      const local = rarity(n);
      const known = stems.length === 1 && stored ? stored(stems[0] as string) : undefined;
      const value = known ?? local;
      const share = index < own ? weight : weight * (hasOwn ? weights.synonym : 1);
      idf[key] = value * share * part;
      if (n > 0 && (idf[key] as number) > (importance[concept] as number)) importance[concept] = idf[key] as number;
    }
    if (importance[concept] === 0) importance[concept] = rarity(0) * part;
  }
  return { idf, importance, present, isKnown };
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
