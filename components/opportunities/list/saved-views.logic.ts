import { facetNames, filtersOf, type ListState, listDefaults } from "./list-filters";

/** What a saved view changes of the list; the rest is as at first. */
export type ViewState = Partial<Pick<ListState, "q" | "archived" | "sort" | "desc" | (typeof facetNames)[number]>>;

/** The list's input as it is kept under a name: what narrows it and its order, never how it is shown. */
export function viewOf(state: ListState): Record<string, unknown> {
  const filters = Object.entries(filtersOf(state)).filter(([, value]) => value !== undefined && value !== false);
  return {
    ...Object.fromEntries(filters),
    // Said even where it is the screen's own: whoever runs a search that names no order takes another one.
    sort: state.sort,
    ...(state.desc ? { descending: true } : {}),
  };
}

/** Back into the state of the screen; what an older version kept and nobody knows any more falls away. */
export function stateOfFilters(filters: Record<string, unknown>): ViewState {
  const view: ViewState = {};
  for (const name of facetNames) {
    const values = filters[name];
    if (Array.isArray(values)) view[name] = values.filter((value) => typeof value === "string");
  }
  if (typeof filters.text === "string") view.q = filters.text;
  if (filters.isArchived === true) view.archived = true;
  if (typeof filters.sort === "string") view.sort = filters.sort;
  if (filters.descending === true) view.desc = true;
  return view;
}

/** The screen shows exactly this view. */
export function isSameView(state: ListState, view: ViewState): boolean {
  const wanted = { ...listDefaults, ...view };
  return (
    state.q === wanted.q &&
    state.archived === wanted.archived &&
    state.sort === wanted.sort &&
    state.desc === wanted.desc &&
    facetNames.every((name) => isSameSet(state[name], wanted[name]))
  );
}

function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((value) => other.includes(value));
}
