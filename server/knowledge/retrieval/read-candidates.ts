import { sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import type { Language } from "./language";
import type { IndexState } from "./read-index";
import { vectorLiteral } from "./vectors";

export interface CandidateRow {
  number: number;
  chunkId: string;
  documentId: string;
  snapshotId: string;
  renditionId: string;
  title: string;
  headingPath: string[];
  language: Language;
  page: number | null;
  start: number;
  end: number;
  text: string;
  /** Stored tokens (stored-tokens.ts). */
  tokens: string;
  cosine: number;
}

/** Texts (empty without `withText`) and stored tokens of the candidates, under row-level security, with their exact cosine. */
export async function readCandidates(
  tx: Tx,
  ctx: WorkspaceContext,
  numbers: readonly number[],
  vector: { model: NonNullable<IndexState["model"]>; unit: Float32Array } | null,
  { withText = true }: { withText?: boolean } = {},
): Promise<CandidateRow[]> {
  if (numbers.length === 0) return [];
  const workspaceId = ctx.workspace.id;
  const dimensions = sql.raw(String(Math.trunc(vector?.model.dimensions ?? 1)));
  const cosine = vector
    ? sql`coalesce((select -(v.embedding::vector(${dimensions}) <#> ${vectorLiteral(vector.unit)}::vector(${dimensions}))
        from chunk_vectors v where v.workspace_id = c.workspace_id and v.model_id = ${vector.model.id}::uuid and v.number = c.number), 0)`
    : sql`0::float8`;
  const rows = await tx.execute<{
    number: number;
    id: string;
    document_id: string;
    snapshot_id: string;
    rendition_id: string;
    title: string;
    heading_path: string[];
    language: Language;
    page: number | null;
    start_offset: number;
    end_offset: number;
    text: string;
    tokens: string;
    cosine: number;
  }>(sql`
    select c.number, c.id, c.document_id, c.snapshot_id, c.rendition_id, c.title, c.heading_path, c.language, c.page,
      c.start_offset, c.end_offset, ${withText ? sql`c.text` : sql`''`} as text, c.tokens, ${cosine} as cosine
    from chunks c where c.workspace_id = ${workspaceId}::uuid and c.number = any(${sql.param([...numbers])}::int[])`);
  return rows.map((row) => ({
    number: row.number,
    chunkId: row.id,
    documentId: row.document_id,
    snapshotId: row.snapshot_id,
    renditionId: row.rendition_id,
    title: row.title,
    headingPath: row.heading_path,
    language: row.language,
    page: row.page,
    start: row.start_offset,
    end: row.end_offset,
    text: row.text,
    tokens: row.tokens,
    cosine: row.cosine,
  }));
}
