"use client";
import { useCallback } from "react";
import { errorMessage } from "@/components/shell/query-error";
import { useTRPCClient } from "@/components/shell/trpc";
import { useRefreshLibrary } from "./use-refresh-library";

type Client = ReturnType<typeof useTRPCClient>;

/**
 * Does the same to several documents. What fails is told apart from what was done: throws with the first reason and how many
 * it hit, after the rest has been carried out.
 */
export function useChangeDocuments() {
  const client = useTRPCClient();
  const refresh = useRefreshLibrary();
  return useCallback(
    async <Row>(rows: readonly Row[], change: (client: Client, row: Row) => Promise<unknown>) => {
      const results = await Promise.allSettled(rows.map((row) => change(client, row)));
      await refresh();
      const failed = results.filter((result) => result.status === "rejected");
      if (failed[0])
        throw new Error(`${failed.length} of ${rows.length} could not be changed: ${errorMessage(failed[0].reason)}`);
    },
    [client, refresh],
  );
}
