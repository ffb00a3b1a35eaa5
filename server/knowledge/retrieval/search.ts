import { authorize } from "@/server/platform/authorize";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { documentOfChunk, type SearchFilters } from "./catalogue";
import { embedQuery } from "./embed-query";
import { highlight } from "./highlight";
import { languageOf } from "./languages-packed";
import { readCandidates } from "./read-candidates";
import { type Candidate, RANK_DEPTH, type Retrieval, retrieve } from "./retrieve";
import { decodeTokens } from "./stored-tokens";

export interface SearchInput {
  text: string;
  limit?: number | undefined;
  offset?: number | undefined;
  filters?: SearchFilters | undefined;
}

export interface SearchResult {
  documentId: string;
  chunkId: string;
  snapshotId: string;
  renditionId: string;
  title: string;
  /** Where the document lies in its collection. */
  path: string;
  collectionId: string | null;
  headingPath: string[];
  page: number | null;
  /** UTF-16 offsets of the chunk in its rendition. */
  start: number;
  end: number;
  text: string;
  /** UTF-16 offsets in `text`. */
  highlights: { start: number; end: number }[];
  score: number;
}

/** How many documents hold a match, by value; the fullest first. */
export interface Facet {
  value: string;
  documents: number;
}

export interface SearchAnswer {
  results: SearchResult[];
  facets: { collections: Facet[]; kinds: Facet[]; tags: Facet[]; languages: Facet[] };
  /** Chunks that match by their words, or as many as were found by meaning when there are more of these. */
  total: number;
  /** The query with its unknown words corrected, as words stand in documents that the person sees. */
  suggestion?: string;
  engine: Retrieval["engine"];
}

const MAX_LIMIT = 200;
const noEngine: Retrieval["engine"] = { vectors: "none", vectorShare: 0, wordMs: 0, totalMs: 0 };

/** Finds chunks for a search or a question among what the person may see. Throws ForbiddenError. */
export async function search(ctx: WorkspaceContext, input: SearchInput): Promise<SearchAnswer> {
  authorize(ctx, "search:read");
  const limit = Math.min(Math.max(1, input.limit ?? 10), MAX_LIMIT);
  const offset = Math.max(0, input.offset ?? 0);
  const embedded = await embedQuery(ctx, input.text);
  return inWorkspace(ctx, async (tx) => {
    const found = await retrieve(tx, ctx, {
      text: input.text,
      filters: input.filters,
      depth: RANK_DEPTH,
      tail: offset + limit,
      embedded,
    });
    if (!found)
      return {
        results: [],
        facets: { collections: [], kinds: [], tags: [], languages: [] },
        total: 0,
        engine: noEngine,
      };
    const page: Omit<Candidate, "features">[] = found.candidates.slice(offset, offset + limit);
    const scores = new Map(found.candidates.map((candidate) => [candidate.number, candidate.features.score]));
    // Past the ranked candidates the order is that of BM25, below the last ranked score.
    const missing = found.tail.slice(
      Math.max(0, offset - found.candidates.length),
      Math.max(0, offset + limit - found.candidates.length),
    );
    if (missing.length > 0) {
      const floor = found.candidates.at(-1)?.features.score ?? 0;
      const rows = new Map((await readCandidates(tx, ctx, missing, null)).map((row) => [row.number, row]));
      for (const [rank, number] of missing.entries()) {
        const row = rows.get(number);
        if (!row) continue;
        page.push(row);
        scores.set(number, floor - (rank + 1) * 1e-6);
      }
    }
    const suggestion = suggest(found);
    return {
      results: page.map((candidate) => ({
        documentId: candidate.documentId,
        chunkId: candidate.chunkId,
        snapshotId: candidate.snapshotId,
        renditionId: candidate.renditionId,
        ...documentOfChunk(found.catalogue, candidate),
        headingPath: candidate.headingPath,
        page: candidate.page,
        start: candidate.start,
        end: candidate.end,
        text: candidate.text,
        highlights: highlight(candidate.text, candidate.language, found.query),
        score: scores.get(candidate.number) ?? 0,
      })),
      facets: countFacets(found),
      total: Math.max(found.matched.length, found.candidates.length),
      ...(suggestion ? { suggestion } : {}),
      engine: found.engine,
    };
  });
}

function countFacets(found: Retrieval): SearchAnswer["facets"] {
  const { catalogue, lengths } = found;
  // One mark per document and language: matches can be tens of thousands, documents and languages are few.
  const marks = new Uint16Array(catalogue.documents.length);
  for (const number of found.matched) {
    const document = catalogue.documentOf[number] as number;
    marks[document] = (marks[document] as number) | (1 << (lengths.languages[number] as number));
  }
  const collections = new Map<string, number>();
  const kinds = new Map<string, number>();
  const tags = new Map<string, number>();
  const count = (facet: Map<string, number>, value: string) => facet.set(value, (facet.get(value) ?? 0) + 1);
  const languageCounts = new Map<string, number>();
  for (const [index, document] of catalogue.documents.entries()) {
    const mark = marks[index] as number;
    if (mark === 0) continue;
    for (let code = 0; code < 16; code++) if (mark & (1 << code)) count(languageCounts, languageOf(code));
    count(collections, document.collectionId);
    if (document.kind) count(kinds, document.kind);
    for (const tag of new Set(document.tags)) count(tags, tag);
  }
  const list = (facet: Iterable<[string, number]>) =>
    [...facet]
      .map(([value, documents]) => ({ value, documents }))
      .sort((a, b) => b.documents - a.documents || (a.value < b.value ? -1 : 1));
  return {
    collections: list(collections),
    kinds: list(kinds),
    tags: list(tags),
    languages: list(languageCounts),
  };
}

/** The words of the best visible candidates stand in for the stems that were tried instead of unknown ones. */
function suggest(found: Retrieval): string | null {
  let text = found.query.text;
  let isCorrected = false;
  for (const [index, stems] of found.corrected) {
    const asked = found.query.words[index]?.word;
    const written = stems.map((stem) => writtenAs(found.candidates, stem)).find((word) => word !== null);
    if (!asked || !written) continue;
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${asked.replace(/[^\p{L}\p{N}]/gu, "")}(?![\\p{L}\\p{N}])`, "iu");
    if (!pattern.test(text)) continue;
    text = text.replace(pattern, () => written);
    isCorrected = true;
  }
  return isCorrected ? text : null;
}

function writtenAs(candidates: readonly Candidate[], stem: string): string | null {
  for (const candidate of candidates) {
    for (const line of decodeTokens(candidate.tokens)) {
      const at = line.stems.indexOf(stem);
      if (at >= 0) return line.words[at] ?? null;
    }
  }
  return null;
}
