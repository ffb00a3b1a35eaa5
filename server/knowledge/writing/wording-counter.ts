import type { RankingWeights } from "./score-units";
import type { UnderstoodQuestion } from "./understand-question";

/** Inverse document frequency of a stem, from the statistics of a large collection; undefined where they do not know it. */
export type StoredIdf = (stem: string) => number | undefined;

/** How often each wording stands in a field, by the wording's key; null where none does. */
export type WordingCounts = ReadonlyMap<number, number> | null;

interface Wanted {
  concept: number;
  alternative: number;
  rest: string[];
}

/** Counts the wordings of a question's concepts in fields of documents. Every wording has a key; those of one concept follow one another. */
export class WordingCounter {
  /** Which concept each key belongs to. */
  readonly conceptOf: Int32Array;
  private readonly firstKeyOf: number[] = [];
  private readonly wanted: ReadonlyMap<string, Wanted[]>;
  private readonly fields = new Map<readonly string[], WordingCounts>();

  constructor(private readonly question: UnderstoodQuestion) {
    let keys = 0;
    for (const { alternatives } of question.concepts) {
      this.firstKeyOf.push(keys);
      keys += alternatives.length;
    }
    this.wanted = wantedByFirstStem(question);
    this.conceptOf = new Int32Array(keys);
    for (const [concept, first] of this.firstKeyOf.entries()) this.conceptOf.fill(concept, first);
  }

  count(stems: readonly string[]): WordingCounts {
    let found: Map<number, number> | null = null;
    for (let at = 0; at < stems.length; at++) {
      const entries = this.wanted.get(stems[at] as string);
      if (!entries) continue;
      for (const { concept, alternative, rest } of entries) {
        if (!rest.every((stem, index) => stems[at + 1 + index] === stem)) continue;
        found ??= new Map();
        const key = (this.firstKeyOf[concept] as number) + alternative;
        found.set(key, (found.get(key) ?? 0) + 1);
      }
    }
    return found;
  }

  /** As `count`, of a field that many units share (a heading, a lead-in): counted once. */
  countShared(stems: readonly string[]): WordingCounts {
    if (stems.length === 0) return null;
    const known = this.fields.get(stems);
    if (known !== undefined) return known;
    const counted = this.count(stems);
    this.fields.set(stems, counted);
    return counted;
  }

  /** What each wording is worth, given in how many of `total` units it stands. */
  measure(df: Float64Array, total: number, stored: StoredIdf | undefined, weights: RankingWeights) {
    return measureConcepts(this.question, this.firstKeyOf, df, total, stored, weights);
  }
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
