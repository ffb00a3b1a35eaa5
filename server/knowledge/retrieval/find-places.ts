import { authorize } from "@/server/platform/authorize";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import type { SearchFilters } from "./catalogue";
import { embedQuery } from "./embed-query";
import { readCandidates } from "./read-candidates";
import { RANK_DEPTH, retrieve } from "./retrieve";

/** Where a chunk stands: UTF-16 units of its rendition, half open. */
export interface ChunkPlace {
  renditionId: string;
  start: number;
  end: number;
}

/**
 * The places of the best chunks for each query, best first, in the order of `search` and in one transaction. For who reads on in the
 * documents themselves: no text, highlights or facets are made. Throws ForbiddenError.
 */
export async function findPlaces(
  ctx: WorkspaceContext,
  queries: readonly { text: string; limit: number }[],
  filters: SearchFilters,
): Promise<ChunkPlace[][]> {
  authorize(ctx, "search:read");
  const embedded = await Promise.all(queries.map(({ text }) => embedQuery(ctx, text)));
  return inWorkspace(ctx, (tx) =>
    Promise.all(
      queries.map(async ({ text, limit }, index) => {
        const found = await retrieve(tx, ctx, {
          text,
          filters,
          depth: RANK_DEPTH,
          tail: limit,
          embedded: embedded[index] ?? null,
          withText: false,
        });
        if (!found) return [];
        const tail = found.tail.slice(0, Math.max(0, limit - found.candidates.length));
        const rows = new Map(
          (await readCandidates(tx, ctx, tail, null, { withText: false })).map((row) => [row.number, row]),
        );
        return [...found.candidates.slice(0, limit), ...tail.flatMap((number) => rows.get(number) ?? [])].map(
          ({ renditionId, start, end }) => ({ renditionId, start, end }),
        );
      }),
    ),
  );
}
