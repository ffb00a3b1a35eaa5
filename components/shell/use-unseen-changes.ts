"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useLive } from "./live";
import { useTRPC } from "./trpc";

/** The least that the server answers with; the number of unseen changes comes beside it. */
const fewest = { limit: 1 };

/** How many changes of watched pages this person has not looked at; 0 until it is known. */
export function useUnseenChanges(): number {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const changes = useQuery(trpc.changes.list.queryOptions(fewest, { staleTime: 60_000 }));
  useLive(({ kind }) => {
    if (kind === "change" || kind === "reset") void cache.invalidateQueries(trpc.changes.list.queryFilter(fewest));
  });
  return changes.data?.unseen ?? 0;
}
