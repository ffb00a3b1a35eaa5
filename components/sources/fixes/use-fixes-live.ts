"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useLive } from "@/components/shell/live";
import { useTRPC } from "@/components/shell/trpc";

/** Keeps the queue and an open task right, whoever mends or asks. */
export function useFixesLive(): void {
  const trpc = useTRPC();
  const cache = useQueryClient();
  useLive(({ kind }) => {
    if (kind !== "fix_task" && kind !== "reset") return;
    void cache.invalidateQueries(trpc.fixTasks.list.pathFilter());
    void cache.invalidateQueries(trpc.fixTasks.get.pathFilter());
  });
}
