import { and, asc, eq, inArray } from "drizzle-orm";
import { comments } from "@/drizzle/schema";
import { authorize } from "@/server/platform/authorize";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import type { CommentView, SubjectRef } from "../schemas";
import type { SubjectBook } from "../subject";
import { viewComments } from "./view-comments";

/** All that was said about a subject, oldest first. Throws NotFoundError. */
export async function listComments(
  ctx: WorkspaceContext,
  subjects: SubjectBook,
  ref: SubjectRef,
): Promise<CommentView[]> {
  authorize(ctx, "documents:read");
  const { id, joinedIds } = await subjects.require(ctx, ref);
  return inWorkspace(ctx, async (tx) =>
    viewComments(
      tx,
      ctx,
      await tx
        .select()
        .from(comments)
        .where(
          and(
            eq(comments.workspaceId, ctx.workspace.id),
            eq(comments.subjectKind, ref.subjectKind),
            inArray(comments.subjectId, [id, ...joinedIds]),
          ),
        )
        .orderBy(asc(comments.createdAt), asc(comments.id)),
    ),
  );
}
