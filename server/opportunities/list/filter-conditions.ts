import { and, inArray, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { opportunities } from "@/drizzle/schema";
import { foldText } from "@/lib/fold-text";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { findAlikeWords } from "./find-alike-words";
import type { DueWindow, OpportunityFacets, OpportunityFilters } from "./schemas";

export type FacetName = keyof OpportunityFacets;

/** Each filter apart, so that a facet can count what the others leave. */
export type FacetConditions = Partial<Record<FacetName, SQL>>;

/** What holds for every list: this workspace, neither removed nor merged away, archived or not. Each of `words` must be held in one of its forms. */
export function baseCondition(
  ctx: WorkspaceContext,
  filters: Pick<OpportunityFilters, "isArchived">,
  words: readonly Word[],
): SQL {
  return sql.join(
    [
      sql`${opportunities.workspaceId} = ${ctx.workspace.id}`,
      isNull(opportunities.deletedAt),
      isNull(opportunities.mergedIntoId),
      filters.isArchived ? isNotNull(opportunities.archivedAt) : isNull(opportunities.archivedAt),
      ...words.map(holds),
    ],
    sql` and `,
  );
}

/** What is looked for in place of one typed word: any of these, anywhere. */
export type Word = readonly string[];

/** The words as typed, without accents and case. */
export function typedWords(filters: Pick<OpportunityFilters, "text">): string[][] {
  return foldText(filters.text ?? "")
    .split(" ")
    .filter(Boolean)
    .slice(0, 12)
    .map((word) => [word]);
}

/** Words that may be meant by those typed; null when there are none for one of them, so that nothing can be found. */
export async function meantWords(
  tx: Tx,
  ctx: WorkspaceContext,
  filters: Pick<OpportunityFilters, "isArchived" | "text">,
): Promise<Word[] | null> {
  const alike = await findAlikeWords(tx, baseCondition(ctx, filters, []), typedWords(filters).flat());
  return alike.every((forms) => forms.length > 0) ? alike : null;
}

const holds = (word: Word) =>
  sql`(${sql.join(
    word.map((form) => sql`strpos(${opportunities.searchText}, ${form}) > 0`),
    sql` or `,
  )})`;

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
