import {
  type Decision,
  decisions,
  type OpportunityKind,
  type Outcome,
  opportunityKinds,
  opportunitySorts,
  outcomes,
  type ProcedureStatus,
  procedureStatuses,
} from "@/lib/vocabulary/opportunities";

import type { FacetName, ListOpportunities } from "../opportunity-types";

export const pageSize = 50;

const none: readonly string[] = [];

type DueWindow = NonNullable<ListOpportunities["due"]>[number];
// Written out: the server's schemas would bring zod into the first load.
export const dueWords: Record<DueWindow, string> = {
  past: "Passed",
  week: "Within 7 days",
  month: "Within 30 days",
  quarter: "Within 90 days",
  later: "Later",
  unknown: "Not known",
};

/** What the address of the list, the board and the calendar holds. */
export const listDefaults = {
  q: "",
  stage: none,
  outcome: none,
  kind: none,
  procedureStatus: none,
  buyer: none,
  country: none,
  category: none,
  tag: none,
  owner: none,
  source: none,
  decision: none,
  due: none,
  archived: false,
  sort: "next",
  desc: false,
  view: "table",
  month: "",
};
export type ListState = typeof listDefaults;

export const facetNames = [
  "stage",
  "due",
  "owner",
  "procedureStatus",
  "decision",
  "outcome",
  "kind",
  "buyer",
  "country",
  "category",
  "tag",
  "source",
] as const satisfies readonly FacetName[];

export const facetWords: Record<FacetName, string> = {
  stage: "Stage",
  due: "Deadline",
  owner: "Owner",
  procedureStatus: "Buyer's status",
  decision: "Decision",
  outcome: "Outcome",
  kind: "Kind",
  buyer: "Buyer",
  country: "Country",
  category: "Category",
  tag: "Tag",
  source: "Source",
};

type Filters = Omit<ListOpportunities, "sort" | "descending" | "limit" | "cursor">;

/** What narrows the list; what was mistyped into the address falls away. */
export function filtersOf(state: ListState): Filters {
  return {
    text: state.q.trim().slice(0, 200) || undefined,
    stage: some(state.stage),
    outcome: known<Outcome | "open">(state.outcome, [...outcomes, "open"]),
    kind: known<OpportunityKind>(state.kind, opportunityKinds),
    procedureStatus: known<ProcedureStatus>(state.procedureStatus, procedureStatuses),
    buyer: some(state.buyer),
    country: some(state.country),
    category: some(state.category),
    tag: some(state.tag),
    owner: some(state.owner.filter((one) => one === "none" || isUuid(one))),
    source: some(state.source.filter(isUuid)),
    decision: known<Decision | "none">(state.decision, [...decisions, "none"]),
    due: known(state.due, keysOf(dueWords)),
    isArchived: state.archived,
  };
}

export function listInput(state: ListState): ListOpportunities {
  return {
    ...filtersOf(state),
    sort: opportunitySorts.find((sort) => sort === state.sort) ?? "next",
    descending: state.desc,
    limit: pageSize,
  };
}

export function isFiltered(state: ListState): boolean {
  return state.q !== "" || state.archived || facetNames.some((name) => state[name].length > 0);
}

export const noFilters: Partial<ListState> = {
  q: "",
  archived: false,
  ...Object.fromEntries(facetNames.map((name) => [name, none])),
};

/** The values with this one in it, or without it. */
export function toggledValue(values: readonly string[], value: string): string[] {
  return values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
}

function keysOf<Key extends string>(record: Record<Key, unknown>): Key[] {
  // Object.keys forgets the type of the keys; the record holds no others.
  return Object.keys(record) as Key[];
}

function some(values: readonly string[]): string[] | undefined {
  return values.length > 0 ? values.slice(0, 50) : undefined;
}

function known<Value extends string>(values: readonly string[], all: readonly Value[]): Value[] | undefined {
  const found = all.filter((one) => values.includes(one));
  return found.length > 0 ? found : undefined;
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
