import { and, eq, inArray, ne, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { collectionMembers, collections, members } from "@/drizzle/schema";
import { ConflictError, InvalidInputError, NotFoundError } from "@/server/platform/errors";
import { unsafeSeeingAllCollections, type WorkspaceContext } from "@/server/platform/workspace-context";

/** The named collection, or the workspace's default one. Throws NotFoundError. */
export async function requireCollection(tx: Tx, ctx: WorkspaceContext, id: string | undefined) {
  const [collection] = await tx
    .select()
    .from(collections)
    .where(
      and(
        eq(collections.workspaceId, ctx.workspace.id),
        id === undefined ? eq(collections.isDefault, true) : eq(collections.id, id),
      ),
    );
  if (!collection) throw new NotFoundError("collection");
  return collection;
}

/** Of these ids the ones that the actor may see. */
export async function findCollections(tx: Tx, ctx: WorkspaceContext, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx
    .select({ id: collections.id })
    .from(collections)
    .where(and(eq(collections.workspaceId, ctx.workspace.id), inArray(collections.id, [...ids])));
  return new Set(rows.map((row) => row.id));
}

export async function assertNameIsFree(tx: Tx, ctx: WorkspaceContext, name: string, exceptId?: string): Promise<void> {
  const [taken] = await unsafeSeeingAllCollections(tx, ctx, () =>
    tx
      .select({ id: collections.id })
      .from(collections)
      .where(
        and(
          eq(collections.workspaceId, ctx.workspace.id),
          sql`lower(${collections.name}) = lower(${name})`,
          ...(exceptId ? [ne(collections.id, exceptId)] : []),
        ),
      ),
  );
  if (taken) throw new ConflictError(`There is a collection named ${name} already. Choose another name.`);
}

/** Names who may see the collection, the actor always among them. Throws InvalidInputError for somebody who is no member. */
export async function restrictTo(
  tx: Tx,
  ctx: WorkspaceContext,
  collectionId: string,
  memberIds: string[],
): Promise<void> {
  const workspaceId = ctx.workspace.id;
  const wanted = [...new Set([...memberIds, ...(ctx.actor.userId ? [ctx.actor.userId] : [])])];
  const known = await tx
    .select({ userId: members.userId })
    .from(members)
    .where(and(eq(members.workspaceId, workspaceId), inArray(members.userId, wanted)));
  if (known.length !== wanted.length) {
    throw new InvalidInputError("Only members of this workspace can be given a restricted collection.");
  }
  await tx
    .insert(collectionMembers)
    .values(wanted.map((userId) => ({ workspaceId, collectionId, userId })))
    .onConflictDoNothing();
  await tx
    .update(collections)
    .set({ visibility: "restricted" })
    .where(and(eq(collections.workspaceId, workspaceId), eq(collections.id, collectionId)));
  // Last, because the policy must find the actor among the members until here.
  await tx
    .delete(collectionMembers)
    .where(
      and(
        eq(collectionMembers.workspaceId, workspaceId),
        eq(collectionMembers.collectionId, collectionId),
        sql`${collectionMembers.userId} <> all(${sql.param(wanted)}::uuid[])`,
      ),
    );
}
