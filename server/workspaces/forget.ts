import { afterCommit, type WorkspaceContext } from "@/server/platform/workspace-context";
import { forgetApiKeys } from "./find-api-key";
import { forgetMemberships } from "./find-membership";

/** After a change of who may do what in the workspace: this process looks again at once, others within seconds. */
export function forgetAfterCommit(ctx: Pick<WorkspaceContext, "workspace">): void {
  const workspaceId = ctx.workspace.id;
  afterCommit(() => {
    forgetMemberships({ workspaceId });
    forgetApiKeys({ workspaceId });
  });
}
