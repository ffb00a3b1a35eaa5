import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { opportunities } from "@/drizzle/schema";
import type { WorkspaceContext } from "@/server/platform/workspace-context";

/** Ids of all that were merged into an opportunity, and of what had been merged into those before. */
export async function mergedInto(tx: Tx, ctx: WorkspaceContext, id: string): Promise<string[]> {
  const found = new Set<string>();
  for (let next = [id]; next.length > 0; ) {
    const rows = await tx
      .select({ id: opportunities.id })
      .from(opportunities)
      .where(and(eq(opportunities.workspaceId, ctx.workspace.id), inArray(opportunities.mergedIntoId, next)));
    next = rows.map((row) => row.id).filter((one) => one !== id && !found.has(one));
    for (const one of next) found.add(one);
  }
  return [...found];
}

/** The opportunity that one was merged into in the end; the id itself when it stands on its own. */
export async function survivorOf(tx: Tx, ctx: WorkspaceContext, id: string): Promise<string> {
  const seen = new Set<string>();
  for (let at = id; ; ) {
    seen.add(at);
    const [row] = await tx
      .select({ into: opportunities.mergedIntoId })
      .from(opportunities)
      .where(and(eq(opportunities.workspaceId, ctx.workspace.id), eq(opportunities.id, at)));
    if (!row?.into || seen.has(row.into)) return at;
    at = row.into;
  }
}
