import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { collections, matchKeys, notices, opportunities } from "@/drizzle/schema";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import type { KnownOpportunity } from "../matching/match-notice";
import type { NoticeFacts } from "./notice-facts";

export const mostCandidates = 40;
type ComparedFacts = Pick<
  NoticeFacts,
  "reference" | "procedureKey" | "deadlines" | "value" | "categories" | "summary" | "mentions"
>;

/**
 * For each of several notices, told by their keys, the opportunities that share one with it, those of the same procedure or reference first. Only in
 * collections that are as open as the notices' own: what a few may see neither joins what all see, nor the other way round.
 */
export async function findCandidates(
  tx: Tx,
  ctx: WorkspaceContext,
  keysOf: readonly (readonly string[])[],
  collectionId: string,
): Promise<KnownOpportunity[][]> {
  const none = keysOf.map(() => []);
  if (keysOf.every((keys) => keys.length === 0)) return none;
  const found = await tx.execute<{ notice: number; id: string }>(sql`
    select n.at::int as notice, c.id
    from jsonb_array_elements(${JSON.stringify(keysOf)}::jsonb) with ordinality as n(keys, at)
    cross join lateral (
      select k.opportunity_id as id
      from ${matchKeys} k
      where k.workspace_id = ${ctx.workspace.id}
        and k.match_key = any(array(select jsonb_array_elements_text(n.keys)))
      group by k.opportunity_id
      order by bool_or(left(k.match_key, 2) in ('p:', 'r:', 'm:')) desc, count(*) desc
      limit ${mostCandidates}
    ) c`);
  const ids = [...new Set(found.map(({ id }) => id))];
  if (ids.length === 0) return none;
  const known = new Map((await readKnown(tx, ctx, ids, collectionId)).map((one) => [one.id, one]));
  return keysOf.map((_, index) =>
    found.filter(({ notice }) => notice === index + 1).flatMap(({ id }) => known.get(id) ?? []),
  );
}

async function readKnown(
  tx: Tx,
  ctx: WorkspaceContext,
  ids: string[],
  collectionId: string,
): Promise<KnownOpportunity[]> {
  const [own] = await tx
    .select({ visibility: collections.visibility })
    .from(collections)
    .where(and(eq(collections.workspaceId, ctx.workspace.id), eq(collections.id, collectionId)));
  const isOpen = own?.visibility !== "restricted";
  const rows = await tx
    .select({
      opportunity: {
        id: opportunities.id,
        collectionId: opportunities.collectionId,
        title: opportunities.title,
        buyer: opportunities.buyer,
        reference: opportunities.reference,
        submissionAt: opportunities.submissionAt,
        submissionDate: opportunities.submissionDate,
      },
      visibility: collections.visibility,
    })
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
      // Of facts that may fill pages only what is compared.
      facts: sql<ComparedFacts>`jsonb_build_object('reference', ${notices.facts}->'reference', 'procedureKey', ${notices.facts}->'procedureKey',
        'deadlines', ${notices.facts}->'deadlines', 'value', ${notices.facts}->'value', 'mentions', ${notices.facts}->'mentions', 'categories', ${notices.facts}->'categories',
        'summary', left(${notices.facts}->>'summary', 600))`,
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
      const facts = own.map((notice) => notice.facts);
      return {
        id: opportunity.id,
        title: opportunity.title,
        buyer: opportunity.buyer,
        references: [opportunity.reference, ...facts.map(({ reference }) => reference)].filter((code) => code !== null),
        procedureKeys: facts.flatMap(({ procedureKey }) => procedureKey ?? []),
        deadlines: [...facts.flatMap(({ deadlines }) => deadlines), ...submissionOf(opportunity)],
        value: facts.map(({ value }) => value).find((value) => value !== null) ?? null,
        mentions: facts.flatMap(({ mentions }) => mentions ?? []),
        summaries: facts.flatMap(({ summary }) => summary ?? []),
        categories: facts.flatMap(({ categories }) => categories ?? []),
        publishedAt: own.flatMap(({ publishedAt }) => publishedAt?.toISOString() ?? [])[0] ?? null,
        listedBy: own.flatMap(({ sourceId, key }) => (sourceId ? [{ sourceId, key }] : [])),
      };
    });
}

/** An opportunity without notices (imported from files) has its deadline in its own columns. */
function submissionOf(
  opportunity: Pick<typeof opportunities.$inferSelect, "submissionAt" | "submissionDate">,
): KnownOpportunity["deadlines"] {
  const day = opportunity.submissionDate ?? opportunity.submissionAt?.toISOString().slice(0, 10);
  if (!day) return [];
  return [{ kind: "submission", localDate: day, at: opportunity.submissionAt?.toISOString() ?? null }];
}
