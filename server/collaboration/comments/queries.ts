import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { type Comment, comments, documents, members } from "@/drizzle/schema";
import { InvalidInputError, NotFoundError } from "@/server/platform/errors";
import type { WorkspaceContext } from "@/server/platform/workspace-context";

/** As far as the actor may see it, and not removed. Throws NotFoundError. */
export async function requireComment(tx: Tx, ctx: WorkspaceContext, id: string): Promise<Comment> {
  const [found] = await tx
    .select()
    .from(comments)
    .where(and(eq(comments.workspaceId, ctx.workspace.id), eq(comments.id, id), isNull(comments.deletedAt)));
  if (!found) throw new NotFoundError("comment");
  return found;
}

/** Throws InvalidInputError when somebody mentioned is no member of the workspace. */
export async function assertMembers(tx: Tx, ctx: WorkspaceContext, userIds: readonly string[]): Promise<void> {
  const wanted = [...new Set(userIds)];
  if (wanted.length === 0) return;
  const known = await tx
    .select({ id: members.userId })
    .from(members)
    .where(and(eq(members.workspaceId, ctx.workspace.id), inArray(members.userId, wanted)));
  if (known.length !== wanted.length) throw new InvalidInputError("Only people of this workspace can be named here.");
}

/** Throws NotFoundError for a document that the actor may not see. */
export async function assertDocument(tx: Tx, ctx: WorkspaceContext, id: string): Promise<void> {
  const [found] = await tx
    .select({ id: documents.id })
    .from(documents)
    .where(and(eq(documents.workspaceId, ctx.workspace.id), eq(documents.id, id), isNull(documents.deletedAt)));
  if (!found) throw new NotFoundError("document");
}
