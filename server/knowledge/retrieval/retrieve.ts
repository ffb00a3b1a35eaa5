import { sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { inverseDocumentFrequency, scoreBlocks, takeBest } from "./bm25";
import { type Catalogue, filterDocuments, readCatalogue, type SearchFilters } from "./catalogue";
import { type Dictionary, readDictionary, similarTerms } from "./dictionary";
import type { Language } from "./language";
import { languageCode } from "./languages-packed";
import { eachPosting } from "./postings";
import { type ParsedQuery, parseQuery } from "./query";
import { foldQuery, PROVIDER_SHARE, type QueryVector } from "./query-vector";
import { type RankedFeatures, rankCandidates } from "./rank";
import { findIndexState, type IndexState, type Lengths, readBlocks, readLengths, type TermBlock } from "./read-index";
import { decodeTokens, type TokenLine } from "./stored-tokens";
import { nearestChunks, vectorLiteral } from "./vectors";

export interface Candidate {
  number: number;
  chunkId: string;
  documentId: string;
  snapshotId: string;
  renditionId: string;
  title: string;
  headingPath: string[];
  language: Language;
  page: number | null;
  start: number;
  end: number;
  text: string;
  lines: TokenLine[];
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
}

export const RANK_DEPTH = 60;
/** Blocks of one query are read up to this many postings; rarer words first, so that only the commonest are left out. */
const MAX_POSTINGS = 700_000;
/** Up to this share of the workspace a filter is handed to the vector scan as numbers; above it, the scan is filtered afterwards. */
const FEW_CHUNKS = 20_000;

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
  const corrected = correct(query, dictionary);
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
      ? await vectorCandidates(tx, ctx, state, state.model, vector, lengths, isVisible, hasFilter(input), depth)
      : [];
  const numbers = [...new Set([...byWords.slice(0, depth).map((entry) => entry.number), ...byVector])];
  const rows = await readCandidates(
    tx,
    ctx,
    numbers,
    vector && state.model ? { model: state.model, unit: vector.unit } : null,
  );
  const idfOf = (stem: string) => inverseDocumentFrequency(dictionary.frequencies.get(stem) ?? 1, lengths.liveCount);
  const features = rankCandidates(
    query,
    rows.map((row) => ({ bm25: scores[row.number] ?? 0, cosine: row.cosine, lines: row.lines })),
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

function hasFilter(input: RetrieveInput): boolean {
  return Object.values(input.filters ?? {}).some((value) =>
    Array.isArray(value) ? value.length > 0 : value !== undefined,
  );
}

/** What the person may see and the filters let through, decided per chunk number before anything is ranked. */
function visibility(catalogue: Catalogue, lengths: Lengths, filters: SearchFilters): (number: number) => boolean {
  const passed = filterDocuments(catalogue, filters);
  const codes = filters.languages?.length ? new Set(filters.languages.map(languageCode)) : null;
  return (number) => {
    const document = catalogue.documentOf[number] ?? -1;
    if (document < 0 || lengths.lengths[number] === 0) return false;
    if (passed && passed[document] === 0) return false;
    return codes === null || codes.has(lengths.languages[number] as number);
  };
}

/** Gives words that the workspace does not have the stems of words that are a typo away. */
function correct(query: ParsedQuery, dictionary: Dictionary): Map<number, string[]> {
  const corrected = new Map<number, string[]>();
  for (const [index, word] of query.words.entries()) {
    if (word.stems.some((stem) => dictionary.frequencies.has(stem))) continue;
    const similar = similarTerms(dictionary, word.stems[0] as string);
    if (similar.length === 0) continue;
    corrected.set(index, similar);
    word.stems.push(...similar);
  }
  return corrected;
}

/** A word that stands only in what the person may not see is not offered: its existence would be told by it. */
function dropUnseenCorrections(
  query: ParsedQuery,
  corrected: Map<number, string[]>,
  blocks: Map<string, TermBlock[]>,
  catalogue: Catalogue,
): void {
  const KEPT = 3;
  for (const [index, terms] of corrected) {
    const seen = terms.filter((term) => {
      let isSeen = false;
      for (const block of blocks.get(term) ?? [])
        eachPosting(block, (number) => (isSeen ||= (catalogue.documentOf[number] ?? -1) >= 0));
      return isSeen;
    });
    const kept = seen.slice(0, KEPT);
    const word = query.words[index];
    if (word) word.stems = word.stems.filter((stem) => !terms.includes(stem) || kept.includes(stem));
    if (kept.length > 0) corrected.set(index, kept);
    else corrected.delete(index);
  }
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

async function vectorCandidates(
  tx: Tx,
  ctx: WorkspaceContext,
  state: IndexState,
  model: NonNullable<IndexState["model"]>,
  vector: QueryVector,
  lengths: Lengths,
  isVisible: (number: number) => boolean,
  isFiltered: boolean,
  depth: number,
): Promise<number[]> {
  const search = { modelId: model.id, dimensions: model.dimensions, query: vector.unit, size: state.liveChunks };
  if (isFiltered) {
    const among: number[] = [];
    for (let number = 0; number < lengths.lengths.length && among.length <= FEW_CHUNKS; number++)
      if (isVisible(number)) among.push(number);
    if (among.length === 0) return [];
    if (among.length <= FEW_CHUNKS) {
      return (await nearestChunks(tx, ctx, { ...search, among, limit: depth })).map((entry) => entry.number);
    }
  }
  // What the person may not see would take places: ask for more until enough is left, or all has been seen.
  for (let limit = depth; ; limit *= 4) {
    const nearest = await nearestChunks(tx, ctx, { ...search, limit });
    const visible = nearest.filter((entry) => isVisible(entry.number));
    if (visible.length >= depth || nearest.length < limit) return visible.slice(0, depth).map((entry) => entry.number);
  }
}

type CandidateRow = Omit<Candidate, "features"> & { cosine: number };

/** Texts and stored tokens of the candidates, under row-level security, with their exact cosine. */
export async function readCandidates(
  tx: Tx,
  ctx: WorkspaceContext,
  numbers: readonly number[],
  vector: { model: NonNullable<IndexState["model"]>; unit: Float32Array } | null,
): Promise<CandidateRow[]> {
  if (numbers.length === 0) return [];
  const workspaceId = ctx.workspace.id;
  const dimensions = sql.raw(String(Math.trunc(vector?.model.dimensions ?? 1)));
  const cosine = vector
    ? sql`coalesce((select -(v.embedding::vector(${dimensions}) <#> ${vectorLiteral(vector.unit)}::vector(${dimensions}))
        from chunk_vectors v where v.workspace_id = c.workspace_id and v.model_id = ${vector.model.id}::uuid and v.number = c.number), 0)`
    : sql`0::float8`;
  const rows = await tx.execute<{
    number: number;
    id: string;
    document_id: string;
    snapshot_id: string;
    rendition_id: string;
    title: string;
    heading_path: string[];
    language: Language;
    page: number | null;
    start_offset: number;
    end_offset: number;
    text: string;
    tokens: string;
    cosine: number;
  }>(sql`
    select c.number, c.id, c.document_id, c.snapshot_id, c.rendition_id, c.title, c.heading_path, c.language, c.page,
      c.start_offset, c.end_offset, c.text, c.tokens, ${cosine} as cosine
    from chunks c where c.workspace_id = ${workspaceId}::uuid and c.number in (${sql.join(
      numbers.map((number) => sql`${number}`),
      sql`, `,
    )})`);
  return rows.map((row) => ({
    number: row.number,
    chunkId: row.id,
    documentId: row.document_id,
    snapshotId: row.snapshot_id,
    renditionId: row.rendition_id,
    title: row.title,
    headingPath: row.heading_path,
    language: row.language,
    page: row.page,
    start: row.start_offset,
    end: row.end_offset,
    text: row.text,
    lines: decodeTokens(row.tokens),
    cosine: row.cosine,
  }));
}
