import { and, eq } from "drizzle-orm";
import { sourceCredentials } from "@/drizzle/schema";
import { forgetContext } from "@/server/crawling/browser";
import { recordAudit } from "@/server/platform/audit";
import { authorize } from "@/server/platform/authorize";
import { announceLive } from "@/server/platform/live";
import { afterCommit, inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { contextKey, requireSource } from "../queries";

/** Forgets how to sign in, and the session that was open, also in the browser. Throws NotFoundError (source). */
export async function deleteCredential(ctx: WorkspaceContext, sourceId: string): Promise<void> {
  authorize(ctx, "sources:credentials");
  await inWorkspace(ctx, async (tx) => {
    const source = await requireSource(tx, ctx, sourceId);
    const [credential] = await tx
      .delete(sourceCredentials)
      .where(and(eq(sourceCredentials.workspaceId, ctx.workspace.id), eq(sourceCredentials.sourceId, sourceId)))
      .returning();
    if (credential) afterCommit(() => void forgetContext(contextKey(source, credential)));
    await recordAudit(tx, ctx, { action: "source.delete_credential", subjectId: sourceId });
    announceLive(ctx, "source", sourceId);
  });
}
