"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { CircleHelp, FileWarning, ThumbsUp } from "lucide-react";
import { useTRPC } from "@/components/shell/trpc";
import { IconButton } from "@/components/ui/icon-button";
import { toast } from "@/components/ui/toast";
import type { QueryView } from "./ask-types";

const verdicts = [
  { kind: "useful", label: "Useful", icon: ThumbsUp },
  { kind: "wrong_source", label: "Wrong source", icon: FileWarning },
  { kind: "incomplete", label: "Incomplete", icon: CircleHelp },
] as const;

export function AnswerFeedback({ query }: { query: QueryView }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const record = useMutation(
    trpc.ask.feedback.mutationOptions({
      onSuccess: () =>
        queryClient.invalidateQueries({ queryKey: trpc.ask.conversation.queryKey({ id: query.conversationId }) }),
      onError: () => toast.error("Your verdict could not be kept", { description: "Try again in a moment." }),
    }),
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a frame that a row of icons does not want
    <span role="group" aria-label="Was this answer right?" className="inline-flex items-center gap-0.5">
      {verdicts.map(({ kind, label, icon: Icon }) => (
        <IconButton
          key={kind}
          label={label}
          aria-pressed={query.feedback === kind}
          onClick={() => record.mutate({ queryId: query.id, kind })}
        >
          <Icon aria-hidden className={query.feedback === kind ? "text-accent" : undefined} />
        </IconButton>
      ))}
    </span>
  );
}
