import { and, eq } from "drizzle-orm";
import { comments } from "@/drizzle/schema";
import { authorize } from "@/server/platform/authorize";
import { ForbiddenError } from "@/server/platform/errors";
import { announceLive } from "@/server/platform/live";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { requireComment } from "./queries";
import { mayRemove } from "./view-comments";

/** Takes the words away; that there was a comment, whose and when, stays. Throws NotFoundError, and ForbiddenError for somebody else's. */
export async function removeComment(ctx: WorkspaceContext, id: string): Promise<void> {
  authorize(ctx, "comments:write");
  await inWorkspace(ctx, async (tx) => {
    const comment = await requireComment(tx, ctx, id);
    if (!mayRemove(ctx, comment)) {
      throw new ForbiddenError("Only who wrote a comment, or an admin, can remove it.");
    }
    await tx
      .update(comments)
      .set({ body: "", mentions: [], documentId: null, deletedAt: new Date() })
      .where(and(eq(comments.workspaceId, ctx.workspace.id), eq(comments.id, id)));
    announceLive(ctx, "comment", comment.subjectId);
  });
}
