import type { Tx } from "@/drizzle/client";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { inverseDocumentFrequency } from "./bm25";
import type { Catalogue, SearchFilters } from "./catalogue";
import { findCandidates, readIndex } from "./find-candidates";
import { type ParsedQuery, parseQuery } from "./query";
import { type RankedFeatures, rankCandidates } from "./rank";
import type { CandidateRow } from "./read-candidates";
import type { IndexState, Lengths } from "./read-index";

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

/** Word and vector candidates of the workspace, only what the person may see, ranked by the formula of rank.ts. */
export async function retrieve(tx: Tx, ctx: WorkspaceContext, input: RetrieveInput): Promise<Retrieval | null> {
  const startedAt = performance.now();
  const index = await readIndex(tx, ctx);
  if (!index) return null;
  const { state, catalogue, lengths, dictionary } = index;
  const depth = input.depth ?? RANK_DEPTH;
  const query = parseQuery(input.text, lengths.present);
  const { corrected, vector, words, wordMs, rows } = await findCandidates(tx, ctx, index, query, {
    filters: input.filters ?? {},
    depth,
    wordLimit: Math.max(depth, input.tail ?? 0),
    embedded: input.embedded ?? null,
    withText: input.withText ?? true,
  });
  const idfOf = (stem: string) => inverseDocumentFrequency(dictionary.frequencies.get(stem) ?? 1, lengths.liveCount);
  const vectorShare = vector?.share ?? 0;
  const features = rankCandidates(
    query,
    rows.map((row) => ({ bm25: words.scores[row.number] ?? 0, cosine: row.cosine, tokens: row.tokens })),
    { idf: words.idf, vectorShare, idfOf, averageLength: lengths.averageLength },
  );
  const candidates = rows
    .map(({ cosine: _, ...row }, place) => ({ ...row, features: features[place] as RankedFeatures }))
    .sort((a, b) => b.features.score - a.features.score || a.number - b.number);
  const ranked = new Set(rows.map((row) => row.number));
  return {
    state,
    catalogue,
    lengths,
    query,
    idf: words.idf,
    idfOf,
    corrected,
    candidates,
    matched: words.matched,
    tail: words.best.slice(depth).filter((number) => !ranked.has(number)),
    engine: { vectors: vector?.model.kind ?? "none", vectorShare, wordMs, totalMs: performance.now() - startedAt },
  };
}
