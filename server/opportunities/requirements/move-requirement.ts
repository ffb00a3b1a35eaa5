import { and, eq } from "drizzle-orm";
import { requirements } from "@/drizzle/schema";
import { one } from "@/lib/one";
import { NotFoundError } from "@/server/platform/errors";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { placesBehind, revise } from "./revise";
import type { MoveRequirementInput, RequirementDeed } from "./schemas";
import { labelOf } from "./to-views";

/** Puts a requirement behind another one, or on top. Throws NotFoundError. */
export function moveRequirement(ctx: WorkspaceContext, input: MoveRequirementInput): Promise<RequirementDeed> {
  return revise(ctx, { requirementIds: [input.id] }, async (tx, opportunity, rows) => {
    const row = one(rows);
    const [after] = input.afterId
      ? await tx
          .select({ position: requirements.position })
          .from(requirements)
          .where(
            and(
              eq(requirements.workspaceId, ctx.workspace.id),
              eq(requirements.opportunityId, opportunity.id),
              eq(requirements.id, input.afterId),
            ),
          )
      : [];
    if (input.afterId && !after) throw new NotFoundError("requirement");
    const [position = row.position] = await placesBehind(tx, ctx, opportunity.id, after?.position ?? null);
    return {
      deed: "move",
      text: `moved ${labelOf(row.number)}`,
      changes: input.afterId === input.id ? [] : [{ row, after: { position } }],
      added: [],
    };
  });
}
