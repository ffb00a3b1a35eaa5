import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { revise } from "./revise";
import type { MergeRequirementsInput, RequirementDeed } from "./schemas";
import { assertActive } from "./split-requirement";
import { labelOf } from "./to-views";

/** Takes several requirements into the first one; the others stay as history. Throws NotFoundError, ConflictError (not active). */
export function mergeRequirements(ctx: WorkspaceContext, input: MergeRequirementsInput): Promise<RequirementDeed> {
  return revise(ctx, { requirementIds: input.ids }, async (_tx, _opportunity, rows) => {
    for (const row of rows) assertActive(row);
    const [first, ...others] = rows;
    if (!first) throw new Error("a merge names requirements");
    const text = (input.text ?? rows.map((row) => row.text).join(" ")).slice(0, 10_000);
    const by = { editedBy: ctx.actor.userId };
    return {
      deed: "merge",
      text: `merged ${others.map((row) => labelOf(row.number)).join(", ")} into ${labelOf(first.number)}`,
      changes: [
        { row: first, after: { ...by, text, isMandatory: rows.some((row) => row.isMandatory) } },
        ...others.map((row) => ({ row, after: { ...by, state: "merged" as const } })),
      ],
      added: [],
    };
  });
}
