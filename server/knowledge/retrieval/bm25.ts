import { eachPosting } from "./postings";
import { TITLE_WEIGHT } from "./stored-tokens";

/** Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009); k1 and b as measured. */
const K1 = 1.2;
const B = 0.75;

export function inverseDocumentFrequency(documentFrequency: number, documents: number): number {
  return Math.log(1 + Math.max(0, documents - documentFrequency + 0.5) / (documentFrequency + 0.5));
}

/** The saturated, length-normalised weight of one term in one chunk, to be multiplied with its idf. */
export function termWeight(title: number, body: number, length: number, averageLength: number): number {
  const frequency = title * TITLE_WEIGHT + body;
  return (frequency * (K1 + 1)) / (frequency + K1 * (1 - B + (B * length) / averageLength));
}

export interface ScoredTerm {
  idf: number;
  blocks: readonly { blockNo: number; postings: Uint8Array }[];
}

/**
 * BM25 of every chunk that holds one of the terms. `lengths` by chunk number; 0 is a chunk that is gone. `scores[number]` is 0
 * where nothing matched; `touched` lists the others once each.
 */
export function scoreBlocks(
  terms: readonly ScoredTerm[],
  lengths: Uint16Array,
  averageLength: number,
): { scores: Float32Array; touched: number[] } {
  const scores = new Float32Array(lengths.length);
  const touched: number[] = [];
  for (const { idf, blocks } of terms) {
    for (const block of blocks) {
      eachPosting(block, (number, title, body) => {
        const length = lengths[number];
        if (!length) return;
        if (scores[number] === 0) touched.push(number);
        scores[number] = (scores[number] as number) + idf * termWeight(title, body, length, averageLength);
      });
    }
  }
  return { scores, touched };
}

/** The `limit` best of `numbers` by score, best first; equal scores by number, so that two runs agree. */
export function takeBest(
  numbers: Iterable<number>,
  scoreOf: (number: number) => number,
  limit: number,
): { number: number; score: number }[] {
  // A binary heap whose root is the worst one kept.
  const heap: { number: number; score: number }[] = [];
  const isWorse = (a: { number: number; score: number }, b: { number: number; score: number }) =>
    a.score < b.score || (a.score === b.score && a.number > b.number);
  for (const number of numbers) {
    const score = scoreOf(number);
    const worst = heap.length < limit ? undefined : heap[0];
    // Most numbers are worse than all that is kept.
    if (worst && (score < worst.score || (score === worst.score && number > worst.number))) continue;
    const entry = { number, score };
    if (heap.length < limit) {
      heap.push(entry);
      let at = heap.length - 1;
      while (at > 0) {
        const parent = (at - 1) >> 1;
        if (!isWorse(heap[at] as typeof entry, heap[parent] as typeof entry)) break;
        [heap[at], heap[parent]] = [heap[parent] as typeof entry, heap[at] as typeof entry];
        at = parent;
      }
    } else if (worst) {
      heap[0] = entry;
      let at = 0;
      for (;;) {
        const left = at * 2 + 1;
        if (left >= heap.length) break;
        const right = left + 1;
        const child =
          right < heap.length && isWorse(heap[right] as typeof entry, heap[left] as typeof entry) ? right : left;
        if (!isWorse(heap[child] as typeof entry, heap[at] as typeof entry)) break;
        [heap[at], heap[child]] = [heap[child] as typeof entry, heap[at] as typeof entry];
        at = child;
      }
    }
  }
  return heap.sort((a, b) => (isWorse(a, b) ? 1 : -1));
}
