import type { Tx } from "@/drizzle/client";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { inverseDocumentFrequency, scoreBlocks, takeBest } from "./bm25";
import { type Catalogue, readCatalogue, type SearchFilters } from "./catalogue";
import { readDictionary } from "./dictionary";
import { eachPosting } from "./postings";
import { type ParsedQuery, parseQuery } from "./query";
import { foldQuery, PROVIDER_SHARE, type QueryVector } from "./query-vector";
import { type RankedFeatures, rankCandidates } from "./rank";
import { type CandidateRow, readCandidates } from "./read-candidates";
import { findIndexState, type IndexState, type Lengths, readBlocks, readLengths, type TermBlock } from "./read-index";
import { correctUnknown, dropUnseenCorrections } from "./spelling";
import { vectorCandidates } from "./vector-candidates";
import { hasFilter, visibility } from "./visibility";

export interface Candidate extends Omit<CandidateRow, "cosine"> {
  /** Each part of the formula, and their sum `score`. */
  features: RankedFeatures;
}

export interface Retrieval {
  state: IndexState;
  catalogue: Catalogue;
  lengths: Lengths;
  query: ParsedQuery;
  /** idf of `query.words` by what the person may see of the workspace's words; unknown words have the highest. */
  idf: number[];
  idfOf: (stem: string) => number;
  /** Words that the workspace does not have, by index into `query.words`, with the stems tried instead. */
  corrected: ReadonlyMap<number, string[]>;
  /** Best first. */
  candidates: Candidate[];
  /** Chunk numbers with a word of the query, visible and let through by the filters. */
  matched: number[];
  /** Word candidates after the ranked ones, by BM25 only. */
  tail: number[];
  engine: { vectors: "none" | "learned" | "provider"; vectorShare: number; wordMs: number; totalMs: number };
}

export interface RetrieveInput {
  text: string;
  filters?: SearchFilters | undefined;
  /** Candidates of each kind (words, vectors) that are ranked. */
  depth?: number;
  /** Word candidates to name beyond those. */
  tail?: number;
  /** The query's vector in the provider's space, made before the transaction began. */
  embedded?: { model: string; version: number; vector: Float32Array } | null;
  /** False where only the places of the chunks are wanted. */
  withText?: boolean;
}

export const RANK_DEPTH = 60;
/** Blocks of one query are read up to this many postings; rarer words first, so that only the commonest are left out. */
const MAX_POSTINGS = 700_000;

/** Word and vector candidates of the workspace, only what the person may see, ranked by the formula of rank.ts. */
export async function retrieve(tx: Tx, ctx: WorkspaceContext, input: RetrieveInput): Promise<Retrieval | null> {
  const startedAt = performance.now();
  const state = await findIndexState(tx, ctx);
  if (!state || state.liveChunks === 0) return null;
  const depth = input.depth ?? RANK_DEPTH;
  const lengths = await readLengths(tx, ctx, state);
  const catalogue = await readCatalogue(tx, ctx, state);
  const dictionary = await readDictionary(tx, ctx, state);
  const isVisible = visibility(catalogue, lengths, input.filters ?? {});

  const query = parseQuery(input.text, lengths.present);
  const wordStartedAt = performance.now();
  const corrected = correctUnknown(query, dictionary);
  const blocks = await readBlocks(tx, ctx, [...new Set(query.words.flatMap((word) => word.stems))]);
  dropUnseenCorrections(query, corrected, blocks, catalogue);
  const unknownIdf = inverseDocumentFrequency(0, lengths.liveCount);
  const idf = query.words.map((word) => wordIdf(word.stems, blocks, lengths, state));
  const { scores, touched } = scoreBlocks(chooseBlocks(query, idf, blocks), lengths.lengths, lengths.averageLength);
  const matched = touched.filter(isVisible);
  const byWords = takeBest(matched, (number) => scores[number] as number, Math.max(depth, input.tail ?? 0));
  const wordMs = performance.now() - wordStartedAt;

  const vector = await queryVector(tx, ctx, state, query, unknownIdf, input);
  const byVector =
    vector && state.model
      ? await vectorCandidates(tx, ctx, {
          state,
          model: state.model,
          unit: vector.unit,
          lengths,
          isVisible,
          isFiltered: hasFilter(input.filters ?? {}),
          depth,
        })
      : [];
  const numbers = [...new Set([...byWords.slice(0, depth).map((entry) => entry.number), ...byVector])];
  const rows = await readCandidates(
    tx,
    ctx,
    numbers,
    vector && state.model ? { model: state.model, unit: vector.unit } : null,
    { withText: input.withText ?? true },
  );
  const idfOf = (stem: string) => inverseDocumentFrequency(dictionary.frequencies.get(stem) ?? 1, lengths.liveCount);
  const features = rankCandidates(
    query,
    rows.map((row) => ({ bm25: scores[row.number] ?? 0, cosine: row.cosine, tokens: row.tokens })),
    { idf, vectorShare: vector?.share ?? 0, idfOf, averageLength: lengths.averageLength },
  );
  const candidates = rows
    .map(({ cosine: _, ...row }, index) => ({ ...row, features: features[index] as RankedFeatures }))
    .sort((a, b) => b.features.score - a.features.score || a.number - b.number);
  const ranked = new Set(numbers);
  return {
    state,
    catalogue,
    lengths,
    query,
    idf,
    idfOf,
    corrected,
    candidates,
    matched,
    tail: byWords.map((entry) => entry.number).filter((number) => !ranked.has(number)),
    engine: {
      vectors: vector ? (state.model?.kind ?? "none") : "none",
      vectorShare: vector?.share ?? 0,
      wordMs,
      totalMs: performance.now() - startedAt,
    },
  };
}

function wordIdf(
  stems: readonly string[],
  blocks: Map<string, TermBlock[]>,
  lengths: Lengths,
  state: IndexState,
): number {
  let frequency = 0;
  for (const stem of stems) {
    for (const block of blocks.get(stem) ?? []) {
      if (state.deadChunks === 0) frequency += block.count;
      else eachPosting(block, (number) => (frequency += lengths.lengths[number] ? 1 : 0));
    }
  }
  return inverseDocumentFrequency(Math.min(frequency, lengths.liveCount), lengths.liveCount);
}

function chooseBlocks(query: ParsedQuery, idf: readonly number[], blocks: Map<string, TermBlock[]>) {
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

async function queryVector(
  tx: Tx,
  ctx: WorkspaceContext,
  state: IndexState,
  query: ParsedQuery,
  unknownIdf: number,
  input: RetrieveInput,
): Promise<QueryVector | null> {
  if (!state.model) return null;
  if (state.model.kind === "learned") return foldQuery(tx, ctx, state.model, query.words, unknownIdf);
  const { embedded } = input;
  if (!embedded || embedded.model !== state.model.name || embedded.version !== state.model.version) return null;
  return { unit: embedded.vector, share: PROVIDER_SHARE };
}
