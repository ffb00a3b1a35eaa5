import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { amendments, documents } from "@/drizzle/schema";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import type { RequirementView } from "../requirements/schemas";

/** What addenda say of requirements that go on standing in their own papers; of several the newest. By requirement. */
export async function loadAmended(
  tx: Tx,
  ctx: WorkspaceContext,
  opportunityId: string,
): Promise<Map<string, NonNullable<RequirementView["amendedBy"]>>> {
  const rows = await tx
    .select({ id: amendments.id, items: amendments.items, title: documents.title })
    .from(amendments)
    .innerJoin(
      documents,
      and(eq(documents.workspaceId, amendments.workspaceId), eq(documents.id, amendments.documentId)),
    )
    .where(
      and(
        eq(amendments.workspaceId, ctx.workspace.id),
        eq(amendments.opportunityId, opportunityId),
        isNotNull(amendments.documentId),
        isNull(amendments.beforeSnapshotId),
        isNull(documents.deletedAt),
      ),
    )
    .orderBy(asc(amendments.createdAt), asc(amendments.id));
  return new Map(
    rows.flatMap(({ id, items, title }) =>
      items.flatMap(({ requirementId, what, quote }) =>
        requirementId && quote && (what === "changed" || what === "removed" || what === "affected")
          ? [[requirementId, { amendmentId: id, title, what, quote }] as const]
          : [],
      ),
    ),
  );
}
