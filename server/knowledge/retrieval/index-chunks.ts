import { and, eq } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { chunks as chunksTable, documents, indexedSnapshots, snapshots } from "@/drizzle/schema";
import { newId } from "@/lib/ids";
import { one } from "@/lib/one";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import type { Language } from "./language";
import { languageCode } from "./languages-packed";
import { packPostings } from "./postings";
import { countTerms, decodeTokens, encodeTokens } from "./stored-tokens";
import { appendLengths, appendPostings, clearLengths, giveUpNumbers, lockIndex, takeNumbers } from "./write-index";
import { foldNewChunks } from "./write-vectors";

/** One chunk to index: a stretch `[start, end)` (UTF-16) of the rendition and the text there. */
export interface ChunkInput {
  headingPath: string[];
  language: Language;
  page: number | null;
  start: number;
  end: number;
  text: string;
  /** Words from outside the chunk that it cannot be understood without (table header, lead-in): indexed with it, never shown as it. */
  context?: string;
}

export interface IndexChunksInput {
  documentId: string;
  snapshotId: string;
  renditionId: string;
  chunks: readonly ChunkInput[];
}

const INSERT_BATCH = 500;

/**
 * Makes the chunks of one rendition findable, in order, and returns their ids. What the document had in the index before
 * (an older snapshot, or this one from an earlier attempt) leaves it in the same transaction, so running it twice is safe.
 * Writers of one workspace wait for each other from here to the end of their transactions: call it last.
 */
export async function indexChunks(
  tx: Tx,
  ctx: WorkspaceContext,
  input: IndexChunksInput,
): Promise<{ chunkIds: string[] }> {
  const workspaceId = ctx.workspace.id;
  const document = one(
    await tx
      .select({ title: documents.title, fetchedAt: snapshots.fetchedAt })
      .from(documents)
      .innerJoin(
        snapshots,
        and(
          eq(snapshots.workspaceId, documents.workspaceId),
          eq(snapshots.documentId, documents.id),
          eq(snapshots.id, input.snapshotId),
        ),
      )
      .where(and(eq(documents.workspaceId, workspaceId), eq(documents.id, input.documentId))),
  );
  const prepared = input.chunks.map((chunk) => {
    const tokens = encodeTokens(
      [document.title, ...chunk.headingPath].join(" \u00b7 "),
      chunk.context ? `${chunk.context}\n${chunk.text}` : chunk.text,
      chunk.language,
    );
    return { chunk, id: newId(), tokens, ...countTerms(decodeTokens(tokens)) };
  });
  const { currentModelId } = await lockIndex(tx, workspaceId);
  await unindexDocument(tx, ctx, input.documentId);
  if (prepared.length === 0) return { chunkIds: [] };
  const first = await takeNumbers(tx, workspaceId, prepared.length);
  await tx.insert(indexedSnapshots).values({
    workspaceId,
    documentId: input.documentId,
    snapshotId: input.snapshotId,
    firstNumber: first,
    chunkCount: prepared.length,
    fetchedAt: document.fetchedAt,
  });
  const rows = prepared.map(({ chunk, id, tokens }, ordinal) => ({
    workspaceId,
    id,
    number: first + ordinal,
    documentId: input.documentId,
    snapshotId: input.snapshotId,
    renditionId: input.renditionId,
    ordinal,
    title: document.title,
    headingPath: chunk.headingPath,
    language: chunk.language,
    page: chunk.page,
    start: chunk.start,
    end: chunk.end,
    text: chunk.text,
    tokens,
  }));
  for (let at = 0; at < rows.length; at += INSERT_BATCH)
    await tx.insert(chunksTable).values(rows.slice(at, at + INSERT_BATCH));
  await appendPostings(
    tx,
    workspaceId,
    packPostings(prepared.map(({ counts }, ordinal) => ({ number: first + ordinal, counts }))),
  );
  await appendLengths(
    tx,
    workspaceId,
    first,
    prepared.map(({ chunk, length }) => ({ length, language: languageCode(chunk.language) })),
  );
  if (currentModelId) await foldNewChunks(tx, ctx, currentModelId, rows);
  return { chunkIds: rows.map((row) => row.id) };
}

/** Takes all chunks of a document out of the index. Nothing happens when it has none. */
export async function unindexDocument(tx: Tx, ctx: WorkspaceContext, documentId: string): Promise<void> {
  await unindex(
    tx,
    ctx,
    and(eq(indexedSnapshots.workspaceId, ctx.workspace.id), eq(indexedSnapshots.documentId, documentId)),
  );
}

async function unindex(tx: Tx, ctx: WorkspaceContext, which: ReturnType<typeof and>): Promise<void> {
  const gone = await tx.delete(indexedSnapshots).where(which).returning();
  if (gone.length === 0) return;
  const workspaceId = ctx.workspace.id;
  await giveUpNumbers(
    tx,
    workspaceId,
    gone.reduce((sum, row) => sum + row.chunkCount, 0),
  );
  for (const row of gone) {
    await clearLengths(tx, workspaceId, row.firstNumber, row.chunkCount);
    await tx
      .delete(chunksTable)
      .where(and(eq(chunksTable.workspaceId, workspaceId), eq(chunksTable.snapshotId, row.snapshotId)));
  }
}
