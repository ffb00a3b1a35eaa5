"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ArrowLeft, Lock, Share2, Trash2 } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { placeHref } from "@/components/shell/places";
import { errorMessage } from "@/components/shell/query-error";
import { useShell } from "@/components/shell/shell-context";
import { useTRPC } from "@/components/shell/trpc";
import { Badge } from "@/components/ui/badge";
import { Button, buttonClass } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";

/** Sharing and removing, for the person who began the conversation. */
export function ConversationActions({ conversationId, scope }: { conversationId: string; scope: string | null }) {
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const { workspace } = useShell();
  const [isDeleting, setIsDeleting] = useState(false);
  const list = useQuery(trpc.ask.conversations.queryOptions({}));
  const own = list.data?.conversations.find((one) => one.id === conversationId);
  const refresh = () => queryClient.invalidateQueries({ queryKey: trpc.ask.conversations.queryKey() });
  const share = useMutation(
    trpc.ask.updateConversation.mutationOptions({
      onSuccess: (_done, input) => {
        toast.ok(
          input.visibility === "workspace"
            ? "Everybody in the workspace can read this now"
            : "Only you can read this now",
        );
        return refresh();
      },
      onError: (error) => toast.error(errorMessage(error)),
    }),
  );
  const remove = useMutation(
    trpc.ask.deleteConversation.mutationOptions({
      onSuccess: async () => {
        await refresh();
        router.push(placeHref(workspace.slug, "ask"));
      },
    }),
  );
  const isShared = own?.visibility === "workspace";
  return (
    <nav aria-label="Conversation" className="flex flex-wrap items-center gap-2">
      <Link href={placeHref(workspace.slug, "ask")} className={buttonClass({ variant: "ghost", size: "sm" })}>
        <ArrowLeft aria-hidden />
        All questions
      </Link>
      {scope ? (
        <Badge>
          <span className="truncate">Asks within {scope}</span>
        </Badge>
      ) : null}
      {own?.isOwn ? (
        <span className="ml-auto flex gap-1">
          <Button
            size="sm"
            variant="ghost"
            isLoading={share.isPending}
            onClick={() => share.mutate({ id: conversationId, visibility: isShared ? "private" : "workspace" })}
          >
            {isShared ? <Lock aria-hidden /> : <Share2 aria-hidden />}
            {isShared ? (
              "Make private"
            ) : (
              <span>
                Share<span className="max-sm:hidden"> with the workspace</span>
              </span>
            )}
          </Button>
          <Button size="sm" variant="ghost" onClick={() => setIsDeleting(true)}>
            <Trash2 aria-hidden />
            Remove
          </Button>
        </span>
      ) : null}
      <ConfirmDialog
        isOpen={isDeleting}
        onOpenChange={setIsDeleting}
        title="Remove this conversation?"
        description="Its questions and answers are removed. The documents stay."
        action="Remove conversation"
        onConfirm={async () => void (await remove.mutateAsync({ id: conversationId }))}
      />
    </nav>
  );
}
