import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { opportunityWatchers } from "@/drizzle/schema";
import type { DeadlineKind } from "@/lib/vocabulary/opportunities";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import type { DatedEntry } from "../calendar/read-deadlines";

const remindedKinds: readonly DeadlineKind[] = ["submission", "questions", "site_visit"];

/** What somebody may still act on; of a date that is stated in two ways the earlier one that is still to come. */
export function driving(entries: DatedEntry[], now: Date): DatedEntry[] {
  const contradicted = new Set<string>();
  return entries.filter(({ deadline, opportunity }) => {
    if (!remindedKinds.includes(deadline.kind) || (deadline.at && deadline.at <= now)) return false;
    if (opportunity.outcome !== null || opportunity.decision === "no_go") return false;
    if (opportunity.procedureStatus === "cancelled" || opportunity.procedureStatus === "awarded") return false;
    if (deadline.state !== "contradicted") return true;
    const of = `${opportunity.id} ${deadline.kind}`;
    return !contradicted.has(of) && contradicted.add(of);
  });
}

/** Owners and watchers of many opportunities at once. */
export async function readFollowers(
  tx: Tx,
  ctx: WorkspaceContext,
  about: readonly { id: string }[],
): Promise<(opportunity: { id: string; ownerId: string | null }) => Set<string>> {
  const ids = [...new Set(about.map(({ id }) => id))];
  const rows =
    ids.length === 0
      ? []
      : await tx
          .select({ id: opportunityWatchers.opportunityId, userId: opportunityWatchers.userId })
          .from(opportunityWatchers)
          .where(
            and(
              eq(opportunityWatchers.workspaceId, ctx.workspace.id),
              sql`${opportunityWatchers.opportunityId} = any(${sql.param(ids)}::uuid[])`,
            ),
          );
  const watchers = Map.groupBy(rows, ({ id }) => id);
  return ({ id, ownerId }) =>
    new Set([...(watchers.get(id) ?? []).map(({ userId }) => userId), ...(ownerId ? [ownerId] : [])]);
}
