import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { type Comment, documents } from "@/drizzle/schema";
import { roleAtLeast, roleMay } from "@/lib/vocabulary/workspaces";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { memberNames } from "../member-names";
import type { CommentView } from "../schemas";

/** Words that others have read and answered are not changed any more. */
export const editableForMs = 24 * 3_600_000;

export function mayEdit(ctx: WorkspaceContext, comment: Comment, now = new Date()): boolean {
  return (
    roleMay(ctx.role, "comments:write") &&
    comment.deletedAt === null &&
    comment.userId !== null &&
    comment.userId === ctx.actor.userId &&
    now.getTime() - comment.createdAt.getTime() <= editableForMs
  );
}

/** Its author's, at any time; an admin's too. */
export function mayRemove(ctx: WorkspaceContext, comment: Comment): boolean {
  if (!roleMay(ctx.role, "comments:write") || comment.deletedAt !== null) return false;
  return (comment.userId !== null && comment.userId === ctx.actor.userId) || roleAtLeast(ctx.role, "admin");
}

/** Comments as they are shown, in the order given. An attached document that the actor may not see is left out. */
export async function viewComments(tx: Tx, ctx: WorkspaceContext, rows: Comment[]): Promise<CommentView[]> {
  const { person, named } = await memberNames(
    tx,
    ctx,
    rows.flatMap(({ userId, mentions }) => [userId, ...mentions]),
  );
  const attached = rows.flatMap(({ documentId }) => documentId ?? []);
  const titles =
    attached.length === 0
      ? []
      : await tx
          .select({ id: documents.id, title: documents.title })
          .from(documents)
          .where(
            and(
              eq(documents.workspaceId, ctx.workspace.id),
              inArray(documents.id, attached),
              isNull(documents.deletedAt),
            ),
          );
  return rows.map((row) => ({
    id: row.id,
    body: row.body,
    mentions: row.mentions.map(named),
    document: titles.find(({ id }) => id === row.documentId) ?? null,
    author: person(row.userId),
    createdAt: row.createdAt,
    editedAt: row.editedAt,
    deletedAt: row.deletedAt,
    mayEdit: mayEdit(ctx, row),
    mayRemove: mayRemove(ctx, row),
  }));
}
