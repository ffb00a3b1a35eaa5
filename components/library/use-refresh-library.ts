"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useTRPC } from "@/components/shell/trpc";

/** Asks again for lists, collections, and either every open document or only those that are named. */
export function useRefreshLibrary(): (documentIds?: readonly string[]) => Promise<void> {
  const trpc = useTRPC();
  const cache = useQueryClient();
  return useCallback(
    async (documentIds) => {
      const documents = documentIds
        ? documentIds.map((id) => trpc.documents.get.queryFilter({ id }))
        : [trpc.documents.get.pathFilter()];
      const filters = [trpc.documents.list.pathFilter(), trpc.collections.pathFilter(), ...documents];
      await Promise.all(filters.map((filter) => cache.invalidateQueries(filter)));
    },
    [cache, trpc],
  );
}
