"use client";
import { useCallback } from "react";
import { errorMessage } from "@/components/shell/query-error";
import { useTRPCClient } from "@/components/shell/trpc";
import { toast } from "@/components/ui/toast";
import { useRefreshOpportunities } from "./use-refresh-opportunities";

type Client = ReturnType<typeof useTRPCClient>;

interface Deed {
  /** "3 opportunities moved to Review" */
  done: string;
  /** What of them is changed ("the decision of …"): a later deed about the same ends the Undo of this one. */
  about?: string;
  /** Which deed it was, told once it is done; the message goes when another one about the same is heard of. */
  deed?: () => string | undefined;
  run: (client: Client) => Promise<unknown>;
  undo?: (client: Client) => Promise<unknown>;
}

/** Does something to opportunities, says so with Undo where it can be undone, and asks again for what is shown. */
export function useUpdateOpportunities() {
  const client = useTRPCClient();
  const refresh = useRefreshOpportunities();
  return useCallback(
    async ({ done, about, deed, run, undo }: Deed): Promise<boolean> => {
      try {
        await run(client);
        await refresh();
        const back = async () => {
          try {
            await undo?.(client);
          } catch (error) {
            toast.error("That could not be taken back", { description: errorMessage(error) });
          }
          await refresh();
        };
        const id = deed?.();
        toast.ok(done, {
          ...(id ? { deed: id } : {}),
          ...(about ? { about } : {}),
          ...(undo ? { action: { label: "Undo", run: () => void back() } } : {}),
        });
        return true;
      } catch (error) {
        await refresh();
        toast.error("Nothing was changed", { description: errorMessage(error) });
        return false;
      }
    },
    [client, refresh],
  );
}
