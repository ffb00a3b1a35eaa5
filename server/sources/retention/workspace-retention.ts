import { eq } from "drizzle-orm";
import { type Retention, workspaces } from "@/drizzle/schema";
import { one } from "@/lib/one";
import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";

/** What is kept of the past of sources that have no rule of their own. */
export async function getWorkspaceRetention(ctx: WorkspaceContext): Promise<Retention> {
  authorize(ctx, "sources:read");
  return inWorkspace(ctx, async (tx) => {
    const rows = await tx
      .select({ retention: workspaces.sourceRetention })
      .from(workspaces)
      .where(eq(workspaces.id, ctx.workspace.id));
    return one(rows).retention;
  });
}

/** It takes effect with the next daily tidying. */
export async function updateWorkspaceRetention(ctx: WorkspaceContext, retention: Retention): Promise<void> {
  authorize(ctx, "workspace:manage");
  await inWorkspace(ctx, async (tx) => {
    await tx.update(workspaces).set({ sourceRetention: retention }).where(eq(workspaces.id, ctx.workspace.id));
    await recordAudit(tx, ctx, {
      action: "workspace.retention",
      subjectId: ctx.workspace.id,
      detail: { ...retention },
    });
  });
}
