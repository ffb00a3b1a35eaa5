"use client";
import { useCallback } from "react";
import { errorMessage } from "@/components/shell/query-error";
import { useTRPCClient } from "@/components/shell/trpc";
import { useRefreshSources } from "./use-refresh-sources";

type Client = ReturnType<typeof useTRPCClient>;

/**
 * Does the same to several sources. Throws with the first reason and how many it hit, after the rest has been carried out.
 */
export function useChangeSources() {
  const client = useTRPCClient();
  const refresh = useRefreshSources();
  return useCallback(
    async <Row>(rows: readonly Row[], change: (client: Client, row: Row) => Promise<unknown>) => {
      const results = await Promise.allSettled(rows.map((row) => change(client, row)));
      await refresh();
      const failed = results.filter((result) => result.status === "rejected");
      if (!failed[0]) return;
      const reason = errorMessage(failed[0].reason);
      throw new Error(
        rows.length === 1 ? reason : `${failed.length} of ${rows.length} were left as they are: ${reason}`,
      );
    },
    [client, refresh],
  );
}
