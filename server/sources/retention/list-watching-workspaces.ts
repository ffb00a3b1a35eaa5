import { sources } from "@/drizzle/schema";
import { inSystem } from "@/server/platform/workspace-context";

/** The workspaces that watch anything, or have. */
export async function listWatchingWorkspaces(): Promise<string[]> {
  const rows = await inSystem((tx) =>
    tx.selectDistinct({ workspaceId: sources.workspaceId }).from(sources).orderBy(sources.workspaceId),
  );
  return rows.map(({ workspaceId }) => workspaceId);
}
