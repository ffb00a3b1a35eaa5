import { and, eq, or, sql } from "drizzle-orm";
import { toolContexts } from "@/drizzle/schema";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { maxKeptMs } from "./call-tool";

/** Drops the kept results of tools that hold words of a removed document, and those too old to be used again. Safe to run twice. */
export async function forgetDocument(ctx: WorkspaceContext, documentId: string): Promise<void> {
  await inWorkspace(ctx, (tx) =>
    tx
      .delete(toolContexts)
      .where(
        and(
          eq(toolContexts.workspaceId, ctx.workspace.id),
          or(
            sql`position(${documentId} in ${toolContexts.result}::text) > 0`,
            sql`${toolContexts.createdAt} < now() - make_interval(secs => ${maxKeptMs / 1000})`,
          ),
        ),
      ),
  );
}
