import { and, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { type Opportunity, type Requirement, requirements } from "@/drizzle/schema";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { startOfDocument } from "../reading/place-requirements";
import type { BroughtDocuments } from "./bring-documents";
import { carryEdits } from "./carry-edits";
import { moveWithRequirements } from "./move-with-requirements";

/**
 * The requirements of the papers that came along, and those that people wrote, follow those of the other: the same rows, with their history and all
 * that was done to them. Of papers that both have, the other's rows stay, and take over what people made of them here.
 */
export async function bringRequirements(
  tx: Tx,
  ctx: WorkspaceContext,
  from: Opportunity,
  into: Opportunity,
  documents: BroughtDocuments,
): Promise<void> {
  const rows = await requirementsOf(tx, ctx, from.id);
  const there = await requirementsOf(tx, ctx, into.id);
  const isShared = ({ documentId }: Requirement) => documentId !== null && documents.shared.includes(documentId);
  const isBrought = ({ documentId }: Requirement) => documentId !== null && documents.brought.includes(documentId);
  const moved = rows
    .filter((row) => isBrought(row) || (isShared(row) ? row.origin === "person" : isOfPeople(row)))
    .toSorted((a, b) => a.number - b.number);
  await carryEdits(
    tx,
    ctx,
    rows.filter((row) => isShared(row) && row.origin !== "person"),
    there,
  );
  const ids = moved.map(({ id }) => id);
  if (ids.length > 0) {
    const last = Math.max(0, ...there.map(({ number }) => number));
    const shift = startOfDocument(Math.max(0, ...there.map(({ position }) => position)));
    await tx.execute(sql`
      update requirements r set opportunity_id = ${into.id}, merged_from = coalesce(r.merged_from, ${from.id}),
        merged_number = coalesce(r.merged_number, r.number), number = ${last}::int + m.at::int, position = r.position + ${shift}, factor_id = null
      from unnest(${sql.param(ids)}::uuid[]) with ordinality as m(id, at)
      where r.workspace_id = ${ctx.workspace.id} and r.id = m.id`);
    await unlinkTwins(tx, ctx, [from.id, into.id]);
  }
  await moveWithRequirements(tx, ctx, {
    fromId: from.id,
    toId: into.id,
    requirementIds: ids,
    documentIds: documents.brought,
  });
}

const isOfPeople = ({ documentId, origin, editedBy }: Requirement) =>
  documentId === null || origin === "person" || editedBy !== null;

export function requirementsOf(tx: Tx, ctx: WorkspaceContext, opportunityId: string): Promise<Requirement[]> {
  return tx
    .select()
    .from(requirements)
    .where(and(eq(requirements.workspaceId, ctx.workspace.id), eq(requirements.opportunityId, opportunityId)));
}

/** A twin is one in the same opportunity; the next reading links those that are together now. */
export async function unlinkTwins(tx: Tx, ctx: WorkspaceContext, opportunityIds: string[]): Promise<void> {
  await tx
    .update(requirements)
    .set({ duplicateOfId: null })
    .where(
      and(
        eq(requirements.workspaceId, ctx.workspace.id),
        inArray(requirements.opportunityId, opportunityIds),
        sql`not exists (select from requirements t where t.workspace_id = ${requirements.workspaceId} and t.id = ${requirements.duplicateOfId}
          and t.opportunity_id = ${requirements.opportunityId})`,
        sql`${requirements.duplicateOfId} is not null`,
      ),
    );
}
