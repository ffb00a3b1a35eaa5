import { type SourceKind, type SourceStatus, sourceKinds, sourceStatuses } from "@/lib/vocabulary/sources";
import type { ListSources } from "./source-types";

export const pageSize = 50;

/** What the address of the list holds. */
export const sourcesDefaults = { q: "", kind: "", status: "", tag: "", page: 1 };
export type SourcesState = typeof sourcesDefaults;

/** What to ask the server for; what was mistyped into the address falls away. */
export function listInput(state: SourcesState): ListSources {
  return {
    text: state.q.trim().slice(0, 200) || undefined,
    kind: sourceKinds.find((kind): kind is SourceKind => kind === state.kind),
    status: sourceStatuses.find((status): status is SourceStatus => status === state.status),
    tag: state.tag.slice(0, 40) || undefined,
    limit: pageSize,
    offset: (Math.max(1, state.page) - 1) * pageSize,
  };
}

export function isFiltered(state: SourcesState): boolean {
  return [state.q, state.kind, state.status, state.tag].some((value) => value !== "");
}
