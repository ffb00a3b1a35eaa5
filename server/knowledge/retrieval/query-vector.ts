import { sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import type { QueryWord } from "./query";
import type { IndexState } from "./read-index";
import { toUnitLength, vectorOfBytes } from "./vectors";

export interface QueryVector {
  unit: Float32Array;
  /** κ: the share of the query that the space can hold, 0 to 1. */
  share: number;
}

/** A provider's space has no share to compute: its vectors count as much as a learned space does that holds half of the query. */
export const PROVIDER_SHARE = 0.5;

/** Words of the learned space: their vector, and their idf when it was fitted. */
export type TermVectors = ReadonlyMap<string, { idf: number; vector: Float32Array }>;

/** What a learned space knows of these stems; nothing for any other space. */
export async function readTermVectors(
  tx: Tx,
  ctx: WorkspaceContext,
  model: IndexState["model"],
  stems: readonly string[],
): Promise<TermVectors> {
  if (model?.kind !== "learned" || stems.length === 0) return new Map();
  const rows = await tx.execute<{ term: string; idf: number; vector: Buffer }>(sql`
    select term, idf, vector from term_vectors where workspace_id = ${ctx.workspace.id}::uuid and model_id = ${model.id}::uuid
    and term = any(${sql.param([...stems])}::text[])`);
  return new Map(rows.map((row) => [row.term, { idf: row.idf, vector: vectorOfBytes(row.vector) }]));
}

/** The query in the learned space: the idf of its words times their vectors. Null when the space knows none of them. */
export function foldQuery(
  words: readonly QueryWord[],
  known: TermVectors,
  dimensions: number,
  unknownIdf: number,
): QueryVector | null {
  const sum = new Float32Array(dimensions);
  let squared = 0;
  for (const word of words) {
    const found = word.stems.map((stem) => known.get(stem)).filter((entry) => entry !== undefined);
    const [first] = found;
    if (!first) {
      squared += unknownIdf * unknownIdf;
      continue;
    }
    squared += first.idf * first.idf;
    for (const entry of found) {
      for (let axis = 0; axis < dimensions; axis++) {
        sum[axis] = (sum[axis] as number) + (entry.idf * (entry.vector[axis] as number)) / found.length;
      }
    }
  }
  let held = 0;
  for (const value of sum) held += value * value;
  if (held === 0 || squared === 0) return null;
  return { unit: toUnitLength(sum), share: Math.min(1, Math.sqrt(held / squared)) };
}
