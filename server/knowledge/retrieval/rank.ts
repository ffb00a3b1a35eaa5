import { termWeight } from "./bm25";
import { type WordFeatures, wordFeatures } from "./features";
import type { ParsedQuery } from "./query";
import { TITLE_WEIGHT } from "./stored-tokens";
import { type TokenTable, tabulate } from "./token-table";

export interface RankInput {
  /** BM25 of the candidate, not normalised. */
  bm25: number;
  /** Cosine in the vector space; 0 without one. */
  cosine: number;
  /** Stored tokens (stored-tokens.ts). */
  tokens: string;
}

export interface RankedFeatures extends WordFeatures {
  bm25: number;
  cosine: number;
  feedback: number;
  score: number;
}

export interface RankSettings {
  /** idf of `query.words`. */
  idf: readonly number[];
  /** Share of the query that the vector space can hold: |V'q| / |q|, 0 to 1. */
  vectorShare: number;
  /** idf of any stem, for feedback. */
  idfOf: (stem: string) => number;
  averageLength: number;
}

/** Members of the centroid that feedback compares with. */
const FEEDBACK_DEPTH = 5;

/**
 * The ranking formula, one configuration for all sizes:
 * score = b + 2 κ z + 0.5 grams + 0.2 sentence + 0.5 pairs + 0.1 cue + feedback. The share κ keeps vectors from deciding where the
 * learned space holds little of the query. Feedback is the similarity to the centroid of the five best by the sum so far
 * (Rocchio), a member's own part taken out.
 */
export function rankCandidates(
  query: ParsedQuery,
  candidates: readonly RankInput[],
  settings: RankSettings,
): RankedFeatures[] {
  const table = tabulate(candidates.map((candidate) => candidate.tokens));
  const features = wordFeatures(query, settings.idf, table);
  const bestBm25 = Math.max(...candidates.map((candidate) => candidate.bm25), 0) || 1;
  const sums = candidates.map((candidate, index) => {
    const feature = features[index] as WordFeatures;
    return (
      candidate.bm25 / bestBm25 +
      2 * settings.vectorShare * candidate.cosine +
      0.5 * feature.grams +
      0.2 * feature.sentence +
      0.5 * feature.pairs +
      0.1 * feature.cue
    );
  });
  const feedback = feedbackScores(table, sums, settings);
  return candidates.map((candidate, index) => ({
    ...(features[index] as WordFeatures),
    bm25: candidate.bm25 / bestBm25,
    cosine: candidate.cosine,
    feedback: feedback[index] as number,
    score: (sums[index] as number) + (feedback[index] as number),
  }));
}

/** A chunk's words as numbers, so that its vector is two short arrays and each distinct stem is looked up once per query. */
interface SparseVector {
  ids: number[];
  weights: number[];
}

function feedbackScores(table: TokenTable, sums: readonly number[], settings: RankSettings): number[] {
  const vectors = unitVectors(table, settings);
  const best = sums
    .map((sum, index) => ({ sum, index }))
    .sort((a, b) => b.sum - a.sum || a.index - b.index)
    .slice(0, FEEDBACK_DEPTH);
  const centroid = new Float64Array(table.stems.length);
  const shareOf = new Map<number, number>();
  for (const [rank, { index }] of best.entries()) {
    const share = 1 / (rank + 1);
    shareOf.set(index, share);
    const { ids, weights } = vectors[index] as SparseVector;
    for (let at = 0; at < ids.length; at++) {
      const id = ids[at] as number;
      centroid[id] = (centroid[id] as number) + share * (weights[at] as number);
    }
  }
  let squared = 0;
  for (const weight of centroid) squared += weight * weight;
  return vectors.map(({ ids, weights }, index) => {
    let dot = 0;
    for (let at = 0; at < ids.length; at++) dot += (weights[at] as number) * (centroid[ids[at] as number] as number);
    // A member is compared with the centroid of the others: its own part is a unit vector times its share.
    const own = shareOf.get(index) ?? 0;
    const others = squared - 2 * own * dot + own * own;
    return others > 1e-12 ? (dot - own) / Math.sqrt(others) : 0;
  });
}

function unitVectors(table: TokenTable, settings: RankSettings): SparseVector[] {
  const idf = table.stems.map(settings.idfOf);
  const title = new Uint16Array(idf.length);
  const body = new Uint16Array(idf.length);
  return table.candidates.map(({ lines }) => {
    const ids: number[] = [];
    let length = 0;
    for (let lineNo = 0; lineNo < lines.length; lineNo++) {
      const line = lines[lineNo] as Int32Array;
      const counts = lineNo === 0 ? title : body;
      length += line.length * (lineNo === 0 ? TITLE_WEIGHT : 1);
      for (let at = 0; at < line.length; at++) {
        const id = table.stemOf[line[at] as number] as number;
        if (title[id] === 0 && body[id] === 0) ids.push(id);
        counts[id] = (counts[id] as number) + 1;
      }
    }
    let squared = 0;
    const weights = ids.map((id) => {
      const weight =
        termWeight(title[id] as number, body[id] as number, Math.max(1, length), settings.averageLength) *
        (idf[id] as number);
      squared += weight * weight;
      title[id] = 0;
      body[id] = 0;
      return weight;
    });
    const norm = Math.sqrt(squared) || 1;
    return { ids, weights: weights.map((weight) => weight / norm) };
  });
}
