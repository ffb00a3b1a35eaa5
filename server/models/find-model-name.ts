import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { formatModelName } from "./parse-model-name";
import { resolveModel } from "./resolve-model";

/** What the workspace's model is called, for what is kept of its work; null where none answers. */
export async function findModelName(ctx: WorkspaceContext): Promise<string | null> {
  const chosen = await resolveModel(ctx);
  return chosen.kind === "model" ? formatModelName(chosen.access) : null;
}
