import { and, desc, eq, ilike, isNull, or, sql } from "drizzle-orm";
import { conversations, queries } from "@/drizzle/schema";
import { containing } from "@/lib/like-pattern";
import { authorize } from "@/server/platform/authorize";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import type { ConversationSummary, ListConversationsInput } from "./schemas";

/** The actor's own conversations and those shared with the workspace, newest first, found by words of title or questions. */
export async function listConversations(
  ctx: WorkspaceContext,
  input: ListConversationsInput,
): Promise<ConversationSummary[]> {
  authorize(ctx, "ask:read");
  const pattern = input.text ? containing(input.text) : null;
  return inWorkspace(ctx, async (tx) => {
    const rows = await tx
      .select({
        conversation: conversations,
        // Written out: among the selected fields a column is named without its table, and would be the inner one's.
        queryCount: sql<number>`(select count(*)::int from queries q where q.workspace_id = conversations.workspace_id and q.conversation_id = conversations.id)`,
      })
      .from(conversations)
      .where(
        and(
          eq(conversations.workspaceId, ctx.workspace.id),
          isNull(conversations.archivedAt),
          ...(pattern
            ? [
                or(
                  ilike(conversations.title, pattern),
                  sql`exists (select 1 from ${queries} where ${queries.workspaceId} = ${conversations.workspaceId} and ${queries.conversationId} = ${conversations.id} and ${queries.question} ilike ${pattern})`,
                ),
              ]
            : []),
        ),
      )
      .orderBy(desc(conversations.updatedAt))
      .limit(input.limit)
      .offset(input.offset);
    return rows.map(({ conversation, queryCount }) => ({
      id: conversation.id,
      title: conversation.title,
      visibility: conversation.visibility,
      isOwn: conversation.createdBy === ctx.actor.userId,
      collectionIds: conversation.collectionIds,
      queryCount,
      updatedAt: conversation.updatedAt,
    }));
  });
}
