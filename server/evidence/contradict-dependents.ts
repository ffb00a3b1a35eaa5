import { and, eq, gt, lt, notInArray, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { dependents, evidence } from "@/drizzle/schema";
import type { WorkspaceContext } from "@/server/platform/workspace-context";

/** A quote that goes on standing where it stands, while another paper says otherwise. */
export interface ContradictedQuote {
  evidenceId: string;
  /** Of the paper that says otherwise. */
  snapshotId: string;
  /** What it says; null: that it no longer holds. */
  after: string | null;
}

/**
 * Marks what rests on the same words of the same revision (at least half of the quote) as contradicted, except dependents of the kinds named:
 * their own domain tells them. Returns how many.
 */
export async function contradictDependents(
  tx: Tx,
  ctx: WorkspaceContext,
  quotes: readonly ContradictedQuote[],
  except: string[],
): Promise<number> {
  const workspaceId = ctx.workspace.id;
  let marked = 0;
  for (const { evidenceId, snapshotId, after } of quotes) {
    const [quote] = await tx
      .select({ renditionId: evidence.renditionId, start: evidence.start, end: evidence.end })
      .from(evidence)
      .where(and(eq(evidence.workspaceId, workspaceId), eq(evidence.id, evidenceId)));
    if (!quote) continue;
    const half = Math.ceil((quote.end - quote.start) / 2);
    const rows = await tx
      .update(dependents)
      .set({
        freshness: "contradicted",
        changedBySnapshotId: snapshotId,
        after,
        afterStart: null,
        markedAt: sql`now()`,
      })
      .from(evidence)
      .where(
        and(
          eq(dependents.workspaceId, workspaceId),
          notInArray(dependents.kind, except),
          eq(evidence.workspaceId, workspaceId),
          eq(evidence.id, dependents.evidenceId),
          eq(evidence.renditionId, quote.renditionId),
          lt(evidence.start, quote.end),
          gt(evidence.end, quote.start),
          sql`least(${evidence.end}, ${quote.end}::int) - greatest(${evidence.start}, ${quote.start}::int) >= ${half}::int`,
        ),
      )
      .returning({ id: dependents.dependentId });
    marked += rows.length;
  }
  return marked;
}
