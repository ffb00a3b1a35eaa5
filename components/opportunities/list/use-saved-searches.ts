"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { errorMessage } from "@/components/shell/query-error";
import { useTRPC, useTRPCClient } from "@/components/shell/trpc";
import { toast } from "@/components/ui/toast";
import type { SavedSearch } from "./saved-search-types";

interface Changes {
  name?: string;
  filters?: Record<string, unknown>;
  isShared?: boolean;
  hasAlert?: boolean;
}

export function useSavedSearches() {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const cache = useQueryClient();
  const refresh = useCallback(() => cache.invalidateQueries(trpc.savedSearches.list.pathFilter()), [cache, trpc]);

  const update = useCallback(
    async (search: SavedSearch, changes: Changes) => {
      try {
        await client.savedSearches.update.mutate({ id: search.id, ...changes });
        if (changes.hasAlert !== undefined)
          toast.ok(changes.hasAlert ? `You are told of what “${search.name}” finds` : "You are not told any more");
      } catch (error) {
        toast.error("The view was not changed", { description: errorMessage(error) });
      }
      await refresh();
    },
    [client, refresh],
  );

  const remove = useCallback(
    async (search: SavedSearch) => {
      try {
        await client.savedSearches.remove.mutate({ id: search.id });
        const { name, filters, isShared, hasAlert } = search;
        const back = async () => {
          await client.savedSearches.save.mutate({ name, filters, isShared, hasAlert });
          await refresh();
        };
        toast.ok(`“${name}” deleted`, { action: { label: "Undo", run: () => void back() } });
      } catch (error) {
        toast.error("The view was not deleted", { description: errorMessage(error) });
      }
      await refresh();
    },
    [client, refresh],
  );

  return { update, remove, refresh };
}
