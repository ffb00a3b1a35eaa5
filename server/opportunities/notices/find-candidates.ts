import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { collections, matchKeys, notices, opportunities } from "@/drizzle/schema";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import type { KnownOpportunity } from "../matching/match-notice";
import type { NoticeFacts } from "./notice-facts";

const mostCandidates = 40;

/**
 * The opportunities that share a key with a notice, those of the same procedure or reference first. Only in collections that are as open as
 * the notice's own: what a few may see neither joins what all see, nor the other way round.
 */
export async function findCandidates(
  tx: Tx,
  ctx: WorkspaceContext,
  keys: readonly string[],
  collectionId: string,
): Promise<KnownOpportunity[]> {
  if (keys.length === 0) return [];
  const exact = sql`bool_or(left(${matchKeys.matchKey}, 2) in ('p:', 'r:'))`;
  const found = await tx
    .select({ id: matchKeys.opportunityId })
    .from(matchKeys)
    .where(
      and(
        eq(matchKeys.workspaceId, ctx.workspace.id),
        sql`${matchKeys.matchKey} = any(${sql.param([...keys])}::text[])`,
      ),
    )
    .groupBy(matchKeys.opportunityId)
    .orderBy(sql`${exact} desc`, sql`count(*) desc`)
    .limit(mostCandidates);
  const ids = found.map(({ id }) => id);
  if (ids.length === 0) return [];
  const [own] = await tx
    .select({ visibility: collections.visibility })
    .from(collections)
    .where(and(eq(collections.workspaceId, ctx.workspace.id), eq(collections.id, collectionId)));
  const isOpen = own?.visibility !== "restricted";
  const rows = await tx
    .select({ opportunity: opportunities, visibility: collections.visibility })
    .from(opportunities)
    .innerJoin(
      collections,
      and(eq(collections.workspaceId, opportunities.workspaceId), eq(collections.id, opportunities.collectionId)),
    )
    .where(
      and(
        eq(opportunities.workspaceId, ctx.workspace.id),
        inArray(opportunities.id, ids),
        isNull(opportunities.deletedAt),
        isNull(opportunities.mergedIntoId),
      ),
    );
  const read = await tx
    .select({
      opportunityId: notices.opportunityId,
      facts: notices.facts,
      sourceId: notices.sourceId,
      key: notices.noticeKey,
      publishedAt: notices.publishedAt,
    })
    .from(notices)
    .where(and(eq(notices.workspaceId, ctx.workspace.id), inArray(notices.opportunityId, ids)));
  return rows
    .filter(({ opportunity, visibility }) =>
      isOpen ? visibility !== "restricted" : opportunity.collectionId === collectionId,
    )
    .map(({ opportunity }) => {
      const own = read.filter(({ opportunityId }) => opportunityId === opportunity.id);
      const facts = own.map((notice) => notice.facts as NoticeFacts);
      return {
        id: opportunity.id,
        title: opportunity.title,
        buyer: opportunity.buyer,
        references: [opportunity.reference, ...facts.map(({ reference }) => reference)].filter((code) => code !== null),
        procedureKeys: facts.flatMap(({ procedureKey }) => procedureKey ?? []),
        deadlines: [...facts.flatMap(({ deadlines }) => deadlines), ...submissionOf(opportunity)],
        value: facts.map(({ value }) => value).find((value) => value !== null) ?? null,
        publishedAt: own.flatMap(({ publishedAt }) => publishedAt?.toISOString() ?? [])[0] ?? null,
        listedBy: own.flatMap(({ sourceId, key }) => (sourceId ? [{ sourceId, key }] : [])),
      };
    });
}

/** An opportunity without notices (imported from files) has its deadline in its own columns. */
function submissionOf(opportunity: typeof opportunities.$inferSelect): KnownOpportunity["deadlines"] {
  const day = opportunity.submissionDate ?? opportunity.submissionAt?.toISOString().slice(0, 10);
  if (!day) return [];
  return [{ kind: "submission", localDate: day, at: opportunity.submissionAt?.toISOString() ?? null }];
}
