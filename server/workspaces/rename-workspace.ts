import { eq } from "drizzle-orm";
import { workspaces } from "@/drizzle/schema";
import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { forgetAfterCommit } from "./forget";

/** The name changes; the address stays, so that links keep leading here. */
export async function renameWorkspace(
  ctx: WorkspaceContext,
  input: { name: string },
): Promise<WorkspaceContext["workspace"]> {
  authorize(ctx, "workspace:manage");
  return inWorkspace(ctx, async (tx) => {
    await tx.update(workspaces).set({ name: input.name }).where(eq(workspaces.id, ctx.workspace.id));
    await recordAudit(tx, ctx, {
      action: "workspace.rename",
      subjectId: ctx.workspace.id,
      detail: { from: ctx.workspace.name, to: input.name },
    });
    forgetAfterCommit(ctx);
    return { ...ctx.workspace, name: input.name };
  });
}
