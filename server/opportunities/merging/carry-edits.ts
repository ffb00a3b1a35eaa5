import { and, eq } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { type Requirement, requirementRevisions, requirements } from "@/drizzle/schema";
import { newId } from "@/lib/ids";
import type { WorkspaceContext } from "@/server/platform/workspace-context";

const carried = ["text", "kind", "isMandatory", "obliged", "section", "note", "due", "state"] as const;

/**
 * What people made of a demand in the one holds in the other, where the same paper says the same and nobody has touched it: an edit of theirs, in the
 * history like every other.
 */
export async function carryEdits(
  tx: Tx,
  ctx: WorkspaceContext,
  rows: readonly Requirement[],
  there: readonly Requirement[],
): Promise<void> {
  const untouched = Map.groupBy(
    there.filter(({ editedBy }) => editedBy === null),
    placeOf,
  );
  // In reading order, so that of equal words in one paper each finds its own.
  for (const row of rows.toSorted((a, b) => a.position - b.position)) {
    const twin = untouched.get(placeOf(row))?.toSorted((a, b) => a.position - b.position)[0];
    if (twin)
      untouched.set(
        placeOf(row),
        (untouched.get(placeOf(row)) ?? []).filter((one) => one !== twin),
      );
    if (!twin || row.editedBy === null) continue;
    const differing = carried.filter((column) => row[column] !== twin[column]);
    const pick = (of: Requirement) => Object.fromEntries(differing.map((column) => [column, of[column]]));
    const revision = twin.revision + 1;
    const after = { ...pick(row), editedBy: row.editedBy };
    await tx
      .update(requirements)
      .set({ ...after, revision })
      .where(and(eq(requirements.workspaceId, ctx.workspace.id), eq(requirements.id, twin.id)));
    await tx.insert(requirementRevisions).values({
      workspaceId: ctx.workspace.id,
      id: newId(),
      opportunityId: twin.opportunityId,
      requirementId: twin.id,
      batchId: newId(),
      deed: "edit",
      revision,
      before: { ...pick(twin), editedBy: null },
      after,
      userId: row.editedBy,
    });
  }
}

const placeOf = ({ documentId, fingerprint }: Requirement) => `${documentId} ${fingerprint}`;
