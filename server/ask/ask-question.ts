import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { conversations, queries } from "@/drizzle/schema";
import { newId } from "@/lib/ids";
import { announce } from "@/server/jobs/announce";
import { queryAsked } from "@/server/jobs/events";
import { findCollections } from "@/server/knowledge/collections";
import { authorize } from "@/server/platform/authorize";
import { ForbiddenError, NotFoundError } from "@/server/platform/errors";
import { announceLive } from "@/server/platform/live";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { requireConversation } from "./queries";
import type { AskedQuery, AskInput } from "./schemas";

/**
 * Writes the question down and asks a job to answer it. The answer arrives on the stream that carries the query's id, whoever
 * reads it and whenever. Throws NotFoundError (conversation, collection), ForbiddenError.
 */
export async function askQuestion(ctx: WorkspaceContext, input: AskInput): Promise<AskedQuery> {
  authorize(ctx, "ask:write");
  const userId = ctx.actor.userId;
  if (userId === null) throw new ForbiddenError("Only a person can ask a question.");
  const workspaceId = ctx.workspace.id;
  return inWorkspace(ctx, async (tx) => {
    const conversationId = input.conversationId ?? newId();
    await requireScope(tx, ctx, input);
    if (!input.conversationId) {
      await tx.insert(conversations).values({
        workspaceId,
        id: conversationId,
        title: titleOf(input.question),
        collectionIds: input.collectionIds ?? [],
        createdBy: userId,
      });
    }
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`conversation ${conversationId}`}, 0))`);
    const [last] = await tx
      .select({ position: sql<number>`coalesce(max(${queries.position}), 0)` })
      .from(queries)
      .where(and(eq(queries.workspaceId, workspaceId), eq(queries.conversationId, conversationId)));
    const queryId = newId();
    await tx.insert(queries).values({
      workspaceId,
      id: queryId,
      conversationId,
      position: (last?.position ?? 0) + 1,
      question: input.question,
      bypassesCache: input.bypassCache,
      createdBy: userId,
    });
    await tx
      .update(conversations)
      .set({ updatedAt: new Date() })
      .where(and(eq(conversations.workspaceId, workspaceId), eq(conversations.id, conversationId)));
    await announce(tx, queryAsked.create({ workspaceId, userId, queryId }));
    announceLive(ctx, "conversation", conversationId);
    return { queryId, conversationId };
  });
}

/**
 * A scope that nobody sees would be answered with "the documents do not say", which is not what happened. Of a conversation that goes on
 * some collections may have gone meanwhile, but not all.
 */
async function requireScope(tx: Tx, ctx: WorkspaceContext, input: AskInput): Promise<void> {
  const asked = [...new Set(input.collectionIds ?? [])];
  const stands = input.conversationId ? (await requireConversation(tx, ctx, input.conversationId)).collectionIds : [];
  const seen = await findCollections(tx, ctx, [...asked, ...stands]);
  const isGone = stands.length > 0 && !stands.some((id) => seen.has(id));
  if (isGone || asked.some((id) => !seen.has(id))) throw new NotFoundError("collection");
}

/** The first line of the question, cut at a word. */
function titleOf(question: string): string {
  const line = question.split("\n")[0]?.trim() ?? question;
  if (line.length <= 80) return line;
  return `${line.slice(0, 80).replace(/\s+\S*$/, "")} …`;
}
