import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { documents, opportunityDocuments } from "@/drizzle/schema";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import type { OpportunityDetail } from "./schemas";

/** Papers whose place a newer one has taken: they had been read, and nobody took them out. */
export function loadReplaced(
  tx: Tx,
  ctx: WorkspaceContext,
  opportunityId: string,
): Promise<OpportunityDetail["replaced"]> {
  const workspaceId = ctx.workspace.id;
  return tx
    .select({ documentId: documents.id, path: documents.path, isDraft: opportunityDocuments.isDraft })
    .from(opportunityDocuments)
    .innerJoin(
      documents,
      and(eq(documents.workspaceId, workspaceId), eq(documents.id, opportunityDocuments.documentId)),
    )
    .where(
      and(
        eq(opportunityDocuments.workspaceId, workspaceId),
        eq(opportunityDocuments.opportunityId, opportunityId),
        isNotNull(opportunityDocuments.detachedAt),
        isNotNull(opportunityDocuments.shreddedSnapshotId),
        isNull(documents.deletedAt),
      ),
    )
    .orderBy(asc(documents.path))
    .limit(100);
}
