"use client";
import { useQuery } from "@tanstack/react-query";
import { ArrowUp } from "lucide-react";
import { type FormEvent, useId, useRef, useState } from "react";
import { useShell } from "@/components/shell/shell-context";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Textarea } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { useEarlyText } from "@/components/ui/use-early-text";

interface QuestionBoxProps {
  initial?: string;
  placeholder: string;
  isAsking: boolean;
  /** The collection to ask within, to be chosen; left out in a conversation, which keeps the scope it began with. */
  scope?: { collectionId: string; onChange: (collectionId: string) => void };
  /** Resolves to true once the question is written down; only then the box is emptied. */
  onAsk: (question: string) => Promise<boolean>;
}

export function QuestionBox({ initial = "", placeholder, isAsking, scope, onAsk }: QuestionBoxProps) {
  const [text, setText] = useState(initial);
  const field = useRef<HTMLTextAreaElement>(null);
  useEarlyText(field, text, setText);
  const hintId = useId();
  const { member } = useShell();
  const mayAsk = member.role !== "viewer";

  async function submit(event?: FormEvent) {
    event?.preventDefault();
    const question = text.trim();
    if (question.length < 2 || isAsking || !mayAsk) return;
    if (await onAsk(question)) setText("");
  }

  return (
    <form onSubmit={submit} className="rounded-lg border border-control bg-surface focus-within:border-accent">
      <Textarea
        ref={field}
        rows={2}
        aria-label="Question"
        aria-describedby={hintId}
        className="max-h-60 resize-none border-0 bg-transparent px-3 py-2.5 outline-none field-sizing-content"
        placeholder={mayAsk ? placeholder : "Your role here is viewer: an admin can let you ask questions."}
        disabled={!mayAsk}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) {
            event.preventDefault();
            void submit();
          }
        }}
      />
      <div className="flex flex-wrap items-center gap-2 px-2 pb-2">
        {scope ? <ScopeSelect value={scope.collectionId} onChange={scope.onChange} /> : null}
        <span id={hintId} className="text-sm text-subtle max-sm:sr-only">
          Enter asks, Shift+Enter starts a new line
        </span>
        <Button
          type="submit"
          variant="primary"
          className="ml-auto"
          isLoading={isAsking}
          disabled={!mayAsk || text.trim().length < 2}
        >
          {isAsking ? null : <ArrowUp aria-hidden />}
          Ask
        </Button>
      </div>
    </form>
  );
}

function ScopeSelect({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.collections.list.queryOptions({}));
  const options = (data?.collections ?? []).map((collection) => ({ value: collection.id, label: collection.name }));
  if (options.length < 2 && value === "") return null;
  return (
    <Select
      aria-label="Ask within"
      value={value}
      onChange={(event) => onChange(event.target.value)}
      options={[{ value: "", label: "All documents" }, ...options]}
    />
  );
}
