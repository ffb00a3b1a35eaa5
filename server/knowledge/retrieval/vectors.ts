import { sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import type { WorkspaceContext } from "@/server/platform/workspace-context";

/** As pgvector reads it; six places are more than float32 unit vectors need, and a third of the bytes. */
export function vectorLiteral(values: ArrayLike<number>): string {
  return `[${Array.from(values, (value) => Math.round(value * 1e6) / 1e6).join(",")}]`;
}

export function toUnitLength(values: Float32Array): Float32Array {
  let squared = 0;
  for (const value of values) squared += value * value;
  const norm = Math.sqrt(squared);
  return norm > 0 ? values.map((value) => value / norm) : values;
}

export function bytesOfVector(values: Float32Array): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) bytes.writeFloatLE(value, index * 4);
  return bytes;
}

export function vectorOfBytes(bytes: Buffer): Float32Array {
  const values = new Float32Array(bytes.length / 4);
  for (let index = 0; index < values.length; index++) values[index] = bytes.readFloatLE(index * 4);
  return values;
}

/** Up to here all vectors are compared: it is complete, and for a small workspace in a shared index also faster. */
export const EXACT_UP_TO = 30_000;
/** Candidates that the approximate index keeps in sight; learned vectors of short queries need many. */
const EF_SEARCH = 500;

const lookFurther = sql`select set_config('hnsw.ef_search', ${String(EF_SEARCH)}, true), set_config('hnsw.iterative_scan', 'strict_order', true), set_config('hnsw.max_scan_tuples', '100000', true)`;

export interface VectorSearch {
  modelId: string;
  dimensions: number;
  query: Float32Array;
  limit: number;
  /** Vectors of the model in this workspace: decides between all and the approximate index. */
  size: number;
  /** Only these chunk numbers. */
  among?: readonly number[] | undefined;
}

/** The nearest chunks by inner product of unit vectors, best first. */
export async function nearestChunks(
  tx: Tx,
  ctx: WorkspaceContext,
  search: VectorSearch,
): Promise<{ number: number; cosine: number }[]> {
  const { among, dimensions, limit } = search;
  const column = sql.raw(`v.embedding::vector(${Math.trunc(dimensions)})`);
  const query = sql`${vectorLiteral(search.query)}::vector(${sql.raw(String(Math.trunc(dimensions)))})`;
  const isExact = among !== undefined || search.size <= EXACT_UP_TO;
  // Plus nothing: the planner would else take the approximate index, which serves a small workspace badly.
  const order = isExact ? sql`(${column} <#> ${query}) + 0` : sql`${column} <#> ${query}`;
  const only = among
    ? sql` and v.number in (select value::int from jsonb_array_elements_text(${JSON.stringify(among)}::jsonb))`
    : sql``;
  // The settings travel with the scan.
  const [, rows] = await Promise.all([
    isExact ? null : tx.execute(lookFurther),
    tx.execute<{ number: number; distance: number }>(sql`
    select v.number, ${column} <#> ${query} as distance from chunk_vectors v
    where v.workspace_id = ${ctx.workspace.id}::uuid and v.model_id = ${search.modelId}::uuid and v.dimensions = ${sql.raw(String(Math.trunc(dimensions)))}${only}
    order by ${order} limit ${limit}`),
  ]);
  return rows.map((row) => ({ number: row.number, cosine: -row.distance }));
}
