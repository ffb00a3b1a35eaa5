import { authorize } from "@/server/platform/authorize";
import { NotFoundError } from "@/server/platform/errors";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { requireCollection } from "../collections/queries";
import { listVersions, requireDocument } from "./queries";
import type { DocumentDetail } from "./schemas";
import { toSummary, toVersion } from "./to-summary";

/** One document with all its versions. Throws NotFoundError. */
export async function getDocument(ctx: WorkspaceContext, id: string): Promise<DocumentDetail> {
  authorize(ctx, "documents:read");
  return inWorkspace(ctx, async (tx) => {
    const document = await requireDocument(tx, ctx, id);
    const versions = await listVersions(tx, ctx, id);
    const collection = await requireCollection(tx, ctx, document.collectionId);
    const [latest] = versions;
    if (!latest) throw new NotFoundError("document");
    return { ...toSummary(document, latest, collection), versions: versions.map(toVersion) };
  });
}
