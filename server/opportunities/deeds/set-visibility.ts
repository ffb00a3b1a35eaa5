import { and, eq, inArray, isNull, ne } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { collections, documents, type Opportunity, opportunities, opportunityDocuments } from "@/drizzle/schema";
import { recordActivity, rehomeSubject } from "@/server/collaboration";
import { makeCollection, restrictTo } from "@/server/knowledge/collections";
import { updateDocument } from "@/server/knowledge/documents";
import { whoMaySee } from "@/server/notifications";
import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { announceLive } from "@/server/platform/live";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { opportunitySubject } from "../pipeline/opportunity-subject";
import { lockOpportunity } from "../queries";
import type { SetVisibilityInput } from "./schemas";

/**
 * Opens an opportunity to the workspace or keeps it to named members; actor and owner are always among them. It then lives in a collection of
 * its own, together with the documents that people gave for it. Throws NotFoundError, InvalidInputError (somebody is no member).
 */
export async function setVisibility(ctx: WorkspaceContext, input: SetVisibilityInput): Promise<void> {
  authorize(ctx, "opportunities:write");
  await inWorkspace(ctx, async (tx) => {
    const opportunity = await lockOpportunity(tx, ctx, input.id);
    const memberIds = [...input.memberIds, ...(opportunity.ownerId ? [opportunity.ownerId] : [])];
    const collectionId = await ensureOwnCollection(tx, ctx, opportunity);
    if (input.visibility === "restricted") await restrictTo(tx, ctx, collectionId, memberIds);
    else {
      await tx
        .update(collections)
        .set({ visibility: "workspace" })
        .where(and(eq(collections.workspaceId, ctx.workspace.id), eq(collections.id, collectionId)));
    }
    await recordActivity(tx, ctx, opportunitySubject({ ...opportunity, collectionId }), {
      deed: "opportunity.visibility",
      text: input.visibility === "restricted" ? "kept it to named people" : "opened it to the workspace",
    });
    await recordAudit(tx, ctx, {
      action: "opportunity.set_visibility",
      subjectId: opportunity.id,
      detail: { visibility: input.visibility, members: input.memberIds.length },
    });
    announceLive(ctx, "opportunity", opportunity.id);
    announceLive(ctx, "collection", collectionId);
  });
}

/**
 * Makes room for the files of one opportunity: where it shares its collection with others, the same file name would be a new version of a
 * stranger's document. Who may see it stays as it was. In the caller's transaction, with the opportunity locked.
 */
export async function ensureOwnCollection(tx: Tx, ctx: WorkspaceContext, opportunity: Opportunity): Promise<string> {
  if (opportunity.ownsCollection) return opportunity.collectionId;
  const memberIds = await whoMaySee(tx, ctx, opportunity.collectionId);
  const collectionId = await makeCollection(tx, ctx, { name: opportunity.title, memberIds });
  await tx
    .update(opportunities)
    .set({ collectionId, ownsCollection: true })
    .where(and(eq(opportunities.workspaceId, ctx.workspace.id), eq(opportunities.id, opportunity.id)));
  const subject = opportunitySubject({ ...opportunity, collectionId });
  await rehomeSubject(tx, ctx, subject, subject);
  for (const documentId of await ownDocuments(tx, ctx, opportunity)) {
    await updateDocument(ctx, { id: documentId, collectionId });
  }
  return collectionId;
}

/** Documents that people or mails brought for this opportunity alone. Captured pages stay with the source that watches them. */
async function ownDocuments(tx: Tx, ctx: WorkspaceContext, opportunity: Opportunity): Promise<string[]> {
  const workspaceId = ctx.workspace.id;
  const linked = await tx
    .select({ id: documents.id })
    .from(opportunityDocuments)
    .innerJoin(
      documents,
      and(eq(documents.workspaceId, workspaceId), eq(documents.id, opportunityDocuments.documentId)),
    )
    .where(
      and(
        eq(opportunityDocuments.workspaceId, workspaceId),
        eq(opportunityDocuments.opportunityId, opportunity.id),
        inArray(documents.origin, ["upload", "paste", "attachment"]),
        eq(documents.collectionId, opportunity.collectionId),
        isNull(documents.deletedAt),
      ),
    );
  const ids = linked.map(({ id }) => id);
  if (ids.length === 0) return [];
  const shared = await tx
    .select({ id: opportunityDocuments.documentId })
    .from(opportunityDocuments)
    .where(
      and(
        eq(opportunityDocuments.workspaceId, workspaceId),
        inArray(opportunityDocuments.documentId, ids),
        ne(opportunityDocuments.opportunityId, opportunity.id),
      ),
    );
  const kept = new Set(shared.map(({ id }) => id));
  return ids.filter((id) => !kept.has(id));
}
