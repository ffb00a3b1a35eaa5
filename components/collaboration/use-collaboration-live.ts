"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useLive } from "@/components/shell/live";
import { useTRPC } from "@/components/shell/trpc";

/** Asks again for comments, tasks and activities of what is shown. */
export function useRefreshCollaboration(): () => Promise<void> {
  const trpc = useTRPC();
  const cache = useQueryClient();
  return useCallback(async () => {
    const filters = [trpc.comments.list.pathFilter(), trpc.tasks.pathFilter(), trpc.activities.list.pathFilter()];
    await Promise.all(filters.map((filter) => cache.invalidateQueries(filter)));
  }, [cache, trpc]);
}

/** Keeps them right, whoever writes. */
export function useCollaborationLive(): void {
  const refresh = useRefreshCollaboration();
  useLive(({ kind }) => {
    if (kind === "comment" || kind === "task" || kind === "opportunity" || kind === "reset") void refresh();
  });
}
