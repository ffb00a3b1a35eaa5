import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { revise } from "./revise";
import type { DropRequirementsInput, RequirementDeed } from "./schemas";
import { labelOf } from "./to-views";

/** Says that these are no requirements; another reading leaves it so, and Undo brings them back. Throws NotFoundError. */
export function dropRequirements(ctx: WorkspaceContext, input: DropRequirementsInput): Promise<RequirementDeed> {
  return revise(ctx, { requirementIds: input.ids }, async (_tx, _opportunity, rows) => {
    const standing = rows.filter((row) => row.state === "active");
    const [first] = standing;
    return {
      deed: "drop",
      text:
        standing.length === 1 && first
          ? `said that ${labelOf(first.number)} is no requirement`
          : `said that ${standing.length} are no requirements`,
      changes: standing.map((row) => ({
        row,
        after: { state: "dropped", editedBy: ctx.actor.userId, ...(input.note ? { note: input.note } : {}) },
      })),
      added: [],
    };
  });
}
