"use client";
import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/components/shell/trpc";

/** The names of the collections that a conversation is bound to; null when it asks all documents. */
export function useConversationScope(conversationId: string): string | null {
  const trpc = useTRPC();
  const conversations = useQuery(trpc.ask.conversations.queryOptions({}));
  const ids = conversations.data?.conversations.find((one) => one.id === conversationId)?.collectionIds ?? [];
  const collections = useQuery(trpc.collections.list.queryOptions({}, { enabled: ids.length > 0 }));
  const names = (collections.data?.collections ?? []).filter((one) => ids.includes(one.id)).map((one) => one.name);
  return names.length > 0 ? names.join(", ") : null;
}
