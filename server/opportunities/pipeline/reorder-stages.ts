import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { InvalidInputError } from "@/server/platform/errors";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { changeStages } from "./change-stages";
import type { ReorderStagesInput } from "./schemas";

/** Throws InvalidInputError unless exactly the present stages are named. */
export async function reorderStages(ctx: WorkspaceContext, input: ReorderStagesInput): Promise<void> {
  authorize(ctx, "pipeline:manage");
  await changeStages(ctx, async (tx, stages) => {
    const byKey = new Map(stages.map((stage) => [stage.key, stage]));
    const ordered = [...new Set(input.keys)].flatMap((key) => byKey.get(key) ?? []);
    if (ordered.length !== stages.length || input.keys.length !== stages.length) {
      throw new InvalidInputError("The stages have changed meanwhile. Look at them again and put them in order.");
    }
    await recordAudit(tx, ctx, { action: "pipeline.reorder_stages", detail: input });
    return { stages: ordered };
  });
}
