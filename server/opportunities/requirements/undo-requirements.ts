import { and, desc, eq, inArray } from "drizzle-orm";
import { type Requirement, requirementRevisions, requirements } from "@/drizzle/schema";
import { authorize } from "@/server/platform/authorize";
import { ConflictError, NotFoundError } from "@/server/platform/errors";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { loadPeople, requireOpportunity } from "../queries";
import { reopenProposals } from "../refinement/reopen-proposals";
import { revise } from "./revise";
import type { RequirementDeed, RequirementHistory, UndoRequirementsInput } from "./schemas";
import { labelOf } from "./to-views";

/** Columns that a deed may have changed, and so may bring back. */
const revisable = [
  "text",
  "kind",
  "isMandatory",
  "obliged",
  "section",
  "note",
  "due",
  "factorId",
  "state",
  "position",
  "editedBy",
] as const satisfies (keyof Requirement)[];

/**
 * Takes one deed back, whole; that is a deed itself and can be taken back. Throws NotFoundError, ConflictError when somebody has changed the same
 * since, or when the buyer did it.
 */
export function undoRequirements(ctx: WorkspaceContext, input: UndoRequirementsInput): Promise<RequirementDeed> {
  return revise(ctx, { opportunityId: input.opportunityId }, async (tx, opportunity) => {
    const revisions = await tx
      .select()
      .from(requirementRevisions)
      .where(
        and(
          eq(requirementRevisions.workspaceId, ctx.workspace.id),
          eq(requirementRevisions.opportunityId, opportunity.id),
          eq(requirementRevisions.batchId, input.batchId),
        ),
      );
    if (revisions.length === 0) throw new NotFoundError("change");
    if (revisions.some(({ deed }) => deed === "amendment")) {
      throw new ConflictError("The buyer changed this. Edit the requirement instead of taking the amendment back.");
    }
    const ids = revisions.map(({ requirementId }) => requirementId);
    const rows = await tx
      .select()
      .from(requirements)
      .where(and(eq(requirements.workspaceId, ctx.workspace.id), inArray(requirements.id, ids)));
    const rowOf = new Map(rows.map((row) => [row.id, row]));
    const changes: { row: Requirement; after: Partial<Requirement> }[] = [];
    for (const { requirementId, before, after } of revisions) {
      const row = rowOf.get(requirementId);
      if (!row) continue;
      const set = before ?? { state: "dropped" };
      const keys = revisable.filter((key) => key in set);
      const isOverwritten = keys.some((key) => key !== "editedBy" && key in after && after[key] !== row[key]);
      if (isOverwritten) {
        throw new ConflictError(`${labelOf(row.number)} has been changed since. Take the later change back first.`);
      }
      changes.push({ row, after: Object.fromEntries(keys.map((key) => [key, set[key]])) });
    }
    await reopenProposals(tx, ctx, input.batchId);
    return { deed: "undo", text: "took a change to requirements back", changes, added: [] };
  });
}

/** All that was done to a requirement, newest first. Throws NotFoundError. */
export async function listRequirementHistory(ctx: WorkspaceContext, id: string): Promise<RequirementHistory> {
  authorize(ctx, "opportunities:read");
  return inWorkspace(ctx, async (tx) => {
    const [row] = await tx
      .select({ opportunityId: requirements.opportunityId })
      .from(requirements)
      .where(and(eq(requirements.workspaceId, ctx.workspace.id), eq(requirements.id, id)));
    if (!row) throw new NotFoundError("requirement");
    await requireOpportunity(tx, ctx, row.opportunityId);
    const revisions = await tx
      .select()
      .from(requirementRevisions)
      .where(and(eq(requirementRevisions.workspaceId, ctx.workspace.id), eq(requirementRevisions.requirementId, id)))
      .orderBy(desc(requirementRevisions.createdAt), desc(requirementRevisions.id))
      .limit(200);
    const personOf = await loadPeople(
      tx,
      ctx,
      revisions.map(({ userId }) => userId),
    );
    return {
      revisions: revisions.map((one) => ({
        id: one.id,
        requirementId: one.requirementId,
        batchId: one.batchId,
        deed: one.deed,
        revision: one.revision,
        before: one.before ?? null,
        after: one.after,
        by: personOf(one.userId),
        createdAt: one.createdAt,
      })),
    };
  });
}
