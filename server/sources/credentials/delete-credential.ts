import { and, eq } from "drizzle-orm";
import { sourceCredentials } from "@/drizzle/schema";
import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { announceLive } from "@/server/platform/live";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { requireSource } from "../queries";

/** Forgets how to sign in, and the session that was open. Throws NotFoundError (source). */
export async function deleteCredential(ctx: WorkspaceContext, sourceId: string): Promise<void> {
  authorize(ctx, "sources:credentials");
  await inWorkspace(ctx, async (tx) => {
    await requireSource(tx, ctx, sourceId);
    await tx
      .delete(sourceCredentials)
      .where(and(eq(sourceCredentials.workspaceId, ctx.workspace.id), eq(sourceCredentials.sourceId, sourceId)));
    await recordAudit(tx, ctx, { action: "source.delete_credential", subjectId: sourceId });
    announceLive(ctx, "source", sourceId);
  });
}
