import { and, asc, eq } from "drizzle-orm";
import { queries } from "@/drizzle/schema";
import { authorize } from "@/server/platform/authorize";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { loadAnswers } from "../load-answers";
import { requireConversation } from "../queries";
import type { QueryView } from "../schemas";
import { toQueryView } from "../to-query-view";

/** All questions of a conversation that the actor may see, in order, with their answers as they stand now. Throws NotFoundError. */
export async function listQueries(ctx: WorkspaceContext, conversationId: string): Promise<QueryView[]> {
  authorize(ctx, "ask:read");
  return inWorkspace(ctx, async (tx) => {
    await requireConversation(tx, ctx, conversationId);
    const rows = await tx
      .select()
      .from(queries)
      .where(and(eq(queries.workspaceId, ctx.workspace.id), eq(queries.conversationId, conversationId)))
      .orderBy(asc(queries.position));
    if (rows.length === 0) return [];
    const answerOf = await loadAnswers(tx, ctx, rows);
    return rows.map((row) => toQueryView(row, answerOf(row), ctx.actor.userId));
  });
}
