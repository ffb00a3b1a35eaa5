import type { Tx } from "@/drizzle/client";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { inverseDocumentFrequency } from "./bm25";
import { type Catalogue, readCatalogue, type SearchFilters } from "./catalogue";
import { type Dictionary, readDictionary } from "./dictionary";
import type { ParsedQuery } from "./query";
import { foldQuery, PROVIDER_SHARE, type QueryVector, readTermVectors, type TermVectors } from "./query-vector";
import { type CandidateRow, readCandidates } from "./read-candidates";
import { findIndexState, type IndexState, type Lengths, readBlocks, readLengths } from "./read-index";
import { correctUnknown, dropUnseenCorrections } from "./spelling";
import { vectorCandidates } from "./vector-candidates";
import { hasFilter, visibility } from "./visibility";
import { type WordCandidates, wordCandidates } from "./word-candidates";

/** What every query of a person needs of the workspace's index; most of it is kept in memory. */
export interface SearchedIndex {
  state: IndexState;
  lengths: Lengths;
  catalogue: Catalogue;
  dictionary: Dictionary;
}

export async function readIndex(tx: Tx, ctx: WorkspaceContext): Promise<SearchedIndex | null> {
  const state = await findIndexState(tx, ctx);
  if (!state || state.liveChunks === 0) return null;
  const lengths = await readLengths(tx, ctx, state);
  const catalogue = await readCatalogue(tx, ctx, state);
  const dictionary = await readDictionary(tx, ctx, state);
  return { state, lengths, catalogue, dictionary };
}

export interface CandidateSearch {
  filters: SearchFilters;
  /** Candidates of each kind. */
  depth: number;
  /** Word candidates to weigh: at least `depth`. */
  wordLimit: number;
  embedded: { model: string; version: number; vector: Float32Array } | null;
  withText: boolean;
}

export interface FoundCandidates {
  /** Words that the workspace does not have, by index into `query.words`, with the stems tried instead. */
  corrected: ReadonlyMap<number, string[]>;
  vector: PlacedVector | null;
  words: WordCandidates;
  /** Waiting for the words' blocks and weighing them. */
  wordMs: number;
  /** The best by words and the nearest by vectors, each once, by number. */
  rows: CandidateRow[];
}

/** The chunks that words and vectors find for a query, only what the person may see and the filters let through. */
export async function findCandidates(
  tx: Tx,
  ctx: WorkspaceContext,
  index: SearchedIndex,
  query: ParsedQuery,
  search: CandidateSearch,
): Promise<FoundCandidates> {
  const { state, lengths, catalogue } = index;
  const { filters, depth } = search;
  const isVisible = visibility(catalogue, lengths, filters);
  const startedAt = performance.now();
  const corrected = correctUnknown(query, index.dictionary);
  const stems = [...new Set(query.words.flatMap((word) => word.stems))];
  // Both travel together; only the blocks are what words have to wait for.
  const [{ blocks, blocksMs }, known] = await Promise.all([
    readBlocks(tx, ctx, stems).then((blocks) => ({ blocks, blocksMs: performance.now() - startedAt })),
    readTermVectors(tx, ctx, state.model, stems),
  ]);
  dropUnseenCorrections(query, corrected, blocks, catalogue);

  const vector = placeQuery(state, query, known, lengths, search);
  const isFiltered = hasFilter(filters);
  const scanning = vector
    ? vectorCandidates(tx, ctx, { ...vector, state, lengths, isVisible, isFiltered, depth })
    : Promise.resolve([]);
  // The database compares vectors while the words are weighed here, and goes on to what the words have found.
  const weighing = afterSending().then(() => {
    const weighedAt = performance.now();
    const words = wordCandidates(query, { state, lengths, blocks, isVisible, limit: search.wordLimit });
    return { words, byWords: words.best.slice(0, depth), weighedMs: performance.now() - weighedAt };
  });
  const read = (numbers: readonly number[]) => readCandidates(tx, ctx, numbers, vector, search);
  const [{ words, weighedMs }, ...rows] = await Promise.all([
    weighing,
    weighing.then(({ byWords }) => read(byWords)),
    Promise.all([scanning, weighing]).then(([nearest, { byWords }]) => read(without(nearest, byWords))),
  ]);
  return {
    corrected,
    vector,
    words,
    wordMs: blocksMs + weighedMs,
    // In one order, whoever found them: equal sums are told apart by it.
    rows: rows.flat().sort((a, b) => a.number - b.number),
  };
}

/** The next turn, when what was asked of the database is on its way: what is computed from then on costs it no waiting. */
const afterSending = () => new Promise<void>((resolve) => setImmediate(resolve));

function without(numbers: readonly number[], taken: readonly number[]): number[] {
  const known = new Set(taken);
  return numbers.filter((number) => !known.has(number));
}

type PlacedVector = QueryVector & { model: NonNullable<IndexState["model"]> };

function placeQuery(
  state: IndexState,
  query: ParsedQuery,
  known: TermVectors,
  lengths: Lengths,
  { embedded }: CandidateSearch,
): PlacedVector | null {
  const { model } = state;
  if (!model) return null;
  if (model.kind === "learned") {
    const unknownIdf = inverseDocumentFrequency(0, lengths.liveCount);
    const folded = foldQuery(query.words, known, model.dimensions, unknownIdf);
    return folded && { ...folded, model };
  }
  if (!embedded || embedded.model !== model.name || embedded.version !== model.version) return null;
  return { unit: embedded.vector, share: PROVIDER_SHARE, model };
}
