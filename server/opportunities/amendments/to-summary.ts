import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { type Amendment, documents } from "@/drizzle/schema";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import type { OpportunityDetail } from "../detail/schemas";
import { loadPeople } from "../queries";
import { countItems } from "./count-items";

type Summary = OpportunityDetail["amendments"][number];

export async function toSummaries(tx: Tx, ctx: WorkspaceContext, rows: readonly Amendment[]): Promise<Summary[]> {
  const documentIds = [...new Set(rows.map((row) => row.documentId).filter((id) => id !== null))];
  const [personOf, titled] = await Promise.all([
    loadPeople(
      tx,
      ctx,
      rows.map((row) => row.reviewedBy),
    ),
    documentIds.length === 0
      ? []
      : tx
          .select({ id: documents.id, title: documents.title })
          .from(documents)
          .where(and(eq(documents.workspaceId, ctx.workspace.id), inArray(documents.id, documentIds))),
  ]);
  const documentOf = new Map(titled.map((document) => [document.id, document]));
  return rows.map((row) => {
    return {
      id: row.id,
      opportunityId: row.opportunityId,
      state: row.state,
      summary: row.summary,
      document: row.documentId === null ? null : (documentOf.get(row.documentId) ?? null),
      noticeId: row.noticeId,
      isAddendum: row.documentId !== null && row.beforeSnapshotId === null,
      counts: countItems(row.items),
      createdAt: row.createdAt,
      reviewedBy: personOf(row.reviewedBy),
      reviewedAt: row.reviewedAt,
    };
  });
}
