import { sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { cached } from "./index-cache";
import type { IndexState } from "./read-index";

/** All terms of the workspace with the number of chunks they occur in (chunks that are gone included until compaction). */
export interface Dictionary {
  frequencies: ReadonlyMap<string, number>;
  /** Built when the first unknown word is asked for. */
  grams: { terms: string[]; byGram: Map<string, number[]> } | null;
}

/** Below this a fresh dictionary costs less than being wrong; above it, one that is a minute old is as good. */
const SMALL = 5_000;

export async function readDictionary(tx: Tx, ctx: WorkspaceContext, state: IndexState): Promise<Dictionary> {
  return cached(ctx, {
    kind: "dictionary",
    scope: "",
    stamp: String(state.version),
    staleMs: state.nextNumber > SMALL ? 60_000 : 0,
    sizeOf: (value) => value.frequencies.size * 60,
    load: async () => {
      const rows = await tx.execute<{ term: string; frequency: number }>(
        sql`select term, sum(posting_count)::int as frequency from posting_blocks where workspace_id = ${ctx.workspace.id}::uuid group by term`,
      );
      return { frequencies: new Map(rows.map((row) => [row.term, row.frequency])), grams: null };
    },
  });
}

function trigrams(term: string): string[] {
  const marked = `_${term}_`;
  const grams = new Set<string>();
  for (let at = 0; at + 3 <= marked.length; at++) grams.add(marked.slice(at, at + 3));
  return [...grams];
}

/** Letters changed, dropped, added or swapped between two words (optimal string alignment), or `limit + 1` when more. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let best = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(
        (last[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (last[j - 1] as number) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (beforeLast[j - 2] as number) + 1);
      row.push(cost);
      if (cost < best) best = cost;
    }
    if (best > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return Math.min(last[b.length] as number, limit + 1);
}

const MAX_SIMILAR = 24;

/** Terms that differ from an unknown one by a typo (one letter, two from seven letters on), the likeliest first. */
export function similarTerms(dictionary: Dictionary, stem: string): string[] {
  if (stem.length < 4 || /[0-9]/.test(stem)) return [];
  if (!dictionary.grams) {
    const terms = [...dictionary.frequencies.keys()].filter((term) => term.length >= 3 && !/[0-9]/.test(term));
    const byGram = new Map<string, number[]>();
    for (const [index, term] of terms.entries()) {
      for (const gram of trigrams(term)) {
        const list = byGram.get(gram);
        if (list) list.push(index);
        else byGram.set(gram, [index]);
      }
    }
    dictionary.grams = { terms, byGram };
  }
  const { terms, byGram } = dictionary.grams;
  const limit = stem.length >= 7 ? 2 : 1;
  const grams = trigrams(stem);
  const shared = new Map<number, number>();
  for (const gram of grams) for (const index of byGram.get(gram) ?? []) shared.set(index, (shared.get(index) ?? 0) + 1);
  // One changed letter touches at most three trigrams of the word; a swap touches four.
  const needed = Math.max(1, grams.length - 4 * limit);
  const found: { term: string; distance: number; frequency: number }[] = [];
  for (const [index, count] of shared) {
    const term = terms[index] as string;
    if (count < needed) continue;
    const distance = editDistance(stem, term, limit);
    if (distance <= limit) found.push({ term, distance, frequency: dictionary.frequencies.get(term) ?? 0 });
  }
  return found
    .sort((a, b) => a.distance - b.distance || b.frequency - a.frequency || (a.term < b.term ? -1 : 1))
    .slice(0, MAX_SIMILAR)
    .map((entry) => entry.term);
}
