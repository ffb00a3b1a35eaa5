import type { Tx } from "@/drizzle/client";
import { type Opportunity, opportunityReadings } from "@/drizzle/schema";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import type { LoadedDocument } from "../reading/load-package";
import { ofReading } from "../reading/request-reading";
import { recordAmendment } from "./record-amendment";

/**
 * Dates moved by papers that are neither a newer version nor an addendum by what they are ("Notice to bidders"): what moved is told all the same,
 * once everything else has been written down. In the caller's transaction.
 */
export async function recordLeftMoves(
  tx: Tx,
  ctx: WorkspaceContext,
  opportunity: Opportunity,
  documents: readonly LoadedDocument[],
): Promise<void> {
  const [reading] = await tx
    .select({ movedDates: opportunityReadings.movedDates })
    .from(opportunityReadings)
    .where(ofReading(ctx, opportunity.id));
  const movers = new Set((reading?.movedDates ?? []).map(({ documentId }) => documentId));
  for (const document of documents.filter(({ id }) => movers.has(id))) {
    await recordAmendment(tx, ctx, opportunity, {
      documentId: document.id,
      beforeSnapshotId: null,
      afterSnapshotId: document.snapshotId,
      items: [],
      changes: [],
      fields: [],
      changedIds: [],
    });
  }
}
