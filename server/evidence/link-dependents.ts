import type { Tx } from "@/drizzle/client";
import { dependents } from "@/drizzle/schema";
import type { WorkspaceContext } from "@/server/platform/workspace-context";

/** Says that `dependentId` (an answer sentence, later a response, a tile) rests on this evidence. Saying it twice is no error. */
export async function linkDependents(
  tx: Tx,
  ctx: WorkspaceContext,
  links: { evidenceId: string; kind: string; dependentId: string }[],
): Promise<void> {
  if (links.length === 0) return;
  await tx
    .insert(dependents)
    .values(links.map((link) => ({ ...link, workspaceId: ctx.workspace.id })))
    .onConflictDoNothing();
}
