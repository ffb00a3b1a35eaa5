import { and, eq } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { collectionMembers, collections, type Source } from "@/drizzle/schema";
import type { WorkspaceContext } from "@/server/platform/workspace-context";

/** The named members of a restricted collection; undefined for an open one. */
export async function whoMaySee(tx: Tx, ctx: WorkspaceContext, source: Source): Promise<string[] | undefined> {
  const [collection] = await tx
    .select({ visibility: collections.visibility })
    .from(collections)
    .where(and(eq(collections.workspaceId, ctx.workspace.id), eq(collections.id, source.collectionId)));
  if (collection?.visibility !== "restricted") return undefined;
  const named = await tx
    .select({ userId: collectionMembers.userId })
    .from(collectionMembers)
    .where(
      and(eq(collectionMembers.workspaceId, ctx.workspace.id), eq(collectionMembers.collectionId, source.collectionId)),
    );
  return named.map(({ userId }) => userId);
}
