import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import {
  amendments,
  collectionMembers,
  collections,
  goNoGoDecisions,
  type Opportunity,
  opportunities,
  opportunityWatchers,
  requirements,
} from "@/drizzle/schema";
import { one } from "@/lib/one";
import { authorize } from "@/server/platform/authorize";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { toSummaries } from "../amendments/to-summary";
import { toRows } from "../list/to-rows";
import { survivorOf } from "../merging/merged-into";
import { loadPeople, requireOpportunity } from "../queries";
import { loadReopened } from "../reopened/load-reopened";
import { loadDocuments } from "./load-documents";
import { loadNotices } from "./load-notices";
import { loadReplaced } from "./load-replaced";
import { loadStatements } from "./load-statements";
import type { OpportunityDetail } from "./schemas";

/**
 * All that is known of an opportunity, each statement with what it rests on. The id of one that was merged into another gives that other,
 * so that old links lead on. Throws NotFoundError.
 */
export async function getOpportunity(ctx: WorkspaceContext, asked: string): Promise<OpportunityDetail> {
  authorize(ctx, "opportunities:read");
  return inWorkspace(ctx, async (tx) => {
    const id = await survivorOf(tx, ctx, asked);
    const opportunity = await requireOpportunity(tx, ctx, id);
    const [
      rows,
      statements,
      documents,
      replaced,
      published,
      merged,
      amended,
      reopened,
      goNoGo,
      collection,
      watchers,
      demands,
    ] = await Promise.all([
      toRows(tx, ctx, [opportunity]),
      loadStatements(tx, ctx, id),
      loadDocuments(tx, ctx, id),
      loadReplaced(tx, ctx, id),
      loadNotices(tx, ctx, id),
      loadMerged(tx, ctx, id),
      loadAmendments(tx, ctx, id),
      loadReopened(tx, ctx, id),
      loadGoNoGo(tx, ctx, id),
      loadCollection(tx, ctx, opportunity),
      loadWatchers(tx, ctx, id),
      countRequirements(tx, ctx, id),
    ]);
    return {
      ...one(rows),
      summary: opportunity.summary,
      place: opportunity.place,
      setAside: opportunity.setAside,
      collection,
      watchers,
      ...statements,
      documents,
      replaced,
      notices: published,
      merged,
      amendments: amended,
      reopened,
      goNoGo,
      counts: { ...demands, documents: documents.length, notices: published.length },
      createdAt: opportunity.createdAt,
      updatedAt: opportunity.updatedAt,
    };
  });
}

function loadMerged(tx: Tx, ctx: WorkspaceContext, id: string): Promise<OpportunityDetail["merged"]> {
  return tx
    .select({ id: opportunities.id, number: opportunities.number, title: opportunities.title })
    .from(opportunities)
    .where(
      and(
        eq(opportunities.workspaceId, ctx.workspace.id),
        eq(opportunities.mergedIntoId, id),
        isNull(opportunities.deletedAt),
      ),
    )
    .orderBy(asc(opportunities.number))
    .limit(100);
}

async function loadAmendments(tx: Tx, ctx: WorkspaceContext, id: string) {
  const rows = await tx
    .select()
    .from(amendments)
    .where(and(eq(amendments.workspaceId, ctx.workspace.id), eq(amendments.opportunityId, id)))
    .orderBy(desc(amendments.createdAt))
    .limit(200);
  return toSummaries(tx, ctx, rows);
}

async function loadGoNoGo(tx: Tx, ctx: WorkspaceContext, id: string): Promise<OpportunityDetail["goNoGo"]> {
  const [last] = await tx
    .select()
    .from(goNoGoDecisions)
    .where(and(eq(goNoGoDecisions.workspaceId, ctx.workspace.id), eq(goNoGoDecisions.opportunityId, id)))
    .orderBy(desc(goNoGoDecisions.createdAt), desc(goNoGoDecisions.id))
    .limit(1);
  if (!last) return null;
  const personOf = await loadPeople(tx, ctx, [last.decidedBy]);
  const { decision, reason, score, createdAt } = last;
  return { decision, reason, score, createdAt, decidedBy: personOf(last.decidedBy) };
}

async function loadCollection(
  tx: Tx,
  ctx: WorkspaceContext,
  { collectionId: id, ownsCollection }: Opportunity,
): Promise<OpportunityDetail["collection"]> {
  const workspaceId = ctx.workspace.id;
  const [shelf, named] = await Promise.all([
    tx
      .select({ id: collections.id, name: collections.name, visibility: collections.visibility })
      .from(collections)
      .where(and(eq(collections.workspaceId, workspaceId), eq(collections.id, id))),
    tx
      .select({ userId: collectionMembers.userId })
      .from(collectionMembers)
      .where(and(eq(collectionMembers.workspaceId, workspaceId), eq(collectionMembers.collectionId, id))),
  ]);
  const collection = one(shelf);
  return {
    ...collection,
    isOwn: ownsCollection,
    memberIds: collection.visibility === "restricted" ? named.map(({ userId }) => userId) : [],
  };
}

async function loadWatchers(tx: Tx, ctx: WorkspaceContext, id: string): Promise<OpportunityDetail["watchers"]> {
  const rows = await tx
    .select({ userId: opportunityWatchers.userId })
    .from(opportunityWatchers)
    .where(and(eq(opportunityWatchers.workspaceId, ctx.workspace.id), eq(opportunityWatchers.opportunityId, id)));
  const personOf = await loadPeople(
    tx,
    ctx,
    rows.map(({ userId }) => userId),
  );
  return rows.map(({ userId }) => personOf(userId)).filter((person) => person !== null);
}

async function countRequirements(tx: Tx, ctx: WorkspaceContext, id: string) {
  const [counted] = await tx
    .select({
      requirements: sql<number>`count(*)::int`,
      mandatory: sql<number>`(count(*) filter (where ${requirements.isMandatory}))::int`,
      unclear: sql<number>`(count(*) filter (where ${requirements.unclear} is not null))::int`,
    })
    .from(requirements)
    .where(
      and(
        eq(requirements.workspaceId, ctx.workspace.id),
        eq(requirements.opportunityId, id),
        eq(requirements.state, "active"),
      ),
    );
  return counted ?? { requirements: 0, mandatory: 0, unclear: 0 };
}
