import { eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { members, opportunities, sources } from "@/drizzle/schema";
import { authorize } from "@/server/platform/authorize";
import { inWorkspace, type WorkspaceContext } from "@/server/platform/workspace-context";
import { readStages } from "../pipeline/stages";
import { FacetCounter } from "./facet-counter";
import {
  baseCondition,
  dueWindow,
  type FacetConditions,
  type FacetName,
  facetConditions,
  meantWords,
  typedWords,
} from "./filter-conditions";
import type { CountFacetsOutput, OpportunityFacets, OpportunityFilters } from "./schemas";

/** A facet shows its most frequent values. */
const mostValues = 60;
// A control character, which no stored text holds.
const rowMark = "\u001d";

/** Counts of every facet over the opportunities that the actor may see; words count as `listOpportunities` finds them. */
export async function countOpportunityFacets(
  ctx: WorkspaceContext,
  filters: OpportunityFilters,
): Promise<CountFacetsOutput> {
  authorize(ctx, "opportunities:read");
  const now = new Date();
  const conditions = facetConditions(filters, now);
  return inWorkspace(ctx, async (tx) => {
    const typed = typedWords(filters);
    const counted = await countFacets(tx, ctx, baseCondition(ctx, filters, typed), conditions, now);
    if (counted.total > 0 || typed.length === 0) return counted;
    const meant = await meantWords(tx, ctx, filters);
    return meant ? countFacets(tx, ctx, baseCondition(ctx, filters, meant), conditions, now) : counted;
  });
}

/**
 * Counts every facet in one pass over the rows. The database hands over what is counted as one text, and the counting is done here: grouping
 * ten thousand rows by a dozen columns costs it several times as much. A facet counts what the other filters leave.
 */
async function countFacets(
  tx: Tx,
  ctx: WorkspaceContext,
  base: SQL,
  conditions: FacetConditions,
  now: Date,
): Promise<CountFacetsOutput> {
  const used = Object.keys(conditions) as FacetName[];
  const missedFilters = sql.join(
    [
      sql`0`,
      ...used.map((name, bit) => sql`case when ${conditions[name]} then 0 else ${sql.raw(String(1 << bit))} end`),
    ],
    sql` + `,
  );
  const joined = (column: SQL) => sql`string_agg(${column}, ${rowMark})`;
  const [row] = await tx.execute<{ stored: string | null; due: string | null; missed: string | null }>(
    sql`select ${joined(sql`${opportunities.facetText}`)} as stored, ${joined(dueWindow(now))} as due,
      ${used.length > 0 ? joined(sql`(${missedFilters})::text`) : sql`null`} as missed from ${opportunities} where ${base}`,
  );
  const rows = typeof row?.stored === "string" ? row.stored.split(rowMark) : [];
  const due = row?.due?.split(rowMark) ?? [];
  const missed = row?.missed?.split(rowMark);
  const counter = new FacetCounter(used);
  for (const [index, text] of rows.entries()) counter.add(text, due[index] ?? "", missed ? Number(missed[index]) : 0);
  const found = counter.counts();
  const label = await labels(tx, ctx, found);
  const facets = Object.fromEntries(
    [...found].map(([name, counts]) => [
      name,
      [...counts]
        .sort(([a, inA], [b, inB]) => inB - inA || (a < b ? -1 : 1))
        .slice(0, mostValues)
        .map(([value, count]) => ({ value, label: label(name, value), count })),
    ]),
  ) as OpportunityFacets;
  return { facets, total: counter.total };
}

async function labels(tx: Tx, ctx: WorkspaceContext, found: ReadonlyMap<FacetName, ReadonlyMap<string, number>>) {
  const idsOf = (name: FacetName) => [...(found.get(name)?.keys() ?? [])].filter((id) => id !== "none");
  const [stages, people, named] = await Promise.all([
    readStages(tx, ctx),
    idsOf("owner").length === 0
      ? []
      : tx
          .select({ id: members.userId, name: members.name })
          .from(members)
          .where(eq(members.workspaceId, ctx.workspace.id)),
    idsOf("source").length === 0
      ? []
      : tx
          .select({ id: sources.id, name: sources.name })
          .from(sources)
          .where(sql`${eq(sources.workspaceId, ctx.workspace.id)} and ${inArray(sources.id, idsOf("source"))}`),
  ]);
  const names = new Map<string, string>([
    ...stages.map((stage) => [`stage ${stage.key}`, stage.name] as const),
    ...people.map((person) => [`owner ${person.id}`, person.name] as const),
    ...named.map((source) => [`source ${source.id}`, source.name] as const),
  ]);
  return (name: FacetName, value: string) => names.get(`${name} ${value}`) ?? value;
}
