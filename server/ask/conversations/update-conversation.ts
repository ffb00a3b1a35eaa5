import { and, eq } from "drizzle-orm";
import { conversations } from "@/drizzle/schema";
import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { announceLive } from "@/server/platform/live";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { requireConversation } from "../queries";
import { assertAuthor } from "./assert-author";
import type { UpdateConversationInput } from "./schemas";

/** Renames a conversation or shares it with the workspace; only its author may. Throws NotFoundError, ForbiddenError. */
export async function updateConversation(ctx: WorkspaceContext, input: UpdateConversationInput): Promise<void> {
  authorize(ctx, "ask:write");
  await inWorkspace(ctx, async (tx) => {
    const conversation = await requireConversation(tx, ctx, input.id);
    assertAuthor(ctx, conversation);
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
