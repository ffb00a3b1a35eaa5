import { and, eq } from "drizzle-orm";
import { opportunityFields } from "@/drizzle/schema";
import { one } from "@/lib/one";
import { ConflictError, NotFoundError } from "@/server/platform/errors";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { revise } from "./revise";
import type { EditRequirementInput, RequirementDeed } from "./schemas";
import { labelOf } from "./to-views";

/** Changes what is given; another reading of the documents leaves it so. Throws NotFoundError (requirement, factor), ConflictError (changed meanwhile). */
export function editRequirement(ctx: WorkspaceContext, input: EditRequirementInput): Promise<RequirementDeed> {
  return revise(ctx, { requirementIds: [input.id] }, async (tx, opportunity, rows) => {
    const row = one(rows);
    if (input.revision !== undefined && input.revision !== row.revision) {
      throw new ConflictError(`Somebody has changed ${labelOf(row.number)} meanwhile. Look at it again.`);
    }
    if (input.factorId) {
      const [factor] = await tx
        .select({ id: opportunityFields.id })
        .from(opportunityFields)
        .where(
          and(
            eq(opportunityFields.workspaceId, ctx.workspace.id),
            eq(opportunityFields.opportunityId, opportunity.id),
            eq(opportunityFields.id, input.factorId),
            eq(opportunityFields.name, "evaluation_factor"),
          ),
        );
      if (!factor) throw new NotFoundError("evaluation factor");
    }
    const { id: _, revision: __, ...given } = input;
    const changed = Object.fromEntries(
      Object.entries(given).filter(([key, value]) => value !== undefined && value !== row[key as keyof typeof row]),
    );
    const isChanged = Object.keys(changed).length > 0;
    return {
      deed: "edit",
      text: `edited ${labelOf(row.number)}`,
      changes: isChanged ? [{ row, after: { ...changed, editedBy: ctx.actor.userId } }] : [],
      added: [],
    };
  });
}
