import { and, eq, inArray } from "drizzle-orm";
import { opportunityDocuments } from "@/drizzle/schema";
import { recordActivity } from "@/server/collaboration";
import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { NotFoundError } from "@/server/platform/errors";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import type { DocumentsOfOpportunityInput } from "../deeds/schemas";
import { opportunitySubject } from "../pipeline/opportunity-subject";
import { lockOpportunity } from "../queries";
import { forgetDocuments } from "../reading/forget-documents";
import { refreshOpportunity } from "../refresh/refresh-opportunity";

/**
 * Says that documents do not belong to an opportunity: what was read from them goes, what people wrote stays. The documents themselves stay in
 * the library; adding them again reads them anew. Throws NotFoundError.
 */
export async function removeDocuments(ctx: WorkspaceContext, input: DocumentsOfOpportunityInput): Promise<void> {
  authorize(ctx, "opportunities:write");
  await inWorkspace(ctx, async (tx) => {
    const opportunity = await lockOpportunity(tx, ctx, input.id);
    const taken = await tx
      .update(opportunityDocuments)
      .set({ detachedAt: new Date(), shreddedSnapshotId: null, shreddedAt: null })
      .where(
        and(
          eq(opportunityDocuments.workspaceId, ctx.workspace.id),
          eq(opportunityDocuments.opportunityId, opportunity.id),
          inArray(opportunityDocuments.documentId, input.documentIds),
        ),
      )
      .returning({ id: opportunityDocuments.documentId });
    if (taken.length === 0) throw new NotFoundError("document");
    const ids = taken.map(({ id }) => id);
    await forgetDocuments(tx, ctx, opportunity.id, ids);
    await refreshOpportunity(tx, ctx, opportunity.id);
    await recordActivity(tx, ctx, opportunitySubject(opportunity), {
      deed: "document.remove",
      text: ids.length === 1 ? "took a document out" : `took ${ids.length} documents out`,
      detail: { documentIds: ids },
    });
    await recordAudit(tx, ctx, { action: "opportunity.remove_documents", subjectId: opportunity.id, detail: { ids } });
  });
}
