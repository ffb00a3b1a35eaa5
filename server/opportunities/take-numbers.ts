import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { opportunities } from "@/drizzle/schema";
import { unsafeSeeingAllCollections, type WorkspaceContext } from "@/server/platform/workspace-context";

/**
 * Returns the first of the next free numbers ("#42") and keeps the others of the workspace waiting until the transaction ends. Restricted
 * collections are counted too, because a number is unique in the whole workspace. Take numbers before locking the row of an opportunity:
 * the transaction that holds the numbers may be waiting for that row.
 */
export async function takeNumbers(tx: Tx, ctx: WorkspaceContext): Promise<number> {
  const workspaceId = ctx.workspace.id;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`opportunities ${workspaceId}`}, 0))`);
  const [last] = await unsafeSeeingAllCollections(tx, ctx, () =>
    tx
      .select({ number: sql<number>`coalesce(max(${opportunities.number}), 0)::int` })
      .from(opportunities)
      .where(eq(opportunities.workspaceId, workspaceId)),
  );
  return (last?.number ?? 0) + 1;
}
