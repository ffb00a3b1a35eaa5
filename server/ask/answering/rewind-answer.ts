import { and, eq, sql } from "drizzle-orm";
import { answerSentences, citations, streamEvents } from "@/drizzle/schema";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { requireOpenQuery } from "../queries";
import { appendStreamEvents } from "../stream/append-stream-events";
import { unlinkSentences } from "../unlink-sentences";

/**
 * Deletes what an attempt that broke off had written, and tells followers to forget it. Returns the generation under which the new attempt
 * writes. Throws CancelledError, NotFoundError.
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
    await unlinkSentences(tx, ctx, [queryId]);
    await tx
      .delete(answerSentences)
      .where(and(eq(answerSentences.workspaceId, workspaceId), eq(answerSentences.queryId, queryId)));
    await tx.delete(citations).where(and(eq(citations.workspaceId, workspaceId), eq(citations.queryId, queryId)));
    const generation = (written?.generation ?? 0) + 1;
    if ((written?.sentences ?? 0) > 0) {
      await appendStreamEvents(tx, ctx, queryId, generation, [{ type: "rewind", data: { generation } }]);
    }
    return generation;
  });
}
