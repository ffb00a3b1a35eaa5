import { and, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { amendments, opportunities } from "@/drizzle/schema";
import { authorize } from "@/server/platform/authorize";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import type { ListAmendmentsInput, ListAmendmentsOutput } from "./schemas";
import { toSummaries } from "./to-summary";

/** What buyers changed after the fact, newest first: in one opportunity or in all of them. */
export async function listAmendments(ctx: WorkspaceContext, input: ListAmendmentsInput): Promise<ListAmendmentsOutput> {
  authorize(ctx, "opportunities:read");
  const filter = and(
    eq(amendments.workspaceId, ctx.workspace.id),
    input.opportunityId ? eq(amendments.opportunityId, input.opportunityId) : undefined,
    input.state ? eq(amendments.state, input.state) : undefined,
    isNull(opportunities.deletedAt),
    isNull(opportunities.mergedIntoId),
  );
  const ofOpportunity = and(
    eq(opportunities.workspaceId, amendments.workspaceId),
    eq(opportunities.id, amendments.opportunityId),
  );
  return inWorkspace(ctx, async (tx) => {
    const rows = await tx
      .select({ amendment: amendments })
      .from(amendments)
      .innerJoin(opportunities, ofOpportunity)
      .where(filter)
      .orderBy(desc(amendments.createdAt), desc(amendments.id))
      .limit(input.limit)
      .offset(input.offset);
    const [total] = await tx
      .select({ count: sql<number>`count(*)::int` })
      .from(amendments)
      .innerJoin(opportunities, ofOpportunity)
      .where(filter);
    const summaries = await toSummaries(
      tx,
      ctx,
      rows.map(({ amendment }) => amendment),
    );
    const ids = [...new Set(summaries.map(({ opportunityId }) => opportunityId))];
    const named =
      ids.length === 0
        ? []
        : await tx
            .select({ id: opportunities.id, number: opportunities.number, title: opportunities.title })
            .from(opportunities)
            .where(and(eq(opportunities.workspaceId, ctx.workspace.id), inArray(opportunities.id, ids)));
    const opportunityOf = new Map(named.map((opportunity) => [opportunity.id, opportunity]));
    return {
      amendments: summaries.flatMap((summary) => {
        const opportunity = opportunityOf.get(summary.opportunityId);
        return opportunity ? [{ ...summary, opportunity }] : [];
      }),
      total: total?.count ?? 0,
    };
  });
}
