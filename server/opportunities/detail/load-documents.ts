import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { documents, opportunityDocuments, requirements, snapshots } from "@/drizzle/schema";
import { isNewestVersion } from "@/server/knowledge/documents";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import type { OpportunityDetail } from "./schemas";

/** The buyer's documents of an opportunity: how far each has been read, what it is and what it demands. */
export async function loadDocuments(
  tx: Tx,
  ctx: WorkspaceContext,
  opportunityId: string,
): Promise<OpportunityDetail["documents"]> {
  const workspaceId = ctx.workspace.id;
  const [rows, counted] = await Promise.all([
    tx
      .select({ link: opportunityDocuments, document: documents, latest: snapshots })
      .from(opportunityDocuments)
      .innerJoin(
        documents,
        and(eq(documents.workspaceId, workspaceId), eq(documents.id, opportunityDocuments.documentId)),
      )
      .innerJoin(
        snapshots,
        and(eq(snapshots.workspaceId, workspaceId), eq(snapshots.documentId, documents.id), isNewestVersion),
      )
      .where(
        and(
          eq(opportunityDocuments.workspaceId, workspaceId),
          eq(opportunityDocuments.opportunityId, opportunityId),
          isNull(opportunityDocuments.detachedAt),
          isNull(documents.deletedAt),
        ),
      )
      .orderBy(asc(documents.path)),
    tx
      .select({ documentId: requirements.documentId, count: sql<number>`count(*)::int` })
      .from(requirements)
      .where(
        and(
          eq(requirements.workspaceId, workspaceId),
          eq(requirements.opportunityId, opportunityId),
          eq(requirements.state, "active"),
        ),
      )
      .groupBy(requirements.documentId),
  ]);
  const countOf = new Map(counted.map(({ documentId, count }) => [documentId, count]));
  return rows.map(({ link, document, latest }) => ({
    documentId: document.id,
    snapshotId: document.currentSnapshotId,
    path: document.path,
    title: document.title,
    role: link.role,
    roleReason: link.roleReason,
    isRoleSetByPerson: link.roleSetBy !== null,
    isDraft: link.isDraft,
    status: latest.status,
    failureReason: latest.failureReason,
    progress: latest.progress,
    pageCount: latest.pageCount,
    revision: latest.revision,
    isShredded: link.shreddedSnapshotId !== null && link.shreddedSnapshotId === document.currentSnapshotId,
    requirementCount: countOf.get(document.id) ?? 0,
  }));
}
