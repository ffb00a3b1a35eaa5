import { and, eq } from "drizzle-orm";
import { comments } from "@/drizzle/schema";
import { one } from "@/lib/one";
import { authorize } from "@/server/platform/authorize";
import { ConflictError, ForbiddenError } from "@/server/platform/errors";
import { announceLive } from "@/server/platform/live";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import type { CommentView, EditCommentInput } from "../schemas";
import type { SubjectBook } from "../subject";
import { assertMembers, requireComment } from "./queries";
import { tellMentioned } from "./tell-mentioned";
import { mayEdit, viewComments } from "./view-comments";

/** Changes one's own words within a day; who is newly named is told. Throws NotFoundError, ForbiddenError and ConflictError (too late). */
export async function editComment(
  ctx: WorkspaceContext,
  subjects: SubjectBook,
  input: EditCommentInput,
): Promise<CommentView> {
  authorize(ctx, "comments:write");
  return inWorkspace(ctx, async (tx) => {
    const before = await requireComment(tx, ctx, input.id);
    if (before.userId !== ctx.actor.userId) throw new ForbiddenError("Only who wrote a comment can change its words.");
    if (!mayEdit(ctx, before)) {
      throw new ConflictError("A comment can be changed within a day of writing it. Write another one.");
    }
    const mentions = [...new Set(input.mentions)];
    await assertMembers(tx, ctx, mentions);
    const row = one(
      await tx
        .update(comments)
        .set({ body: input.body, mentions, editedAt: new Date() })
        .where(and(eq(comments.workspaceId, ctx.workspace.id), eq(comments.id, input.id)))
        .returning(),
    );
    const subject = await subjects.require(ctx, row);
    const added = mentions.filter((id) => !before.mentions.includes(id));
    await tellMentioned(tx, ctx, subject, { ...row, mentions: added });
    announceLive(ctx, "comment", row.subjectId);
    return one(await viewComments(tx, ctx, [row]));
  });
}
