import { and, eq } from "drizzle-orm";
import { queries } from "@/drizzle/schema";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { findPreviousQuery, requireConversation, requireOpenQuery } from "../queries";

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
