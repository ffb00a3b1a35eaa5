import type { Query, QueryClient } from "@tanstack/react-query";

/**
 * What is invalidated while it is asked for the first time keeps the answer of before: the library waits for the question that is under way and
 * takes its answer for fresh. A file that was read in between would be "Reading" for good, so such a thing is asked for once more.
 */
export function askAgainWhenLate(client: QueryClient): void {
  const late = new WeakSet<Query>();
  client.getQueryCache().subscribe((event) => {
    if (event.type !== "updated") return;
    const { query, action } = event;
    if (action.type === "invalidate" && query.state.fetchStatus === "fetching" && query.state.data === undefined) {
      late.add(query);
    } else if (action.type === "success" && late.delete(query)) {
      void client.invalidateQueries({ queryKey: query.queryKey, exact: true });
    }
  });
}
