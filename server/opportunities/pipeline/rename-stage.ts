import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { assertFreeName, changeStages, placeOf } from "./change-stages";
import type { RenameStageInput } from "./schemas";

/** Another name; the key, by which addresses and saved searches know the stage, stays. Throws NotFoundError, ConflictError (name). */
export async function renameStage(ctx: WorkspaceContext, input: RenameStageInput): Promise<void> {
  authorize(ctx, "pipeline:manage");
  await changeStages(ctx, async (tx, stages) => {
    placeOf(stages, input.key);
    assertFreeName(
      stages.filter(({ key }) => key !== input.key),
      input.name,
    );
    await recordAudit(tx, ctx, { action: "pipeline.rename_stage", detail: input });
    return { stages: stages.map((stage) => (stage.key === input.key ? { ...stage, name: input.name } : stage)) };
  });
}
