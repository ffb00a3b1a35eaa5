import { termWeight } from "../bm25";
import type { TermCount } from "../postings";
import { toUnitLength } from "../vectors";

/** A chunk in a learned space: its weighted words times their vectors, to unit length. Words that the space does not know add nothing. */
export function foldChunk(
  counts: ReadonlyMap<string, TermCount>,
  length: number,
  averageLength: number,
  dimensions: number,
  termOf: (term: string) => { idf: number; vector: Float32Array } | undefined,
): Float32Array {
  const sum = new Float32Array(dimensions);
  for (const [term, count] of counts) {
    const known = termOf(term);
    if (!known) continue;
    const weight = termWeight(count.title, count.body, length, averageLength) * known.idf;
    for (let axis = 0; axis < dimensions; axis++)
      sum[axis] = (sum[axis] as number) + weight * (known.vector[axis] as number);
  }
  return toUnitLength(sum);
}
