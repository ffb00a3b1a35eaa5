import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { embeddingModels } from "@/drizzle/schema";
import type { EmbeddingModel } from "@/drizzle/schema/embedding-models";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { foldChunk } from "./learned/fold-chunk";
import { countTerms, decodeTokens } from "./stored-tokens";
import { vectorLiteral, vectorOfBytes } from "./vectors";

const INSERT_BATCH = 500;
const TERM_BATCH = 5_000;

export interface ChunkVector {
  number: number;
  vector: Float32Array;
}

/** Writes vectors of one space; a chunk that has one already keeps it, so a step may run twice. */
export async function insertVectors(
  tx: Tx,
  ctx: WorkspaceContext,
  model: EmbeddingModel,
  rows: readonly ChunkVector[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += INSERT_BATCH) {
    const part = rows.slice(at, at + INSERT_BATCH).map((row) => ({ n: row.number, v: vectorLiteral(row.vector) }));
    await tx.execute(sql`
      insert into chunk_vectors (workspace_id, model_id, number, dimensions, embedding)
      select ${ctx.workspace.id}::uuid, ${model.id}::uuid, r.n, ${model.dimensions}::int, r.v::vector
      from jsonb_to_recordset(${JSON.stringify(part)}::jsonb) as r(n int, v text)
      on conflict do nothing`);
  }
}

/** The vectors of chunks in a learned space. A chunk none of whose words the space knows has none. */
export async function vectorsOf(
  tx: Tx,
  ctx: WorkspaceContext,
  model: EmbeddingModel,
  chunks: readonly { number: number; tokens: string }[],
): Promise<ChunkVector[]> {
  const counted = chunks.map((chunk) => ({ number: chunk.number, ...countTerms(decodeTokens(chunk.tokens)) }));
  const terms = new Set<string>();
  for (const { counts } of counted) for (const term of counts.keys()) terms.add(term);
  const space = await readSpace(tx, ctx, model.id, [...terms]);
  const averageLength = model.averageLength ?? 1;
  return counted
    .map(({ number, counts, length }) => ({
      number,
      vector: foldChunk(counts, length, averageLength, model.dimensions, (term) => space.get(term)),
    }))
    .filter(({ vector }) => vector.some((value) => value !== 0));
}

/** Folds new chunks into the space that queries use, when it is a learned one; a provider's vectors are made by a job. */
export async function foldNewChunks(
  tx: Tx,
  ctx: WorkspaceContext,
  modelId: string,
  chunks: readonly { number: number; tokens: string }[],
): Promise<void> {
  const [model] = await tx
    .select()
    .from(embeddingModels)
    .where(and(eq(embeddingModels.workspaceId, ctx.workspace.id), eq(embeddingModels.id, modelId)));
  if (model?.kind !== "learned") return;
  await insertVectors(tx, ctx, model, await vectorsOf(tx, ctx, model, chunks));
}

async function readSpace(tx: Tx, ctx: WorkspaceContext, modelId: string, terms: readonly string[]) {
  const space = new Map<string, { idf: number; vector: Float32Array }>();
  for (let at = 0; at < terms.length; at += TERM_BATCH) {
    const rows = await tx.execute<{ term: string; idf: number; vector: Buffer }>(sql`
      select t.term, t.idf, t.vector from jsonb_array_elements_text(${JSON.stringify(terms.slice(at, at + TERM_BATCH))}::jsonb) as asked(term)
      join term_vectors t on t.workspace_id = ${ctx.workspace.id}::uuid and t.model_id = ${modelId}::uuid and t.term = asked.term`);
    for (const row of rows) space.set(row.term, { idf: row.idf, vector: vectorOfBytes(row.vector) });
  }
  return space;
}
