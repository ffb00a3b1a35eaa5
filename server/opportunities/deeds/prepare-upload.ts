import { authorize } from "@/server/platform/authorize";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { lockOpportunity } from "../queries";
import { ensureOwnCollection } from "./set-visibility";

/** Where files for this opportunity are to be uploaded; made when it has no collection of its own yet. Throws NotFoundError. */
export async function prepareUpload(ctx: WorkspaceContext, id: string): Promise<{ collectionId: string }> {
  authorize(ctx, "opportunities:write");
  return inWorkspace(ctx, async (tx) => {
    const opportunity = await lockOpportunity(tx, ctx, id);
    return { collectionId: await ensureOwnCollection(tx, ctx, opportunity) };
  });
}
