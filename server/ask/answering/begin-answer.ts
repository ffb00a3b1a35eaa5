import { and, eq, inArray, sql } from "drizzle-orm";
import { answerSentences, citations, dependents, queries, streamEvents } from "@/drizzle/schema";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { findPreviousQuery, requireConversation, requireOpenQuery } from "../queries";
import { appendStreamEvents } from "../stream/append-stream-event";

export interface BegunAnswer {
  question: string;
  previousQuestion: string | null;
  collectionIds: string[];
  bypassCache: boolean;
}

/** Marks the query as running and reads what is needed to answer it. Throws CancelledError when it is over. */
export async function beginAnswer(ctx: WorkspaceContext, queryId: string): Promise<BegunAnswer> {
  return inWorkspace(ctx, async (tx) => {
    const query = await requireOpenQuery(tx, ctx, queryId);
    const conversation = await requireConversation(tx, ctx, query.conversationId);
    const previous = await findPreviousQuery(tx, ctx, query);
    await tx
      .update(queries)
      .set({ status: "running" })
      .where(and(eq(queries.workspaceId, ctx.workspace.id), eq(queries.id, queryId)));
    return {
      question: query.question,
      previousQuestion: previous?.question ?? null,
      collectionIds: conversation.collectionIds,
      bypassCache: query.bypassesCache,
    };
  });
}

/**
 * Takes back what an attempt that broke off had written, and tells followers to do the same. Returns the generation under which
 * the new attempt writes.
 */
export async function rewindAnswer(ctx: WorkspaceContext, queryId: string): Promise<number> {
  return inWorkspace(ctx, async (tx) => {
    const workspaceId = ctx.workspace.id;
    await requireOpenQuery(tx, ctx, queryId);
    const [written] = await tx
      .select({
        generation: sql<number>`coalesce(max(${streamEvents.generation}), 0)`,
        sentences: sql<number>`count(*) filter (where ${streamEvents.type} in ('sentence', 'source'))::int`,
      })
      .from(streamEvents)
      .where(and(eq(streamEvents.workspaceId, workspaceId), eq(streamEvents.streamId, queryId)));
    const stored = await tx
      .select({ id: answerSentences.id })
      .from(answerSentences)
      .where(and(eq(answerSentences.workspaceId, workspaceId), eq(answerSentences.queryId, queryId)));
    if (stored.length > 0) {
      const ids = stored.map((sentence) => sentence.id);
      await tx
        .delete(dependents)
        .where(
          and(
            eq(dependents.workspaceId, workspaceId),
            eq(dependents.kind, "answer_sentence"),
            inArray(dependents.dependentId, ids),
          ),
        );
      await tx
        .delete(answerSentences)
        .where(and(eq(answerSentences.workspaceId, workspaceId), eq(answerSentences.queryId, queryId)));
    }
    await tx.delete(citations).where(and(eq(citations.workspaceId, workspaceId), eq(citations.queryId, queryId)));
    const generation = (written?.generation ?? 0) + 1;
    if ((written?.sentences ?? 0) > 0) {
      await appendStreamEvents(tx, ctx, queryId, generation, [{ type: "rewind", data: { generation } }]);
    }
    return generation;
  });
}
