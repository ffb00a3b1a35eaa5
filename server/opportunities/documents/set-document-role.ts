import { and, eq, isNull } from "drizzle-orm";
import { opportunityDocuments } from "@/drizzle/schema";
import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { NotFoundError } from "@/server/platform/errors";
import { announceLive } from "@/server/platform/live";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import type { SetDocumentRoleInput } from "../deeds/schemas";
import { lockOpportunity } from "../queries";
import { requestReading } from "../reading/request-reading";

/** Says what a document is; null leaves it to the reading again. Throws NotFoundError. */
export async function setDocumentRole(ctx: WorkspaceContext, input: SetDocumentRoleInput): Promise<void> {
  authorize(ctx, "opportunities:write");
  await inWorkspace(ctx, async (tx) => {
    const opportunity = await lockOpportunity(tx, ctx, input.id);
    const isByPerson = input.role !== null;
    const [changed] = await tx
      .update(opportunityDocuments)
      .set({
        ...(input.role === undefined ? {} : { role: input.role, roleReason: isByPerson ? "A person said so." : null }),
        ...(input.isDraft === undefined ? {} : { isDraft: input.isDraft }),
        roleSetBy: isByPerson ? (ctx.actor.userId ?? opportunity.id) : null,
      })
      .where(
        and(
          eq(opportunityDocuments.workspaceId, ctx.workspace.id),
          eq(opportunityDocuments.opportunityId, opportunity.id),
          eq(opportunityDocuments.documentId, input.documentId),
          isNull(opportunityDocuments.detachedAt),
        ),
      )
      .returning({ id: opportunityDocuments.documentId });
    if (!changed) throw new NotFoundError("document");
    if (!isByPerson) await requestReading(tx, ctx, opportunity.id);
    await recordAudit(tx, ctx, {
      action: "opportunity.set_document_role",
      subjectId: opportunity.id,
      detail: { documentId: input.documentId, role: input.role ?? null, isDraft: input.isDraft ?? null },
    });
    announceLive(ctx, "opportunity", opportunity.id);
  });
}
