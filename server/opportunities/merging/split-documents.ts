import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { type Notice, opportunityDocuments } from "@/drizzle/schema";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { link } from "../documents/adopt-documents";
import { documentsOfNotices } from "../notices/documents-of-notices";
import { forgetDocuments } from "../reading/forget-documents";
import { requestReading } from "../reading/request-reading";
import { hasDocuments, returnDocuments } from "./bring-documents";
import { returnRequirements } from "./return-requirements";

/**
 * The papers that a notice alone had brought go with it to the opportunity that it makes, with what people did to their requirements; those that other
 * notices brought as well stay, and are read there, too. To be called once the notice is with the new one.
 */
export async function splitDocuments(
  tx: Tx,
  ctx: WorkspaceContext,
  { notice, fromId, toId, others }: { notice: Notice; fromId: string; toId: string; others: readonly Notice[] },
): Promise<void> {
  const brought = [...(await documentsOfNotices(tx, ctx, [notice]))];
  if (brought.length === 0) return;
  const kept = await documentsOfNotices(tx, ctx, others);
  const family = [toId];
  // As if it had come by a merge: that is taken back.
  await tx
    .update(opportunityDocuments)
    .set({ mergedFrom: toId })
    .where(
      and(
        eq(opportunityDocuments.workspaceId, ctx.workspace.id),
        eq(opportunityDocuments.opportunityId, fromId),
        inArray(
          opportunityDocuments.documentId,
          brought.filter((id) => !kept.has(id)),
        ),
      ),
    );
  const documentIds = await returnDocuments(tx, ctx, toId, fromId, family);
  await returnRequirements(tx, ctx, { id: toId, intoId: fromId, family, documentIds, noticeIds: [notice.id] });
  if (documentIds.length > 0) await forgetDocuments(tx, ctx, fromId, documentIds);
  await link(
    tx,
    ctx,
    toId,
    brought.filter((id) => kept.has(id)),
  );
  for (const id of documentIds.length > 0 ? [fromId, toId] : [toId]) {
    if (await hasDocuments(tx, ctx, id)) await requestReading(tx, ctx, id);
  }
}
