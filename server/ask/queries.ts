import { and, desc, eq, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { type Conversation, conversations, type Query, queries } from "@/drizzle/schema";
import { NotFoundError } from "@/server/platform/errors";
import type { WorkspaceContext } from "@/server/platform/workspace-context";

/** A conversation that the actor may see: his own, or one shared with the workspace. Throws NotFoundError. */
export async function requireConversation(tx: Tx, ctx: WorkspaceContext, id: string): Promise<Conversation> {
  const [conversation] = await tx
    .select()
    .from(conversations)
    .where(and(eq(conversations.workspaceId, ctx.workspace.id), eq(conversations.id, id)));
  if (!conversation) throw new NotFoundError("conversation");
  return conversation;
}

export async function requireQuery(tx: Tx, ctx: WorkspaceContext, id: string): Promise<Query> {
  const [query] = await tx
    .select()
    .from(queries)
    .where(and(eq(queries.workspaceId, ctx.workspace.id), eq(queries.id, id)));
  if (!query) throw new NotFoundError("question");
  return query;
}

/** The question asked before this one in its conversation, which a follow-up leans on. */
export async function findPreviousQuery(tx: Tx, ctx: WorkspaceContext, query: Query): Promise<Query | null> {
  const [previous] = await tx
    .select()
    .from(queries)
    .where(
      and(
        eq(queries.workspaceId, ctx.workspace.id),
        eq(queries.conversationId, query.conversationId),
        sql`${queries.position} < ${query.position}`,
      ),
    )
    .orderBy(desc(queries.position))
    .limit(1);
  return previous ?? null;
}
