import { and, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { amendments, type Opportunity, opportunities, opportunityReadings, sources } from "@/drizzle/schema";
import { runningPhases } from "@/lib/vocabulary/opportunities";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { loadPeople } from "../queries";
import type { OpportunityRow } from "./schemas";

const o = opportunities;
/** The columns that a line of a list needs; the search text stays where it is. */
export const rowColumns = {
  id: o.id,
  number: o.number,
  title: o.title,
  buyer: o.buyer,
  reference: o.reference,
  kind: o.kind,
  procedureStatus: o.procedureStatus,
  stage: o.stage,
  outcome: o.outcome,
  decision: o.decision,
  submissionAt: o.submissionAt,
  submissionZone: o.submissionZone,
  submissionDate: o.submissionDate,
  isSubmissionContradicted: o.isSubmissionContradicted,
  submissionLastAt: o.submissionLastAt,
  questionsAt: o.questionsAt,
  valueAmount: o.valueAmount,
  valueCurrency: o.valueCurrency,
  country: o.country,
  categories: o.categories,
  tags: o.tags,
  sourceIds: o.sourceIds,
  ownerId: o.ownerId,
  fitScore: o.fitScore,
  fitKnown: o.fitKnown,
  hasBlocker: o.hasBlocker,
  requirementCount: o.requirementCount,
  boardPosition: o.boardPosition,
  firstSeenAt: o.firstSeenAt,
  archivedAt: o.archivedAt,
};
export type RowColumns = Pick<Opportunity, keyof typeof rowColumns>;

/** Adds to each line what stands in other tables: names of owner and sources, amendments that wait, whether it is being read. */
export async function toRows(tx: Tx, ctx: WorkspaceContext, rows: readonly RowColumns[]): Promise<OpportunityRow[]> {
  if (rows.length === 0) return [];
  const workspaceId = ctx.workspace.id;
  const ids = rows.map(({ id }) => id);
  const sourceIds = [...new Set(rows.flatMap((row) => row.sourceIds))];
  const [personOf, named, waiting, reading] = await Promise.all([
    loadPeople(
      tx,
      ctx,
      rows.map((row) => row.ownerId),
    ),
    sourceIds.length === 0
      ? []
      : tx
          .select({ id: sources.id, name: sources.name })
          .from(sources)
          .where(and(eq(sources.workspaceId, workspaceId), inArray(sources.id, sourceIds))),
    tx
      .select({ id: amendments.opportunityId, count: sql<number>`count(*)::int` })
      .from(amendments)
      .where(
        and(
          eq(amendments.workspaceId, workspaceId),
          inArray(amendments.opportunityId, ids),
          eq(amendments.state, "to_review"),
        ),
      )
      .groupBy(amendments.opportunityId),
    tx
      .select({ id: opportunityReadings.opportunityId })
      .from(opportunityReadings)
      .where(
        and(
          eq(opportunityReadings.workspaceId, workspaceId),
          inArray(opportunityReadings.opportunityId, ids),
          inArray(opportunityReadings.phase, runningPhases),
        ),
      ),
  ]);
  const sourceNames = new Map(named.map((source) => [source.id, source.name]));
  const waitingOf = new Map(waiting.map(({ id, count }) => [id, count]));
  const isRead = new Set(reading.map(({ id }) => id));
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    title: row.title,
    buyer: row.buyer,
    reference: row.reference,
    kind: row.kind,
    procedureStatus: row.procedureStatus,
    stage: row.stage,
    outcome: row.outcome,
    decision: row.decision,
    submissionAt: row.submissionAt,
    submissionZone: row.submissionZone,
    submissionDate: row.submissionDate,
    isSubmissionContradicted: row.isSubmissionContradicted,
    submissionLastAt: row.submissionLastAt,
    questionsAt: row.questionsAt,
    value: row.valueAmount === null ? null : { amount: row.valueAmount, currency: row.valueCurrency },
    country: row.country,
    categories: row.categories,
    tags: row.tags,
    owner: personOf(row.ownerId),
    fitScore: row.fitScore,
    fitKnown: row.fitKnown,
    hasBlocker: row.hasBlocker,
    requirementCount: row.requirementCount,
    firstSeenAt: row.firstSeenAt,
    sources: row.sourceIds.map((id) => sourceNames.get(id)).filter((name) => name !== undefined),
    amendmentsToReview: waitingOf.get(row.id) ?? 0,
    isReading: isRead.has(row.id),
    isArchived: row.archivedAt !== null,
  }));
}
