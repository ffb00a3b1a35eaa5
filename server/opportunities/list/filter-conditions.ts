import { and, inArray, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import { opportunities } from "@/drizzle/schema";
import { foldText } from "@/lib/fold-text";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import type { DueWindow, OpportunityFacets, OpportunityFilters } from "./schemas";

export type FacetName = keyof OpportunityFacets;

/** Each filter apart, so that a facet can count what the others leave. */
export type FacetConditions = Partial<Record<FacetName, SQL>>;

/** What holds for every list: this workspace, neither removed nor merged away, archived or not. Words are looked for as typed or, `isFuzzy`, nearly so. */
export function baseCondition(
  ctx: WorkspaceContext,
  filters: Pick<OpportunityFilters, "isArchived" | "text">,
  isFuzzy: boolean,
): SQL {
  const matches = wordsOf(filters.text).map((word) => (isFuzzy ? resembles(word) : holds(word)));
  return sql.join(
    [
      sql`${opportunities.workspaceId} = ${ctx.workspace.id}`,
      isNull(opportunities.deletedAt),
      isNull(opportunities.mergedIntoId),
      filters.isArchived ? isNotNull(opportunities.archivedAt) : isNull(opportunities.archivedAt),
      ...matches,
    ],
    sql` and `,
  );
}

export function wordsOf(text: string | undefined): string[] {
  return foldText(text ?? "")
    .split(" ")
    .filter(Boolean)
    .slice(0, 12);
}

const holds = (word: string) => sql`strpos(${opportunities.searchText}, ${word}) > 0`;

/**
 * A word with a slip in it still has its beginning or its end. Only rows with either are compared letter by letter, because trigrams of ten thousand
 * texts cost a third of a second.
 */
function resembles(word: string): SQL {
  if (word.length < 4) return holds(word);
  const beginning = ` ${word.slice(0, word.length < 6 ? 2 : 3)}`;
  const end = word.slice(Math.floor(word.length / 2));
  const text = opportunities.searchText;
  return sql`case when strpos(${text}, ${beginning}) > 0 or strpos(${text}, ${end}) > 0
    then word_similarity(${word}, ${text}) >= 0.36 else false end`;
}

/** "none" and "open" stand for a column that is not set. */
function valueOrUnset(column: SQL | typeof opportunities.outcome, values: string[], unset: string): SQL | undefined {
  const set = values.filter((value) => value !== unset);
  return or(
    ...(set.length > 0 ? [sql`${column} in ${set}`] : []),
    ...(set.length < values.length ? [sql`${column} is null`] : []),
  );
}

export function facetConditions(filters: OpportunityFilters, now: Date): FacetConditions {
  const o = opportunities;
  const conditions: { [name in FacetName]: SQL | undefined } = {
    stage: filters.stage?.length ? inArray(o.stage, filters.stage) : undefined,
    outcome: filters.outcome?.length ? valueOrUnset(sql`${o.outcome}`, filters.outcome, "open") : undefined,
    kind: filters.kind?.length ? inArray(o.kind, filters.kind) : undefined,
    procedureStatus: filters.procedureStatus?.length ? inArray(o.procedureStatus, filters.procedureStatus) : undefined,
    buyer: filters.buyer?.length ? inArray(o.buyer, filters.buyer) : undefined,
    country: filters.country?.length ? inArray(o.country, filters.country) : undefined,
    category: filters.category?.length
      ? sql`exists (select from unnest(${o.categories}) as c(code) where ${or(...filters.category.map((code) => sql`starts_with(c.code, ${code})`))})`
      : undefined,
    tag: filters.tag?.length ? sql`${o.tags} && ${sql.param(filters.tag)}::text[]` : undefined,
    owner: filters.owner?.length ? valueOrUnset(sql`${o.ownerId}`, filters.owner, "none") : undefined,
    source: filters.source?.length ? sql`${o.sourceIds} && ${sql.param(filters.source)}::uuid[]` : undefined,
    decision: filters.decision?.length ? valueOrUnset(sql`${o.decision}`, filters.decision, "none") : undefined,
    due: filters.due?.length ? sql`${dueWindow(now)} in ${filters.due}` : undefined,
  };
  return Object.fromEntries(Object.entries(conditions).filter(([, condition]) => condition !== undefined));
}

export function allOf(base: SQL, conditions: FacetConditions): SQL {
  return and(base, ...Object.values(conditions)) ?? base;
}

/** Which `DueWindow` the submission falls into, seen from now. */
export function dueWindow(now: Date): SQL {
  const after = (days: number) => new Date(now.getTime() + days * 86_400_000).toISOString();
  const window = (name: DueWindow) => sql.raw(`'${name}'`);
  return sql`case when ${opportunities.dueAt} is null then ${window("unknown")}
    when ${opportunities.dueAt} < ${after(0)}::timestamptz then ${window("past")}
    when ${opportunities.dueAt} < ${after(7)}::timestamptz then ${window("week")}
    when ${opportunities.dueAt} < ${after(30)}::timestamptz then ${window("month")}
    when ${opportunities.dueAt} < ${after(90)}::timestamptz then ${window("quarter")}
    else ${window("later")} end`;
}
