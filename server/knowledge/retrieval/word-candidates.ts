import { inverseDocumentFrequency, scoreBlocks, takeBest } from "./bm25";
import { eachPosting } from "./postings";
import type { ParsedQuery } from "./query";
import type { IndexState, Lengths, TermBlock } from "./read-index";

/** Blocks of one query are read up to this many postings; rarer words first, so that only the commonest are left out. */
const MAX_POSTINGS = 700_000;

export interface WordSearch {
  state: IndexState;
  lengths: Lengths;
  /** By stem. */
  blocks: ReadonlyMap<string, readonly TermBlock[]>;
  isVisible: (number: number) => boolean;
  limit: number;
}

export interface WordCandidates {
  /** idf of `query.words`; unknown words have the highest. */
  idf: number[];
  /** BM25 by chunk number, 0 where no word matches. */
  scores: Float32Array;
  /** Chunk numbers with a word of the query, visible and let through by the filters. */
  matched: number[];
  /** The `limit` best of them, best first. */
  best: number[];
}

/** The chunks that hold words of the query, weighed by BM25. */
export function wordCandidates(query: ParsedQuery, search: WordSearch): WordCandidates {
  const { state, lengths, blocks } = search;
  const idf = query.words.map((word) => wordIdf(word.stems, blocks, lengths, state));
  const { scores, touched } = scoreBlocks(chooseBlocks(query, idf, blocks), lengths.lengths, lengths.averageLength);
  const matched = touched.filter(search.isVisible);
  const best = takeBest(matched, (number) => scores[number] as number, search.limit).map((entry) => entry.number);
  return { idf, scores, matched, best };
}

function wordIdf(stems: readonly string[], blocks: WordSearch["blocks"], lengths: Lengths, state: IndexState): number {
  let frequency = 0;
  for (const stem of stems) {
    for (const block of blocks.get(stem) ?? []) {
      if (state.deadChunks === 0) frequency += block.count;
      else eachPosting(block, (number) => (frequency += lengths.lengths[number] ? 1 : 0));
    }
  }
  return inverseDocumentFrequency(Math.min(frequency, lengths.liveCount), lengths.liveCount);
}

function chooseBlocks(query: ParsedQuery, idf: readonly number[], blocks: WordSearch["blocks"]) {
  const terms = query.words
    .flatMap((word, index) => word.stems.map((stem) => ({ idf: idf[index] as number, blocks: blocks.get(stem) ?? [] })))
    .sort((a, b) => b.idf - a.idf);
  let postings = 0;
  return terms.filter((term) => {
    const count = term.blocks.reduce((sum, block) => sum + block.count, 0);
    if (postings > 0 && postings + count > MAX_POSTINGS) return false;
    postings += count;
    return true;
  });
}
