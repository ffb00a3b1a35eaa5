import { sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { cached } from "./index-cache";
import type { Language } from "./language";
import { languageOf } from "./languages-packed";
import { BLOCK_SIZE } from "./postings";

export interface IndexState {
  version: number;
  nextNumber: number;
  liveChunks: number;
  deadChunks: number;
  model: { id: string; kind: "learned" | "provider"; name: string; version: number; dimensions: number } | null;
  /** The collections that the person sees, and when a document last changed: what the catalogue depends on. */
  scope: string;
  touched: string;
}

/** The state of the workspace's index for this person, or null before anything was indexed. */
export async function findIndexState(tx: Tx, ctx: WorkspaceContext): Promise<IndexState | null> {
  const workspaceId = ctx.workspace.id;
  const [row] = await tx.execute<{
    version: string;
    next_number: number;
    live_chunks: number;
    dead_chunks: number;
    model_id: string | null;
    kind: "learned" | "provider" | null;
    name: string | null;
    model_version: number | null;
    dimensions: number | null;
    scope: string | null;
    touched: string | null;
  }>(sql`
    select s.version, s.next_number, s.live_chunks, s.dead_chunks, m.id as model_id, m.kind, m.name, m.version as model_version, m.dimensions,
      (select string_agg(c.id::text, ' ' order by c.id) from collections c where c.workspace_id = ${workspaceId}::uuid) as scope,
      (select d.updated_at::text from documents d where d.workspace_id = ${workspaceId}::uuid order by d.updated_at desc limit 1) as touched
    from search_indexes s
    left join embedding_models m on m.workspace_id = s.workspace_id and m.id = s.current_model_id
    where s.workspace_id = ${workspaceId}::uuid`);
  if (!row) return null;
  const { model_id: id, kind, name, model_version: version, dimensions } = row;
  return {
    version: Number(row.version),
    nextNumber: row.next_number,
    liveChunks: row.live_chunks,
    deadChunks: row.dead_chunks,
    model:
      id && kind && name !== null && version !== null && dimensions !== null
        ? { id, kind, name, version, dimensions }
        : null,
    scope: row.scope ?? "",
    touched: row.touched ?? "",
  };
}

export interface Lengths {
  /** By chunk number; 0 is a chunk that is gone. */
  lengths: Uint16Array;
  languages: Uint8Array;
  liveCount: number;
  averageLength: number;
  /** Languages of the workspace's chunks, the most frequent first. */
  present: Language[];
}

export async function readLengths(tx: Tx, ctx: WorkspaceContext, state: IndexState): Promise<Lengths> {
  return cached(ctx, {
    kind: "lengths",
    scope: "",
    stamp: String(state.version),
    sizeOf: (value) => value.lengths.length * 3,
    load: async () => {
      const rows = await tx.execute<{ block_no: number; lengths: Buffer; languages: Buffer }>(
        sql`select block_no, lengths, languages from posting_lengths where workspace_id = ${ctx.workspace.id}::uuid`,
      );
      const size = rows.reduce((most, row) => Math.max(most, row.block_no * BLOCK_SIZE + row.languages.length), 0);
      const lengths = new Uint16Array(size);
      const languages = new Uint8Array(size);
      for (const row of rows) {
        const base = row.block_no * BLOCK_SIZE;
        languages.set(row.languages, base);
        for (let at = 0; at < row.languages.length; at++) lengths[base + at] = row.lengths.readUInt16LE(at * 2);
      }
      return summarise(lengths, languages);
    },
  });
}

function summarise(lengths: Uint16Array, languages: Uint8Array): Lengths {
  let liveCount = 0;
  let sum = 0;
  const perLanguage = new Map<number, number>();
  for (let number = 0; number < lengths.length; number++) {
    const length = lengths[number] as number;
    if (length === 0) continue;
    liveCount++;
    sum += length;
    const code = languages[number] as number;
    perLanguage.set(code, (perLanguage.get(code) ?? 0) + 1);
  }
  const present = [...perLanguage].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([code]) => languageOf(code));
  return { lengths, languages, liveCount, averageLength: sum / Math.max(1, liveCount), present };
}

export interface TermBlock {
  blockNo: number;
  count: number;
  postings: Uint8Array;
}

/** The blocks of the given terms, by equality on the primary key. */
export async function readBlocks(
  tx: Tx,
  ctx: WorkspaceContext,
  terms: readonly string[],
): Promise<Map<string, TermBlock[]>> {
  const blocks = new Map<string, TermBlock[]>();
  if (terms.length === 0) return blocks;
  const rows = await tx.execute<{ term: string; block_no: number; posting_count: number; postings: Buffer }>(
    sql`select term, block_no, posting_count, postings from posting_blocks where workspace_id = ${ctx.workspace.id}::uuid and term = any(${sql.param([...terms])}::text[])`,
  );
  for (const row of rows) {
    const block = { blockNo: row.block_no, count: row.posting_count, postings: row.postings };
    const own = blocks.get(row.term);
    if (own) own.push(block);
    else blocks.set(row.term, [block]);
  }
  return blocks;
}
