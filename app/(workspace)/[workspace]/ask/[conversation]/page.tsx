import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ConversationScreen } from "@/components/ask/conversation-screen";
import { isUuid } from "@/lib/ids";

export const metadata: Metadata = { title: "Conversation" };

export default async function ConversationPage({ params }: { params: Promise<{ conversation: string }> }) {
  const { conversation } = await params;
  if (!isUuid(conversation)) notFound();
  return <ConversationScreen conversationId={conversation} />;
}
