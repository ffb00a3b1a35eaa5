import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { answerSentences, conversations, dependents, queries, streamEvents } from "@/drizzle/schema";
import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { ForbiddenError } from "@/server/platform/errors";
import { announceLive } from "@/server/platform/live";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { requireConversation } from "../queries";
import type { UpdateConversationInput } from "./schemas";

/** Renames a conversation or shares it with the workspace; only its author may. Throws NotFoundError, ForbiddenError. */
export async function updateConversation(ctx: WorkspaceContext, input: UpdateConversationInput): Promise<void> {
  authorize(ctx, "ask:write");
  await inWorkspace(ctx, async (tx) => {
    const conversation = await requireConversation(tx, ctx, input.id);
    assertAuthor(ctx, conversation.createdBy);
    await tx
      .update(conversations)
      .set({
        ...(input.title === undefined ? {} : { title: input.title }),
        ...(input.visibility === undefined ? {} : { visibility: input.visibility }),
      })
      .where(and(eq(conversations.workspaceId, ctx.workspace.id), eq(conversations.id, input.id)));
    if (input.visibility && input.visibility !== conversation.visibility) {
      await recordAudit(tx, ctx, {
        action: "conversation.share",
        subjectId: input.id,
        detail: { visibility: input.visibility },
      });
    }
    announceLive(ctx, "conversation", input.id);
  });
}

/** Removes a conversation with its questions and answers; only its author may. */
export async function deleteConversation(ctx: WorkspaceContext, id: string): Promise<void> {
  authorize(ctx, "ask:write");
  await inWorkspace(ctx, async (tx) => {
    const conversation = await requireConversation(tx, ctx, id);
    assertAuthor(ctx, conversation.createdBy);
    await deleteWhatWasWritten(tx, ctx, id);
    await tx
      .delete(conversations)
      .where(and(eq(conversations.workspaceId, ctx.workspace.id), eq(conversations.id, id)));
    await recordAudit(tx, ctx, { action: "conversation.delete", subjectId: id });
    announceLive(ctx, "conversation", id);
  });
}

/** Streams and links to evidence know a question by its id only; no key takes them along. */
async function deleteWhatWasWritten(tx: Tx, ctx: WorkspaceContext, conversationId: string): Promise<void> {
  const workspaceId = ctx.workspace.id;
  const asked = tx
    .select({ id: queries.id })
    .from(queries)
    .where(and(eq(queries.workspaceId, workspaceId), eq(queries.conversationId, conversationId)));
  const sentences = tx
    .select({ id: answerSentences.id })
    .from(answerSentences)
    .where(and(eq(answerSentences.workspaceId, workspaceId), inArray(answerSentences.queryId, asked)));
  await tx
    .delete(dependents)
    .where(
      and(
        eq(dependents.workspaceId, workspaceId),
        eq(dependents.kind, "answer_sentence"),
        inArray(dependents.dependentId, sentences),
      ),
    );
  await tx
    .delete(streamEvents)
    .where(and(eq(streamEvents.workspaceId, workspaceId), inArray(streamEvents.streamId, asked)));
}

function assertAuthor(ctx: WorkspaceContext, createdBy: string): void {
  if (ctx.actor.userId !== createdBy)
    throw new ForbiddenError("Only the person who began this conversation can change it.");
}
