import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { type AmendmentItem, type Opportunity, reopenings } from "@/drizzle/schema";
import { newId } from "@/lib/ids";
import type { ReopenedKind } from "@/lib/vocabulary/opportunities";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { findDependents } from "./find-dependents";

/** Opens again what people built on what an amendment changed. In its transaction; returns how much that is. */
export async function recordReopenings(
  tx: Tx,
  ctx: WorkspaceContext,
  opportunity: Opportunity,
  amendment: { id: string; items: readonly AmendmentItem[] },
): Promise<number> {
  const found = await findDependents(tx, ctx, opportunity, amendment.items);
  if (found.length === 0) return 0;
  const base = { workspaceId: ctx.workspace.id, opportunityId: opportunity.id, amendmentId: amendment.id };
  await tx
    .insert(reopenings)
    .values(found.map((one) => ({ ...base, ...one, id: newId() })))
    .onConflictDoNothing();
  return found.length;
}

/** What was decided, changed or done anew is settled by that, whoever did it. In the caller's transaction. */
export async function settleReopened(
  tx: Tx,
  ctx: WorkspaceContext,
  kind: ReopenedKind,
  dependentIds: readonly string[],
  confirmedBy: string | null = null,
): Promise<number> {
  if (dependentIds.length === 0) return 0;
  const settled = await tx
    .update(reopenings)
    .set({ confirmedAt: new Date(), confirmedBy })
    .where(
      and(
        eq(reopenings.workspaceId, ctx.workspace.id),
        eq(reopenings.kind, kind),
        inArray(reopenings.dependentId, [...dependentIds]),
        isNull(reopenings.confirmedAt),
      ),
    )
    .returning({ id: reopenings.id });
  return settled.length;
}
