import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { postingLengths, searchIndexes } from "@/drizzle/schema";
import type { SearchIndex } from "@/drizzle/schema/search-indexes";
import { one } from "@/lib/one";
import { BLOCK_SIZE, blockOf, type PostingList } from "./postings";

/** Rows of one statement: enough to make round trips rare, few enough to keep its parameters small. */
const BATCH = 2_000;

/** Takes the workspace's index lock until the transaction ends. */
export async function lockIndex(tx: Tx, workspaceId: string): Promise<SearchIndex> {
  return one(
    await tx
      .insert(searchIndexes)
      .values({ workspaceId })
      .onConflictDoUpdate({ target: searchIndexes.workspaceId, set: { updatedAt: new Date() } })
      .returning(),
  );
}

/**
 * Takes `count` new chunk numbers, and the index lock if it is not held yet. Numbers, postings and
 * lengths of one writer are therefore complete before the next one appends.
 */
export async function takeNumbers(tx: Tx, workspaceId: string, count: number): Promise<number> {
  await lockIndex(tx, workspaceId);
  const row = one(
    await tx
      .update(searchIndexes)
      .set({
        version: sql`${searchIndexes.version} + 1`,
        nextNumber: sql`${searchIndexes.nextNumber} + ${count}`,
        liveChunks: sql`${searchIndexes.liveChunks} + ${count}`,
      })
      .where(eq(searchIndexes.workspaceId, workspaceId))
      .returning({ nextNumber: searchIndexes.nextNumber }),
  );
  return row.nextNumber - count;
}

export async function appendPostings(tx: Tx, workspaceId: string, lists: readonly PostingList[]): Promise<void> {
  for (let at = 0; at < lists.length; at += BATCH) {
    const rows = lists
      .slice(at, at + BATCH)
      .map((list) => ({ t: list.term, b: list.blockNo, n: list.count, p: list.postings.toString("hex") }));
    await tx.execute(sql`
      insert into posting_blocks (workspace_id, term, block_no, posting_count, postings)
      select ${workspaceId}::uuid, r.t, r.b, r.n, decode(r.p, 'hex')
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(t text, b int, n int, p text)
      on conflict (workspace_id, term, block_no) do update
      set posting_count = posting_blocks.posting_count + excluded.posting_count, postings = posting_blocks.postings || excluded.postings`);
  }
}

/** Lengths and languages of the numbers from `first` on; the block they fall into is appended to. */
export async function appendLengths(
  tx: Tx,
  workspaceId: string,
  first: number,
  chunks: readonly { length: number; language: number }[],
): Promise<void> {
  let at = 0;
  while (at < chunks.length) {
    const blockNo = blockOf(first + at);
    const room = (blockNo + 1) * BLOCK_SIZE - (first + at);
    const part = chunks.slice(at, at + room);
    const lengths = Buffer.alloc(part.length * 2);
    for (const [index, chunk] of part.entries()) lengths.writeUInt16LE(chunk.length, index * 2);
    await tx
      .insert(postingLengths)
      .values({ workspaceId, blockNo, lengths, languages: Buffer.from(part.map((chunk) => chunk.language)) })
      .onConflictDoUpdate({
        target: [postingLengths.workspaceId, postingLengths.blockNo],
        set: {
          lengths: sql`${postingLengths.lengths} || excluded.lengths`,
          languages: sql`${postingLengths.languages} || excluded.languages`,
        },
      });
    at += part.length;
  }
}

/** Marks numbers as gone: their length becomes 0, and readers skip their postings. The caller holds the index lock. */
export async function clearLengths(tx: Tx, workspaceId: string, first: number, count: number): Promise<void> {
  let at = first;
  while (at < first + count) {
    const blockNo = blockOf(at);
    const end = Math.min(first + count, (blockNo + 1) * BLOCK_SIZE);
    const zeros = Buffer.alloc((end - at) * 2);
    await tx.execute(sql`
      update posting_lengths
      set lengths = overlay(lengths placing ${zeros}::bytea from ${(at % BLOCK_SIZE) * 2 + 1}::int for ${zeros.length}::int)
      where workspace_id = ${workspaceId}::uuid and block_no = ${blockNo}::int`);
    at = end;
  }
}

/** Takes the index lock and counts `count` chunks as gone. */
export async function giveUpNumbers(tx: Tx, workspaceId: string, count: number): Promise<void> {
  await tx
    .update(searchIndexes)
    .set({
      version: sql`${searchIndexes.version} + 1`,
      liveChunks: sql`${searchIndexes.liveChunks} - ${count}`,
      deadChunks: sql`${searchIndexes.deadChunks} + ${count}`,
    })
    .where(eq(searchIndexes.workspaceId, workspaceId));
}
