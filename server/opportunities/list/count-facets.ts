import { eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { members, opportunities, sources } from "@/drizzle/schema";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { readStages } from "../pipeline/stages";
import { dueWindow, type FacetConditions, type FacetName } from "./filter-conditions";
import type { OpportunityFacets } from "./schemas";

const facetNames = [
  "stage",
  "outcome",
  "kind",
  "procedureStatus",
  "buyer",
  "country",
  "owner",
  "decision",
  "due",
  "category",
  "tag",
  "source",
] as const satisfies readonly FacetName[];
/** A facet shows its most frequent values. */
const mostValues = 60;

/** Between rows, and between the values of one row: control characters that no stored text holds. */
const rowMark = "\u001f";
const valueMark = "\u001e";

/**
 * Counts every facet in one pass over the rows. The database hands over each column as one text, and the counting is done here: grouping
 * ten thousand rows by a dozen columns costs it several times as much. A facet counts what the other filters leave.
 */
export async function countFacets(
  tx: Tx,
  ctx: WorkspaceContext,
  base: SQL,
  conditions: FacetConditions,
  now: Date,
): Promise<{ facets: OpportunityFacets; total: number }> {
  const used = Object.keys(conditions) as FacetName[];
  const o = opportunities;
  const columns: Record<FacetName, SQL> = {
    stage: sql`${o.stage}`,
    outcome: sql`coalesce(${o.outcome}, 'open')`,
    kind: sql`${o.kind}`,
    procedureStatus: sql`${o.procedureStatus}`,
    buyer: sql`${o.buyer}`,
    country: sql`${o.country}`,
    owner: sql`coalesce(${o.ownerId}::text, 'none')`,
    decision: sql`coalesce(${o.decision}, 'none')`,
    due: dueWindow(now),
    category: sql`array_to_string(${o.divisions}, ${valueMark})`,
    tag: sql`array_to_string(${o.tags}, ${valueMark})`,
    source: sql`array_to_string(${o.sourceIds}, ${valueMark})`,
  };
  const column = (value: SQL, name: string) =>
    sql`string_agg(coalesce(${value}, ''), ${rowMark}) as ${sql.identifier(name)}`;
  const [row] = await tx.execute<Record<string, string | null>>(
    sql`select ${sql.join(
      [
        sql`count(*)::int as rows`,
        ...facetNames.map((name) => column(columns[name], name)),
        ...used.map((name) => column(sql`case when (${conditions[name]}) is true then '1' end`, `in_${name}`)),
      ],
      sql`, `,
    )} from ${o} where ${base}`,
  );
  const rows = Number(row?.rows ?? 0);
  const cells = (name: string) => (rows === 0 ? [] : (row?.[name] ?? "").split(rowMark));
  const { missed, total } = missedFilters(used, rows, cells);
  const found = new Map<FacetName, { value: string; count: number }[]>();
  for (const name of facetNames) {
    const counts = new Map<string, number>();
    const own = 1 << used.indexOf(name);
    const isMany = name === "category" || name === "tag" || name === "source";
    for (const [index, cell] of cells(name).entries()) {
      const others = missed[index] ?? 0;
      if (cell === "" || (others !== 0 && (!used.includes(name) || others !== own))) continue;
      for (const value of isMany ? cell.split(valueMark) : [cell]) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    found.set(
      name,
      [...counts].map(([value, count]) => ({ value, count })),
    );
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

/** For each row the filters that it does not pass, a bit each in the order of `used`; and how many pass all. */
function missedFilters(used: readonly FacetName[], rows: number, cells: (name: string) => string[]) {
  const missed = new Uint16Array(rows);
  for (const [bit, name] of used.entries()) {
    for (const [index, cell] of cells(`in_${name}`).entries())
      if (cell === "") missed[index] = (missed[index] ?? 0) | (1 << bit);
  }
  let total = 0;
  for (const bits of missed) if (bits === 0) total++;
  return { missed, total };
}

async function labels(tx: Tx, ctx: WorkspaceContext, found: ReadonlyMap<FacetName, { value: string }[]>) {
  const idsOf = (name: FacetName) => (found.get(name) ?? []).map(({ value }) => value).filter((id) => id !== "none");
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
