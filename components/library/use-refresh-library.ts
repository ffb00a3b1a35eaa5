"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useTRPC } from "@/components/shell/trpc";

/** Asks again for everything that shows documents or collections. */
export function useRefreshLibrary(): () => Promise<void> {
  const trpc = useTRPC();
  const cache = useQueryClient();
  return useCallback(async () => {
    await Promise.all([
      cache.invalidateQueries(trpc.documents.list.pathFilter()),
      cache.invalidateQueries(trpc.documents.get.pathFilter()),
      cache.invalidateQueries(trpc.collections.pathFilter()),
    ]);
  }, [cache, trpc]);
}
