import type { Tx } from "@/drizzle/client";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import type { IndexState, Lengths } from "./read-index";
import { nearestChunks } from "./vectors";

/** Up to this many chunks a filter is handed to the vector scan as numbers; above it, the scan is filtered afterwards. */
const FEW_CHUNKS = 20_000;

export interface VectorCandidates {
  state: IndexState;
  model: NonNullable<IndexState["model"]>;
  unit: Float32Array;
  lengths: Lengths;
  isVisible: (number: number) => boolean;
  isFiltered: boolean;
  depth: number;
}

/** The chunk numbers nearest to a vector that the person may see and the filters let through, best first. */
export async function vectorCandidates(tx: Tx, ctx: WorkspaceContext, given: VectorCandidates): Promise<number[]> {
  const { state, model, lengths, isVisible, depth } = given;
  const search = { modelId: model.id, dimensions: model.dimensions, query: given.unit, size: state.liveChunks };
  if (given.isFiltered) {
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
