import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { ConflictError } from "@/server/platform/errors";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { assertFreeName, changeStages, placeOf } from "./change-stages";
import type { AddStageInput } from "./schemas";
import type { Stage } from "./stages";

const mostStages = 30;

/** A new column. Throws ConflictError when the name is taken or the board is full. */
export async function addStage(ctx: WorkspaceContext, input: AddStageInput): Promise<Stage> {
  authorize(ctx, "pipeline:manage");
  return changeStages(ctx, async (tx, stages) => {
    if (stages.length >= mostStages) throw new ConflictError(`A board has at most ${mostStages} stages.`);
    assertFreeName(stages, input.name);
    const stage = { key: newKey(stages, input.name), name: input.name };
    const at = input.afterKey === undefined ? stages.length : placeAfter(stages, input.afterKey);
    await recordAudit(tx, ctx, { action: "pipeline.add_stage", detail: stage });
    return { stages: stages.toSpliced(at, 0, stage), result: stage };
  });
}

function placeAfter(stages: Stage[], key: string | null): number {
  return key === null ? 0 : placeOf(stages, key) + 1;
}

/** From the name, so that addresses and keys stay readable; names change later, keys never. */
function newKey(stages: Stage[], name: string): string {
  const base =
    name
      .normalize("NFKD")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "_")
      .replace(/^_+|_+$/g, "")
      .slice(0, 30) || "stage";
  const taken = new Set(stages.map(({ key }) => key));
  for (let number = 1; ; number++) {
    const key = number === 1 ? base : `${base}_${number}`;
    if (!taken.has(key)) return key;
  }
}
