import { and, eq, inArray } from "drizzle-orm";
import { conversations, queries, streamEvents } from "@/drizzle/schema";
import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { announceLive } from "@/server/platform/live";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { requireConversation } from "../queries";
import { unlinkSentences } from "../unlink-sentences";
import { assertAuthor } from "./assert-author";

/** Removes a conversation with its questions and answers; only its author may. Throws NotFoundError, ForbiddenError. */
export async function deleteConversation(ctx: WorkspaceContext, id: string): Promise<void> {
  authorize(ctx, "ask:write");
  await inWorkspace(ctx, async (tx) => {
    const workspaceId = ctx.workspace.id;
    assertAuthor(ctx, await requireConversation(tx, ctx, id));
    const asked = await tx
      .select({ id: queries.id })
      .from(queries)
      .where(and(eq(queries.workspaceId, workspaceId), eq(queries.conversationId, id)));
    const queryIds = asked.map((query) => query.id);
    await unlinkSentences(tx, ctx, queryIds);
    // A stream carries its question's id without a foreign key; everything else goes with the conversation.
    await tx
      .delete(streamEvents)
      .where(and(eq(streamEvents.workspaceId, workspaceId), inArray(streamEvents.streamId, queryIds)));
    await tx.delete(conversations).where(and(eq(conversations.workspaceId, workspaceId), eq(conversations.id, id)));
    await recordAudit(tx, ctx, { action: "conversation.delete", subjectId: id });
    announceLive(ctx, "conversation", id);
  });
}
