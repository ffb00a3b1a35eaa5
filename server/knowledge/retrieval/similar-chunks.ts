import { and, eq, sql } from "drizzle-orm";
import { chunks } from "@/drizzle/schema";
import { authorize } from "@/server/platform/authorize";
import { NotFoundError } from "@/server/platform/errors";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { inverseDocumentFrequency, scoreBlocks, takeBest, termWeight } from "./bm25";
import { documentOfChunk, readCatalogue, type SearchFilters } from "./catalogue";
import { readDictionary } from "./dictionary";
import { readCandidates } from "./read-candidates";
import { findIndexState, readBlocks, readLengths } from "./read-index";
import type { SearchResult } from "./search";
import { countTerms, decodeTokens } from "./stored-tokens";
import { vectorCandidates } from "./vector-candidates";
import { hasFilter, visibility } from "./visibility";

/** The words that tell a chunk from others; more of them cost time and change little. */
const TERMS = 24;
const DEPTH = 60;

/** Chunks that are most like one chunk, by its weightiest words and its vector. Throws NotFoundError, ForbiddenError. */
export async function similarChunks(
  ctx: WorkspaceContext,
  chunkId: string,
  options: { limit?: number; filters?: SearchFilters } = {},
): Promise<SearchResult[]> {
  authorize(ctx, "search:read");
  const filters = options.filters ?? {};
  return inWorkspace(ctx, async (tx) => {
    const [chunk] = await tx
      .select()
      .from(chunks)
      .where(and(eq(chunks.workspaceId, ctx.workspace.id), eq(chunks.id, chunkId)));
    const state = await findIndexState(tx, ctx);
    if (!chunk || !state) throw new NotFoundError("passage");
    const lengths = await readLengths(tx, ctx, state);
    const catalogue = await readCatalogue(tx, ctx, state);
    const dictionary = await readDictionary(tx, ctx, state);
    const isShown = visibility(catalogue, lengths, filters);
    const isVisible = (number: number) => number !== chunk.number && isShown(number);

    const { counts, length } = countTerms(decodeTokens(chunk.tokens));
    const terms = [...counts]
      .map(([term, count]) => {
        const idf = inverseDocumentFrequency(dictionary.frequencies.get(term) ?? 1, lengths.liveCount);
        return { term, idf, weight: idf * termWeight(count.title, count.body, length, lengths.averageLength) };
      })
      .sort((a, b) => b.weight - a.weight)
      .slice(0, TERMS);
    const blocks = await readBlocks(
      tx,
      ctx,
      terms.map(({ term }) => term),
    );
    const { scores, touched } = scoreBlocks(
      terms.map(({ term, idf }) => ({ idf, blocks: blocks.get(term) ?? [] })),
      lengths.lengths,
      lengths.averageLength,
    );
    const numbers = takeBest(touched.filter(isVisible), (number) => scores[number] as number, DEPTH).map(
      (entry) => entry.number,
    );

    const { model } = state;
    const [own] = model
      ? await tx.execute<{ embedding: string }>(sql`
          select embedding::text from chunk_vectors
          where workspace_id = ${ctx.workspace.id}::uuid and model_id = ${model.id}::uuid and number = ${chunk.number}::int`)
      : [];
    const unit = own ? Float32Array.from(JSON.parse(own.embedding) as number[]) : null;
    if (model && unit) {
      const isFiltered = hasFilter(filters);
      numbers.push(
        ...(await vectorCandidates(tx, ctx, { state, model, unit, lengths, isVisible, isFiltered, depth: DEPTH })),
      );
    }
    const rows = await readCandidates(tx, ctx, [...new Set(numbers)], model && unit ? { model, unit } : null);
    const best = Math.max(...rows.map((row) => scores[row.number] ?? 0), 0) || 1;
    return rows
      .map(({ tokens: _tokens, language: _language, cosine, number, ...row }) => ({
        ...row,
        ...documentOfChunk(catalogue, { number, title: row.title }),
        highlights: [],
        score: (scores[number] ?? 0) / best + cosine,
      }))
      .sort((a, b) => b.score - a.score || (a.chunkId < b.chunkId ? -1 : 1))
      .slice(0, options.limit ?? 10);
  });
}
