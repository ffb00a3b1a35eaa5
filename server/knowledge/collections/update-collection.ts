import { and, eq } from "drizzle-orm";
import { collections } from "@/drizzle/schema";
import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { ConflictError } from "@/server/platform/errors";
import { announceLive } from "@/server/platform/live";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { assertNameIsFree, requireCollection, restrictTo } from "./queries";
import type { UpdateCollectionInput } from "./schemas";

/** Renames a collection, opens it or restricts it. The default collection stays open. Throws NotFoundError, ConflictError. */
export async function updateCollection(ctx: WorkspaceContext, input: UpdateCollectionInput): Promise<void> {
  authorize(ctx, "collections:manage");
  await inWorkspace(ctx, async (tx) => {
    const collection = await requireCollection(tx, ctx, input.id);
    const visibility = input.visibility ?? collection.visibility;
    if (collection.isDefault && visibility === "restricted") {
      throw new ConflictError(
        "The default collection is open to the whole workspace. Make another collection for restricted documents.",
      );
    }
    if (input.name !== undefined) {
      await assertNameIsFree(tx, ctx, input.name, input.id);
      await tx.update(collections).set({ name: input.name }).where(byId(ctx, input.id));
    }
    if (visibility === "workspace") await tx.update(collections).set({ visibility }).where(byId(ctx, input.id));
    else if (input.memberIds !== undefined || collection.visibility === "workspace") {
      await restrictTo(tx, ctx, input.id, input.memberIds ?? []);
    }
    await recordAudit(tx, ctx, { action: "collection.update", subjectId: input.id, detail: { visibility } });
    announceLive(ctx, "collection", input.id);
  });
}

function byId(ctx: WorkspaceContext, id: string) {
  return and(eq(collections.workspaceId, ctx.workspace.id), eq(collections.id, id));
}
