import { comments } from "@/drizzle/schema";
import { newId } from "@/lib/ids";
import { one } from "@/lib/one";
import { authorize } from "@/server/platform/authorize";
import { announceLive } from "@/server/platform/live";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import type { AddCommentInput, CommentView } from "../schemas";
import type { SubjectBook } from "../subject";
import { assertDocument, assertMembers } from "./queries";
import { tellMentioned } from "./tell-mentioned";
import { viewComments } from "./view-comments";

/** Says something about a subject. Throws NotFoundError (subject, document) and InvalidInputError (somebody who is no member). */
export async function addComment(
  ctx: WorkspaceContext,
  subjects: SubjectBook,
  input: AddCommentInput,
): Promise<CommentView> {
  authorize(ctx, "comments:write");
  const subject = await subjects.require(ctx, input);
  return inWorkspace(ctx, async (tx) => {
    const mentions = [...new Set(input.mentions)];
    await assertMembers(tx, ctx, mentions);
    if (input.documentId) await assertDocument(tx, ctx, input.documentId);
    const row = one(
      await tx
        .insert(comments)
        .values({
          workspaceId: ctx.workspace.id,
          id: newId(),
          collectionId: subject.collectionId,
          subjectKind: subject.kind,
          subjectId: subject.id,
          body: input.body,
          mentions,
          documentId: input.documentId ?? null,
          userId: ctx.actor.userId,
        })
        .returning(),
    );
    await tellMentioned(tx, ctx, subject, row);
    announceLive(ctx, "comment", subject.id);
    return one(await viewComments(tx, ctx, [row]));
  });
}
