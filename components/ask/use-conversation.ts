"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "@/components/shell/trpc";
import { useCalmLive } from "@/components/shell/use-calm-live";

/** A conversation as it stands: what colleagues ask in it arrives by itself, and what is no longer shared closes. */
export function useConversation(conversationId: string) {
  const options = useTRPC().ask.conversation.queryOptions({ id: conversationId });
  const queryClient = useQueryClient();
  useCalmLive("conversation", async (ids) => {
    if (!ids || ids.includes(conversationId)) await queryClient.invalidateQueries({ queryKey: options.queryKey });
  });
  return useQuery(options);
}
