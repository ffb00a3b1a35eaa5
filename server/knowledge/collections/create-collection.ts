import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { collections } from "@/drizzle/schema";
import { newId } from "@/lib/ids";
import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { announceLive } from "@/server/platform/live";
import { inWorkspace, unsafeSeeingAllCollections, type WorkspaceContext } from "@/server/platform/workspace-context";
import { assertNameIsFree, restrictTo } from "./queries";
import type { CreateCollectionInput } from "./schemas";

/** Makes a collection. A restricted one is seen by its named members only, its maker always among them. Throws ConflictError (name). */
export async function createCollection(ctx: WorkspaceContext, input: CreateCollectionInput): Promise<{ id: string }> {
  authorize(ctx, "collections:manage");
  return inWorkspace(ctx, async (tx) => {
    const workspaceId = ctx.workspace.id;
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`collections ${workspaceId}`}, 0))`);
    await assertNameIsFree(tx, ctx, input.name);
    const id = newId();
    await tx.insert(collections).values({ workspaceId, id, number: await nextNumber(tx, ctx), name: input.name });
    if (input.visibility === "restricted") await restrictTo(tx, ctx, id, input.memberIds);
    await recordAudit(tx, ctx, {
      action: "collection.create",
      subjectId: id,
      detail: { visibility: input.visibility, members: input.memberIds.length },
    });
    announceLive(ctx, "collection", id);
    return { id };
  });
}

/** Dense numbers, counted over all collections, also those that the actor cannot see. */
export async function nextNumber(tx: Tx, ctx: WorkspaceContext): Promise<number> {
  const [row] = await unsafeSeeingAllCollections(tx, ctx, () =>
    tx
      .select({ next: sql<number>`coalesce(max(${collections.number}), -1) + 1` })
      .from(collections)
      .where(eq(collections.workspaceId, ctx.workspace.id)),
  );
  return row?.next ?? 0;
}
