import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { resolveModel } from "./resolve-model";

/** Whether a language model answers for the workspace at all, before anything is prepared for it. */
export async function hasModel(ctx: WorkspaceContext): Promise<boolean> {
  return (await resolveModel(ctx)).kind === "model";
}
