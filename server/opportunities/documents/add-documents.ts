import { and, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { documents, opportunityDocuments } from "@/drizzle/schema";
import { recordActivity } from "@/server/collaboration";
import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { NotFoundError } from "@/server/platform/errors";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import type { DocumentsOfOpportunityInput } from "../deeds/schemas";
import { opportunitySubject } from "../pipeline/opportunity-subject";
import { lockOpportunity } from "../queries";
import { requestReading } from "../reading/request-reading";
import { link } from "./adopt-documents";

/** Says that documents belong to an opportunity, and has them read for it. Throws NotFoundError (opportunity, document). */
export async function addDocuments(ctx: WorkspaceContext, input: DocumentsOfOpportunityInput): Promise<void> {
  authorize(ctx, "opportunities:write");
  await inWorkspace(ctx, async (tx) => {
    const opportunity = await lockOpportunity(tx, ctx, input.id);
    const ids = [...new Set(input.documentIds)];
    await requireDocuments(tx, ctx, ids);
    // Only what had been taken out is read from the start; of a document that belongs here already, what it said before is still to be compared.
    await tx
      .update(opportunityDocuments)
      .set({ detachedAt: null, shreddedSnapshotId: null })
      .where(and(detached(ctx, opportunity.id), inArray(opportunityDocuments.documentId, ids)));
    const added = await link(tx, ctx, opportunity.id, ids);
    await requestReading(tx, ctx, opportunity.id);
    if (added > 0) {
      await recordActivity(tx, ctx, opportunitySubject(opportunity), {
        deed: "document.add",
        text: added === 1 ? "added a document" : `added ${added} documents`,
        detail: { documentIds: ids },
      });
    }
    await recordAudit(tx, ctx, { action: "opportunity.add_documents", subjectId: opportunity.id, detail: { ids } });
  });
}

const detached = (ctx: WorkspaceContext, opportunityId: string) =>
  and(
    eq(opportunityDocuments.workspaceId, ctx.workspace.id),
    eq(opportunityDocuments.opportunityId, opportunityId),
    isNotNull(opportunityDocuments.detachedAt),
  );

export async function requireDocuments(tx: Tx, ctx: WorkspaceContext, ids: string[]): Promise<void> {
  const found = await tx
    .select({ id: documents.id })
    .from(documents)
    .where(and(eq(documents.workspaceId, ctx.workspace.id), inArray(documents.id, ids), isNull(documents.deletedAt)));
  if (found.length !== ids.length) throw new NotFoundError("document");
}
