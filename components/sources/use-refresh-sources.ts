"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useTRPC } from "@/components/shell/trpc";

/** Asks again for the list, and for either every open source or only those that are named, with their pages and entries. */
export function useRefreshSources(): (sourceIds?: readonly string[]) => Promise<void> {
  const trpc = useTRPC();
  const cache = useQueryClient();
  return useCallback(
    async (sourceIds) => {
      const sources = sourceIds
        ? sourceIds.map((id) => trpc.sources.get.queryFilter({ id }))
        : [trpc.sources.get.pathFilter()];
      const filters = [
        trpc.sources.list.pathFilter(),
        trpc.sources.pages.pathFilter(),
        trpc.sources.records.pathFilter(),
        trpc.listingRules.get.pathFilter(),
        ...sources,
      ];
      await Promise.all(filters.map((filter) => cache.invalidateQueries(filter)));
    },
    [cache, trpc],
  );
}
