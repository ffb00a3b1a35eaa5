import { and, desc, eq, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { type Conversation, conversations, type Query, queries } from "@/drizzle/schema";
import { NotFoundError } from "@/server/platform/errors";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { CancelledError } from "./errors";

/** A conversation that the actor may see: his own, or one shared with the workspace. Throws NotFoundError. */
export async function requireConversation(tx: Tx, ctx: WorkspaceContext, id: string): Promise<Conversation> {
  const [conversation] = await tx
    .select()
    .from(conversations)
    .where(and(eq(conversations.workspaceId, ctx.workspace.id), eq(conversations.id, id)));
  if (!conversation) throw new NotFoundError("conversation");
  return conversation;
}

/** The question, as far as the actor may see it. Throws NotFoundError. */
export async function requireQuery(tx: Tx, ctx: WorkspaceContext, id: string): Promise<Query> {
  const [query] = await tx
    .select()
    .from(queries)
    .where(and(eq(queries.workspaceId, ctx.workspace.id), eq(queries.id, id)));
  if (!query) throw new NotFoundError("question");
  return query;
}

/**
 * The question, while it may still be written to: one that was called off, failed or is complete has an ended stream. Holds it until
 * the transaction ends, so that nobody ends it in between. Throws CancelledError, NotFoundError.
 */
export async function requireOpenQuery(tx: Tx, ctx: WorkspaceContext, id: string): Promise<Query> {
  const [query] = await tx
    .select()
    .from(queries)
    .where(and(eq(queries.workspaceId, ctx.workspace.id), eq(queries.id, id)))
    .for("no key update");
  if (!query) throw new NotFoundError("question");
  if (query.status !== "queued" && query.status !== "running") throw new CancelledError();
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
