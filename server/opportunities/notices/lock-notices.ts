import { sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import type { WorkspaceContext } from "@/server/platform/workspace-context";

/** Whoever decides which opportunity a notice belongs to takes turns in the workspace, until the transaction ends. Take it before any other lock. */
export async function lockNotices(tx: Tx, ctx: WorkspaceContext): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`notices ${ctx.workspace.id}`}, 0))`);
}
