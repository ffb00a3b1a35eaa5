import type { Engine } from "@/lib/vocabulary/ask";
import type { FallbackReason } from "@/lib/vocabulary/models";
import { authorize } from "@/server/platform/authorize";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { formatModelName } from "./parse-model-name";
import { resolveModel } from "./resolve-model";

/** Who would answer a question now: the name of the workspace's model, or the rules and why. For every member. */
export async function getAnsweringEngine(
  ctx: WorkspaceContext,
): Promise<{ engine: Engine; model: string | null; reason: FallbackReason | null }> {
  authorize(ctx, "ask:read");
  const chosen = await resolveModel(ctx);
  if (chosen.kind === "none") return { engine: "extractive", model: null, reason: chosen.reason };
  return { engine: "model", model: formatModelName(chosen.access), reason: null };
}
