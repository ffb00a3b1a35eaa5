import { eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { members, opportunities, sources } from "@/drizzle/schema";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import type { OpportunityFacets } from "../schemas";
import { listStages } from "../stages";

import { dueWindow, type FacetConditions, type FacetName } from "./filter-conditions";

/** The columns that are counted by value, and those of which each row has many. */
const plain = ["stage", "outcome", "kind", "procedureStatus", "buyer", "country", "owner", "decision", "due"] as const;
const many = ["category", "tag", "source"] as const;
/** A facet shows its most frequent values. */
const mostValues = 60;

/**
 * Counts every facet in one pass over the rows: grouping sets for columns, and one filter per facet that is in use, because a facet counts
 * what the other filters leave.
 */
export async function countFacets(
  tx: Tx,
  ctx: WorkspaceContext,
  base: SQL,
  conditions: FacetConditions,
  now: Date,
): Promise<{ facets: OpportunityFacets; total: number }> {
  const used = Object.keys(conditions) as FacetName[];
  const flag = (name: FacetName) => sql.identifier(`in_${name}`);
  const flags = used.map((name) => sql`(${conditions[name]}) is true as ${flag(name)}`);
  const allBut = (skipped: FacetName | null) => {
    const others = used.filter((name) => name !== skipped);
    return others.length === 0
      ? sql`true`
      : sql.join(
          others.map((name) => flag(name)),
          sql` and `,
        );
  };
  const counts = (names: readonly FacetName[]) =>
    sql.join(
      names.map((name) => sql`count(*) filter (where ${allBut(name)})::int as ${sql.identifier(`n_${name}`)}`),
      sql`, `,
    );
  const o = opportunities;
  const selected = sql`with o as materialized (
    select ${o.stage} as "stage", coalesce(${o.outcome}, 'open') as "outcome", ${o.kind} as "kind", ${o.procedureStatus} as "procedureStatus",
      ${o.buyer} as "buyer", ${o.country} as "country", coalesce(${o.ownerId}::text, 'none') as "owner", coalesce(${o.decision}, 'none') as "decision",
      ${dueWindow(now)} as "due", ${o.divisions} as divisions, ${o.tags} as tags, ${o.sourceIds} as source_ids
      ${flags.length > 0 ? sql`, ${sql.join(flags, sql`, `)}` : sql``}
    from ${o} where ${base})`;
  const columns = sql.join(
    plain.map((name) => sql.identifier(name)),
    sql`, `,
  );
  const sets = sql.join(
    plain.map((name) => sql`(${sql.identifier(name)})`),
    sql`, `,
  );
  const usedPlain = plain.filter((name) => used.includes(name));
  // Unnested in the select list: a lateral function scan costs microseconds for each row, which ten thousand rows feel.
  const ofMany = (name: (typeof many)[number], array: SQL, value: SQL) => sql`
    select ${sql.raw(`'${name}'`)} as facet, ${value} as value, count(*)::int as count
    from (select unnest(${array}) as v from o where ${array} <> '{}' and ${allBut(name)}) u group by 2`;
  const rows = await tx.execute<Record<string, string | number | null>>(sql`${selected}
    select ${columns}, null as facet, null as value, count(*) filter (where ${allBut(null)})::int as count
      ${usedPlain.length > 0 ? sql`, ${counts(usedPlain)}` : sql``}, grouping(${columns})::int as level
    from o group by grouping sets (${sets}, ())
    union all select ${sql.raw(plain.map(() => "null").join(", "))}, m.facet, m.value, m.count
      ${usedPlain.length > 0 ? sql.raw(`, ${usedPlain.map(() => "0").join(", ")}`) : sql``}, -1
    from (${ofMany("category", sql`o.divisions`, sql`v`)}
      union all ${ofMany("tag", sql`o.tags`, sql`v`)}
      union all ${ofMany("source", sql`o.source_ids`, sql`v::text`)}) m`);

  const found = new Map<FacetName, { value: string; count: number }[]>([...plain, ...many].map((name) => [name, []]));
  let total = 0;
  const levels = new Map(plain.map((name, index) => [levelOf(index), name]));
  for (const row of rows) {
    if (row.facet !== null) {
      found.get(row.facet as FacetName)?.push({ value: String(row.value), count: Number(row.count) });
      continue;
    }
    const name = levels.get(Number(row.level));
    if (!name) {
      total = Number(row.count);
      continue;
    }
    const count = Number(row[`n_${name}`] ?? row.count);
    if (row[name] !== null && count > 0) found.get(name)?.push({ value: String(row[name]), count });
  }
  const label = await labels(tx, ctx, found);
  const facets = Object.fromEntries(
    [...found].map(([name, values]) => [
      name,
      values
        .sort((a, b) => b.count - a.count || a.value.localeCompare(b.value))
        .slice(0, mostValues)
        .map(({ value, count }) => ({ value, label: label(name, value), count })),
    ]),
  ) as OpportunityFacets;
  return { facets, total };
}

/** `grouping()` has a bit for each column that is not grouped by, the first column in the highest. */
function levelOf(index: number): number {
  const all = 2 ** plain.length - 1;
  return all - 2 ** (plain.length - 1 - index);
}

async function labels(tx: Tx, ctx: WorkspaceContext, found: ReadonlyMap<FacetName, { value: string }[]>) {
  const idsOf = (name: FacetName) => (found.get(name) ?? []).map(({ value }) => value).filter((id) => id !== "none");
  const [stages, people, named] = await Promise.all([
    listStages(tx, ctx),
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
