import { and, desc, eq, inArray, lt } from "drizzle-orm";
import { activities, comments } from "@/drizzle/schema";
import { authorize } from "@/server/platform/authorize";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { viewComments } from "../comments/view-comments";
import { memberNames } from "../member-names";
import type { ListActivitiesInput, ListActivitiesOutput } from "../schemas";
import type { SubjectBook } from "../subject";

/** What was done to a subject and what was said about it, newest first. Throws NotFoundError. */
export async function listActivities(
  ctx: WorkspaceContext,
  subjects: SubjectBook,
  input: ListActivitiesInput,
): Promise<ListActivitiesOutput> {
  authorize(ctx, "documents:read");
  const { id: subjectId, joinedIds } = await subjects.require(ctx, input);
  const ids = [subjectId, ...joinedIds];
  const before = input.before ? new Date(input.before) : null;
  return inWorkspace(ctx, async (tx) => {
    const deeds = await tx
      .select()
      .from(activities)
      .where(
        and(
          eq(activities.workspaceId, ctx.workspace.id),
          eq(activities.subjectKind, input.subjectKind),
          inArray(activities.subjectId, ids),
          ...(before ? [lt(activities.createdAt, before)] : []),
        ),
      )
      .orderBy(desc(activities.createdAt), desc(activities.id))
      .limit(input.limit + 1);
    const words = await tx
      .select()
      .from(comments)
      .where(
        and(
          eq(comments.workspaceId, ctx.workspace.id),
          eq(comments.subjectKind, input.subjectKind),
          inArray(comments.subjectId, ids),
          ...(before ? [lt(comments.createdAt, before)] : []),
        ),
      )
      .orderBy(desc(comments.createdAt), desc(comments.id))
      .limit(input.limit + 1);
    const { person } = await memberNames(
      tx,
      ctx,
      deeds.map(({ userId }) => userId),
    );
    const all = [
      ...deeds.map((row) => ({
        type: "activity" as const,
        id: row.id,
        deed: row.deed,
        text: row.text,
        detail: row.detail,
        person: person(row.userId),
        at: row.createdAt,
      })),
      ...(await viewComments(tx, ctx, words)).map((comment) => ({
        type: "comment" as const,
        id: comment.id,
        comment,
        at: comment.createdAt,
      })),
    ].sort((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1));
    const items = all.slice(0, input.limit);
    return { items, until: all.length > items.length ? (items.at(-1)?.at ?? null) : null };
  });
}
