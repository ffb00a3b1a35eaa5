"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "@/components/shell/trpc";

/** Writes a question down; resolves to its conversation, or to null when that failed (the mutation's error says why). */
export function useAsk(conversationId?: string) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const asking = useMutation(trpc.ask.ask.mutationOptions());
  const ask = async (question: string, collectionIds: string[] = []): Promise<string | null> => {
    try {
      const asked = await asking.mutateAsync({
        question,
        ...(conversationId ? { conversationId } : { collectionIds }),
      });
      await queryClient.invalidateQueries({ queryKey: trpc.ask.conversations.queryKey() });
      await queryClient.invalidateQueries({ queryKey: trpc.ask.conversation.queryKey({ id: asked.conversationId }) });
      return asked.conversationId;
    } catch {
      return null;
    }
  };
  return { ask, isAsking: asking.isPending, error: asking.error };
}
