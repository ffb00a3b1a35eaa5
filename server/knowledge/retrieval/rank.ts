import { termWeight } from "./bm25";
import { type WordFeatures, wordFeatures } from "./features";
import type { ParsedQuery } from "./query";
import { TITLE_WEIGHT, type TokenLine } from "./stored-tokens";

export interface RankInput {
  /** BM25 of the candidate, not normalised. */
  bm25: number;
  /** Cosine in the vector space; 0 without one. */
  cosine: number;
  lines: readonly TokenLine[];
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
  const features = wordFeatures(
    query,
    settings.idf,
    candidates.map((candidate) => candidate.lines),
  );
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
  const feedback = feedbackScores(candidates, sums, settings);
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

function feedbackScores(candidates: readonly RankInput[], sums: readonly number[], settings: RankSettings): number[] {
  const { vectors, size } = unitVectors(candidates, settings);
  const best = sums
    .map((sum, index) => ({ sum, index }))
    .sort((a, b) => b.sum - a.sum || a.index - b.index)
    .slice(0, FEEDBACK_DEPTH);
  const centroid = new Float64Array(size);
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

function unitVectors(
  candidates: readonly RankInput[],
  settings: RankSettings,
): { vectors: SparseVector[]; size: number } {
  const idOf = new Map<string, number>();
  const idfs: number[] = [];
  const title: number[] = [];
  const body: number[] = [];
  const vectors = candidates.map(({ lines }) => {
    const ids: number[] = [];
    let length = 0;
    for (const [lineNo, line] of lines.entries()) {
      const counts = lineNo === 0 ? title : body;
      length += line.stems.length * (lineNo === 0 ? TITLE_WEIGHT : 1);
      for (const stem of line.stems) {
        let id = idOf.get(stem);
        if (id === undefined) {
          id = idOf.size;
          idOf.set(stem, id);
          idfs.push(settings.idfOf(stem));
          title.push(0);
          body.push(0);
        }
        if (title[id] === 0 && body[id] === 0) ids.push(id);
        counts[id] = (counts[id] as number) + 1;
      }
    }
    let squared = 0;
    const weights = ids.map((id) => {
      const weight =
        termWeight(title[id] as number, body[id] as number, Math.max(1, length), settings.averageLength) *
        (idfs[id] as number);
      squared += weight * weight;
      title[id] = 0;
      body[id] = 0;
      return weight;
    });
    const norm = Math.sqrt(squared) || 1;
    return { ids, weights: weights.map((weight) => weight / norm) };
  });
  return { vectors, size: idOf.size };
}
