import type { inferRouterInputs } from "@trpc/server";
import { type DocumentKind, documentKinds, type SnapshotStatus, snapshotStatuses } from "@/lib/vocabulary/documents";
import type { AppRouter } from "@/server/composition/router";

type ListInput = inferRouterInputs<AppRouter>["documents"]["list"];
export type DocumentSort = NonNullable<ListInput["sort"]>;

export const pageSize = 50;

/** What the address of the library holds. */
export const libraryDefaults = {
  q: "",
  collection: "",
  kind: "",
  status: "",
  tag: "",
  sort: "updated",
  order: "desc",
  page: 1,
};
export type LibraryState = typeof libraryDefaults;

const sorts: readonly DocumentSort[] = ["updated", "title", "size", "kind"];

/** What to ask the server for; what was mistyped into the address falls away. */
export function listInput(state: LibraryState): ListInput {
  return {
    text: state.q.trim().slice(0, 200) || undefined,
    collectionId: isUuid(state.collection) ? state.collection : undefined,
    kind: documentKinds.find((kind): kind is DocumentKind => kind === state.kind),
    status: snapshotStatuses.find((status): status is SnapshotStatus => status === state.status),
    tag: state.tag.slice(0, 40) || undefined,
    sort: sorts.find((sort) => sort === state.sort) ?? "updated",
    descending: state.order !== "asc",
    limit: pageSize,
    offset: (Math.max(1, state.page) - 1) * pageSize,
  };
}

export function isFiltered(state: LibraryState): boolean {
  return [state.q, state.collection, state.kind, state.status, state.tag].some((value) => value !== "");
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
