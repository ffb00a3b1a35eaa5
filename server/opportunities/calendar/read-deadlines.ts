import { and, asc, eq, gte, inArray, isNull, lte, or, type SQL } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { type Opportunity, type OpportunityDeadline, opportunities, opportunityDeadlines } from "@/drizzle/schema";
import { addDays } from "@/lib/zoned-day";
import type { WorkspaceContext } from "@/server/platform/workspace-context";

const opportunityColumns = {
  id: opportunities.id,
  number: opportunities.number,
  title: opportunities.title,
  buyer: opportunities.buyer,
  outcome: opportunities.outcome,
  procedureStatus: opportunities.procedureStatus,
  decision: opportunities.decision,
  ownerId: opportunities.ownerId,
  collectionId: opportunities.collectionId,
  updatedAt: opportunities.updatedAt,
};

/** A date of a procedure, told once however many documents state it. */
export interface DatedEntry {
  deadline: OpportunityDeadline;
  opportunity: Pick<Opportunity, keyof typeof opportunityColumns>;
}

/**
 * The dates that stand, of the opportunities that the actor may see and that are not archived. Statements that agree are one entry; those that
 * disagree are one each, marked as contradicted. A statement without a day (blank, impossible) is none. `anyFrom`: all dates of those
 * opportunities of which any is not before that day.
 */
export async function readDeadlines(
  tx: Tx,
  ctx: WorkspaceContext,
  where: { from?: string; to?: string; opportunityId?: string; anyFrom?: string },
): Promise<DatedEntry[]> {
  const conditions: (SQL | undefined)[] = [];
  // A day wider than asked for: which day an instant falls on depends on the zone, and the caller decides that.
  const { localDate, at } = opportunityDeadlines;
  const notBefore = (day: string) => {
    const from = addDays(day, -1);
    return or(gte(at, new Date(`${from}T00:00:00Z`)), and(isNull(at), gte(localDate, from)));
  };
  if (where.from) conditions.push(notBefore(where.from));
  if (where.anyFrom) {
    const dated = tx
      .select({ id: opportunityDeadlines.opportunityId })
      .from(opportunityDeadlines)
      .where(and(eq(opportunityDeadlines.workspaceId, ctx.workspace.id), notBefore(where.anyFrom)));
    conditions.push(inArray(opportunities.id, dated));
  }
  if (where.to) {
    const to = addDays(where.to, 2);
    conditions.push(or(lte(at, new Date(`${to}T00:00:00Z`)), and(isNull(at), lte(localDate, to))));
  }
  if (where.opportunityId) conditions.push(eq(opportunities.id, where.opportunityId));
  const rows = await tx
    .select({ deadline: opportunityDeadlines, opportunity: opportunityColumns })
    .from(opportunityDeadlines)
    .innerJoin(
      opportunities,
      and(
        eq(opportunities.workspaceId, opportunityDeadlines.workspaceId),
        eq(opportunities.id, opportunityDeadlines.opportunityId),
      ),
    )
    .where(
      and(
        eq(opportunityDeadlines.workspaceId, ctx.workspace.id),
        inArray(opportunityDeadlines.state, ["in_force", "contradicted"]),
        isNull(opportunities.deletedAt),
        isNull(opportunities.archivedAt),
        isNull(opportunities.mergedIntoId),
        ...conditions,
      ),
    )
    .orderBy(asc(at), asc(localDate), asc(opportunityDeadlines.id));
  return dated(rows);
}

function dated(rows: DatedEntry[]): DatedEntry[] {
  const exact = new Map<string, DatedEntry>();
  for (const row of rows) {
    const { deadline } = row;
    if (!deadline.at && !deadline.localDate) continue;
    const key = `${deadline.opportunityId} ${deadline.kind} ${deadline.at?.toISOString() ?? `${deadline.localDate} ${deadline.localTime ?? ""}`}`;
    if (!exact.has(key)) exact.set(key, row);
  }
  const groups = Map.groupBy(exact.values(), ({ deadline }) => `${deadline.opportunityId} ${deadline.kind}`);
  // "on 5 May" beside "on 5 May at 16:00" is the same date, told less exactly.
  const saysLess = (one: DatedEntry, other: DatedEntry) =>
    !one.deadline.at &&
    one.deadline.localDate === other.deadline.localDate &&
    (other.deadline.at !== null || (one.deadline.localTime === null && other.deadline.localTime !== null));
  return [...exact.values()].filter((one) => {
    const group = groups.get(`${one.deadline.opportunityId} ${one.deadline.kind}`) ?? [];
    return !group.some((other) => other !== one && saysLess(one, other));
  });
}
