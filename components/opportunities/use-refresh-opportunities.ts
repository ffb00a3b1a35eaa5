"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useTRPC } from "@/components/shell/trpc";

/** Asks again for lists, board and calendar, and for either every open opportunity or only those that are named. */
export function useRefreshOpportunities(): (ids?: readonly string[]) => Promise<void> {
  const trpc = useTRPC();
  const cache = useQueryClient();
  return useCallback(
    async (ids) => {
      const opened = ids
        ? ids.map((id) => trpc.opportunities.get.queryFilter({ id }))
        : [trpc.opportunities.get.pathFilter()];
      const filters = [
        trpc.opportunities.list.pathFilter(),
        trpc.opportunities.facets.pathFilter(),
        trpc.opportunities.board.pathFilter(),
        trpc.calendar.get.pathFilter(),
        trpc.opportunities.similar.pathFilter(),
        ...opened,
      ];
      await Promise.all(filters.map((filter) => cache.invalidateQueries(filter)));
    },
    [cache, trpc],
  );
}
