import { eq, sql } from "drizzle-orm";
import { searchIndexes } from "@/drizzle/schema";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { BLOCK_SIZE, dropPostings } from "./postings";
import { lockIndex } from "./write-index";

/** Postings of chunks that are gone are skipped at first; when they are this share of all, they are worth removing. */
const DEAD_SHARE = 0.2;
const BATCH = 2_000;

export interface CompactionCursor {
  after: string;
  /** How many chunks were gone when it began; later ones wait for the next time. */
  deadChunks: number;
}

/** Whether a fifth of the indexed chunks is gone. */
export async function needsCompaction(ctx: WorkspaceContext): Promise<boolean> {
  return inWorkspace(ctx, async (tx) => {
    const [index] = await tx.select().from(searchIndexes).where(eq(searchIndexes.workspaceId, ctx.workspace.id));
    return (
      index !== undefined &&
      index.deadChunks > 0 &&
      index.deadChunks >= (index.liveChunks + index.deadChunks) * DEAD_SHARE
    );
  });
}

/**
 * Rewrites one batch of blocks without the postings of chunks that are gone, in the order of terms. Returns where to go on, null
 * at the end. Writers wait while a batch is rewritten. Start with `null`; safe to repeat.
 */
export async function compactPostings(
  ctx: WorkspaceContext,
  cursor: CompactionCursor | null,
): Promise<CompactionCursor | null> {
  const workspaceId = ctx.workspace.id;
  const after = cursor?.after ?? "";
  return inWorkspace(ctx, async (tx) => {
    const index = await lockIndex(tx, workspaceId);
    const deadChunks = cursor?.deadChunks ?? index.deadChunks;
    const lengths = new Map(
      (
        await tx.execute<{ block_no: number; lengths: Buffer }>(
          sql`select block_no, lengths from posting_lengths where workspace_id = ${workspaceId}::uuid`,
        )
      ).map((row) => [row.block_no, row.lengths]),
    );
    const isGone = (number: number) => {
      const bytes = lengths.get(Math.floor(number / BLOCK_SIZE));
      const at = (number % BLOCK_SIZE) * 2;
      return bytes === undefined || at + 1 >= bytes.length || bytes.readUInt16LE(at) === 0;
    };
    const [last] = await tx.execute<{ term: string | null }>(sql`
      select max(term) as term from (select distinct term from posting_blocks
      where workspace_id = ${workspaceId}::uuid and term > ${after} order by term limit ${BATCH}) as batch`);
    if (!last?.term) {
      await tx
        .update(searchIndexes)
        .set({
          deadChunks: sql`${searchIndexes.deadChunks} - ${deadChunks}`,
          version: sql`${searchIndexes.version} + 1`,
        })
        .where(eq(searchIndexes.workspaceId, workspaceId));
      return null;
    }
    const rows = await tx.execute<{ term: string; block_no: number; postings: Buffer }>(sql`
      select term, block_no, postings from posting_blocks
      where workspace_id = ${workspaceId}::uuid and term > ${after} and term <= ${last.term}`);
    const changed = rows.flatMap((row) => {
      const kept = dropPostings({ blockNo: row.block_no, postings: row.postings }, isGone);
      return kept.length < row.postings.length
        ? [{ t: row.term, b: row.block_no, n: kept.length / 3, p: kept.toString("hex") }]
        : [];
    });
    if (changed.length > 0) {
      await tx.execute(sql`
        update posting_blocks b set posting_count = r.n, postings = decode(r.p, 'hex')
        from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as r(t text, b int, n int, p text)
        where b.workspace_id = ${workspaceId}::uuid and b.term = r.t and b.block_no = r.b`);
      await tx.execute(sql`
        delete from posting_blocks where workspace_id = ${workspaceId}::uuid and term > ${after} and term <= ${last.term} and posting_count = 0`);
    }
    return { after: last.term, deadChunks };
  });
}
