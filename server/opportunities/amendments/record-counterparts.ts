import { and, eq } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { type AmendmentItem, amendments, type Opportunity } from "@/drizzle/schema";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import type { Counterpart } from "../reading/find-counterparts";
import type { LoadedDocument } from "../reading/load-package";
import type { ShreddedPackage } from "../reading/read-package";
import { recordAmendment } from "./record-amendment";

/**
 * Writes down what the later one of two papers changed that met when two tenders were merged, as an amendment. Their requirements all go on standing.
 * In the caller's transaction; each pair of versions is told once.
 */
export async function recordCounterparts(
  tx: Tx,
  ctx: WorkspaceContext,
  opportunity: Opportunity,
  input: { documents: readonly LoadedDocument[]; shredded: ShreddedPackage; ids: readonly (string | undefined)[] },
): Promise<void> {
  for (const pair of input.shredded.counterparts) {
    const later = input.documents.find(({ id }) => id === pair.id);
    const earlier = input.documents.find(({ id }) => id === pair.earlierId);
    if (!later || !earlier) continue;
    const [told] = await tx
      .select({ id: amendments.id })
      .from(amendments)
      .where(
        and(
          eq(amendments.workspaceId, ctx.workspace.id),
          eq(amendments.opportunityId, opportunity.id),
          eq(amendments.beforeSnapshotId, earlier.snapshotId),
          eq(amendments.afterSnapshotId, later.snapshotId),
        ),
      )
      .limit(1);
    if (told) continue;
    const items = itemsOf(pair, input.shredded, input.ids);
    await recordAmendment(tx, ctx, opportunity, {
      documentId: later.id,
      beforeSnapshotId: earlier.snapshotId,
      afterSnapshotId: later.snapshotId,
      items,
      changes: pair.summaryChanges,
      fields: pair.fields,
      lines: pair.lines,
      dates: pair.dates,
      changedIds: items.map(({ requirementId }) => requirementId).filter((id) => id !== null),
    });
  }
}

function itemsOf(
  { changes }: Counterpart,
  { requirements }: ShreddedPackage,
  ids: readonly (string | undefined)[],
): AmendmentItem[] {
  const wordsAt = (index: number | null) =>
    index === null ? null : (requirements[index]?.quote ?? "").replace(/\s+/g, " ").trim();
  return changes.flatMap(({ type, before, after, isStanding, isSlight, turnedInto }): AmendmentItem[] => {
    if (isStanding || type === "unchanged" || type === "moved") return [];
    const requirementId = ids[after ?? before ?? -1] ?? null;
    if (type === "removed" && turnedInto !== undefined)
      return [{ what: "changed", requirementId, before: wordsAt(before), after: turnedInto }];
    const detail = isSlight ? { detail: "wording" } : {};
    return [{ what: type, requirementId, before: wordsAt(before), after: wordsAt(after), ...detail }];
  });
}
