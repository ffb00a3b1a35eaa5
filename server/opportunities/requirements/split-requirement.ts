import type { Requirement } from "@/drizzle/schema";
import { foldText } from "@/lib/fold-text";
import { newId } from "@/lib/ids";
import { one } from "@/lib/one";
import { linkDependents } from "@/server/evidence";
import { ConflictError } from "@/server/platform/errors";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { type NewRequirement, nextNumber, placesBehind, revise } from "./revise";
import type { RequirementDeed, SplitRequirementInput } from "./schemas";
import { labelOf } from "./to-views";

/** Makes several requirements of one; each rests on the same words. The whole stays as history. Throws NotFoundError, ConflictError (not active). */
export function splitRequirement(ctx: WorkspaceContext, input: SplitRequirementInput): Promise<RequirementDeed> {
  return revise(ctx, { requirementIds: [input.id] }, async (tx, opportunity, rows) => {
    const row = one(rows);
    assertActive(row);
    const first = await nextNumber(tx, ctx, opportunity.id);
    const places = await placesBehind(tx, ctx, opportunity.id, row.position, input.parts.length);
    const added = input.parts.map(
      (part, index): NewRequirement => ({
        ...partOf(row),
        id: newId(),
        number: first + index,
        text: part.text,
        kind: part.kind ?? row.kind,
        isMandatory: part.isMandatory ?? row.isMandatory,
        position: places[index] ?? row.position,
        fingerprint: foldText(part.text).trim(),
        reason: `A person split ${labelOf(row.number)}.`,
        origin: "person",
        editedBy: ctx.actor.userId,
      }),
    );
    const { evidenceId } = row;
    if (evidenceId) {
      await linkDependents(
        tx,
        ctx,
        added.map(({ id }) => ({ evidenceId, kind: "requirement", dependentId: id ?? "" })),
      );
    }
    return {
      deed: "split",
      text: `split ${labelOf(row.number)} into ${added.length}`,
      changes: [{ row, after: { state: "split", editedBy: ctx.actor.userId } }],
      added,
    };
  });
}

function partOf(row: Requirement) {
  const { workspaceId, opportunityId, ref, leadIn, obliged, section, due, documentId, evidenceId, factorId } = row;
  return { workspaceId, opportunityId, ref, leadIn, obliged, section, due, documentId, evidenceId, factorId };
}

export function assertActive(row: Requirement): void {
  if (row.state !== "active") {
    throw new ConflictError(
      `${labelOf(row.number)} does not stand any more (${row.state}), so this cannot be done to it.`,
    );
  }
}
