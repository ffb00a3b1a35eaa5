import { authorize } from "@/server/platform/authorize";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { inverseDocumentFrequency } from "./bm25";
import type { SearchFilters } from "./catalogue";
import { readDictionary } from "./dictionary";
import { embedQuery } from "./embed-query";
import type { Language } from "./language";
import { findIndexState, readLengths } from "./read-index";
import { type Candidate, type Retrieval, retrieve } from "./retrieve";

export interface CandidatesInput {
  text: string;
  filters?: SearchFilters | undefined;
  /** How many of each kind, by words and by vector, are ranked: 60 is fast, 100 is thorough. */
  depth?: number | undefined;
  /** At most this many come back. */
  limit?: number | undefined;
}

export interface Candidates {
  /** Best first, with each part of the ranking formula in `features` and the stored tokens in `lines`. */
  candidates: Candidate[];
  language: Language;
  /** The words of the question with their idf in this workspace; words that it does not have weigh most. */
  words: { word: string; stems: string[]; idf: number }[];
  /** idf of any stem in this workspace. */
  idfOf: (stem: string) => number;
  engine: Retrieval["engine"];
}

/** The passages from which an answer can be composed, among what the person may see. Throws ForbiddenError. */
export async function candidates(ctx: WorkspaceContext, input: CandidatesInput): Promise<Candidates> {
  authorize(ctx, "search:read");
  const embedded = await embedQuery(ctx, input.text);
  const found = await inWorkspace(ctx, (tx) =>
    retrieve(tx, ctx, { text: input.text, filters: input.filters, depth: input.depth ?? 60, embedded }),
  );
  if (!found) {
    return {
      candidates: [],
      language: "en",
      words: [],
      idfOf: () => 0,
      engine: { vectors: "none", vectorShare: 0, wordMs: 0, totalMs: 0 },
    };
  }
  return {
    candidates: found.candidates.slice(0, input.limit ?? 100),
    language: found.query.language,
    words: found.query.words.map((word, index) => ({ ...word, idf: found.idf[index] ?? 0 })),
    idfOf: found.idfOf,
    engine: found.engine,
  };
}

/** idf of stems (tokens.ts) in this workspace; a stem that it does not have weighs most. Empty before anything is indexed. */
export async function idf(ctx: WorkspaceContext, stems: readonly string[]): Promise<Map<string, number>> {
  authorize(ctx, "search:read");
  return inWorkspace(ctx, async (tx) => {
    const state = await findIndexState(tx, ctx);
    if (!state) return new Map<string, number>();
    const [lengths, dictionary] = [await readLengths(tx, ctx, state), await readDictionary(tx, ctx, state)];
    return new Map(
      stems.map((stem) => [stem, inverseDocumentFrequency(dictionary.frequencies.get(stem) ?? 0, lengths.liveCount)]),
    );
  });
}
