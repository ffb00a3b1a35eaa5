"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { placeHref } from "@/components/shell/places";
import { errorMessage } from "@/components/shell/query-error";
import { useShell } from "@/components/shell/shell-context";
import { useTRPC } from "@/components/shell/trpc";
import { toast } from "@/components/ui/toast";

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

/** Asks the same question anew within one collection: a conversation keeps its scope, so another one begins. */
export function useAskWithin() {
  const trpc = useTRPC();
  const router = useRouter();
  const { workspace } = useShell();
  const asking = useMutation(
    trpc.ask.ask.mutationOptions({
      onSuccess: (asked) => router.push(`${placeHref(workspace.slug, "ask")}/${asked.conversationId}`),
      onError: (error) => toast.error("The question could not be asked", { description: errorMessage(error) }),
    }),
  );
  return (question: string, collectionId: string) => {
    if (!asking.isPending) asking.mutate({ question, collectionIds: [collectionId] });
  };
}
