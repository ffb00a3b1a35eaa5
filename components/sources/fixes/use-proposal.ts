"use client";
import { useQuery } from "@tanstack/react-query";
import { useTRPCClient } from "@/components/shell/trpc";
import { type ClickState, clicksOf, hasTitle } from "./clicks.logic";

/** What the clicks so far would find; asked again after each click, and the last answer stays while the next is awaited. */
export function useProposal(taskId: string, state: ClickState) {
  const client = useTRPCClient();
  const clicks = clicksOf(state);
  return useQuery({
    queryKey: ["fix-proposal", taskId, clicks],
    queryFn: () => client.fixTasks.propose.mutate({ id: taskId, clicks }),
    enabled: hasTitle(state),
    placeholderData: (before) => before,
    staleTime: 60_000,
    retry: false,
  });
}
