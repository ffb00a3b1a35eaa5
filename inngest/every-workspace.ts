import { asJob } from "@/server/jobs/errors";
import { logger } from "@/server/platform/logging";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { listWorkspaceIds, resolveJobContext } from "@/server/workspaces";

/** Does the same for each workspace in turn; one that fails is logged and tried again at the next run, and holds up no other. */
export function forEveryWorkspace(
  jobId: string,
  work: (ctx: WorkspaceContext) => Promise<unknown>,
): Promise<{ workspaces: number; failed: number }> {
  return asJob(async () => {
    const ids = await listWorkspaceIds();
    let failed = 0;
    for (const workspaceId of ids) {
      try {
        await work(await resolveJobContext({ data: { workspaceId, userId: null } }, jobId));
      } catch (error) {
        failed += 1;
        logger.error({ workspaceId, jobId, err: error }, "a workspace's turn of a scheduled job failed");
      }
    }
    return { workspaces: ids.length, failed };
  });
}
