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

/** The query in the learned space: the idf of its words times their vectors. Null when the space knows none of them. */
export async function foldQuery(
  tx: Tx,
  ctx: WorkspaceContext,
  model: NonNullable<IndexState["model"]>,
  words: readonly QueryWord[],
  unknownIdf: number,
): Promise<QueryVector | null> {
  const stems = [...new Set(words.flatMap((word) => word.stems))];
  if (stems.length === 0) return null;
  const rows = await tx.execute<{ term: string; idf: number; vector: Buffer }>(sql`
    select term, idf, vector from term_vectors where workspace_id = ${ctx.workspace.id}::uuid and model_id = ${model.id}::uuid
    and term in (${sql.join(
      stems.map((stem) => sql`${stem}`),
      sql`, `,
    )})`);
  const known = new Map(rows.map((row) => [row.term, { idf: row.idf, vector: vectorOfBytes(row.vector) }]));
  return combine(words, known, model.dimensions, unknownIdf);
}

function combine(
  words: readonly QueryWord[],
  known: ReadonlyMap<string, { idf: number; vector: Float32Array }>,
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
