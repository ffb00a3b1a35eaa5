"use client";
import { X } from "lucide-react";
import dynamic from "next/dynamic";
import { useCallback, useEffect, useRef, useState } from "react";
import { Breadcrumb } from "@/components/shell/breadcrumbs";
import { errorMessage, isNotFound, QueryError } from "@/components/shell/query-error";
import { useShell } from "@/components/shell/shell-context";
import { cn } from "@/components/ui/class-names";
import { IconButton } from "@/components/ui/icon-button";
import { Skeleton } from "@/components/ui/skeleton";
import { useIdleImport } from "@/components/ui/use-idle-import";
import { AnswerCard } from "./answer-card";
import type { OpenPassage } from "./ask-types";
import { ConversationActions } from "./conversation-actions";
import { passageHref } from "./passage-href";
import { QuestionBox } from "./question-box";
import { useAsk, useAskWithin } from "./use-ask";
import { useConversation } from "./use-conversation";
import { useConversationScope } from "./use-conversation-scope";

const loadPane = () => import("@/components/library/document-pane").then((module) => module.DocumentPane);
const DocumentPane = dynamic(loadPane, { loading: () => <Skeleton className="m-4 h-80" /> });

/** A conversation: its questions and answers, and beside them the document that a citation was opened in. */
export function ConversationScreen({ conversationId }: { conversationId: string }) {
  const conversation = useConversation(conversationId);
  const { ask, isAsking, error } = useAsk(conversationId);
  const askWithin = useAskWithin();
  const scope = useConversationScope(conversationId);
  const [open, setOpen] = useState<OpenPassage | null>(null);
  const returnTo = useRef<HTMLElement | null>(null);
  const queries = conversation.data?.queries ?? [];
  const count = queries.length;
  useIdleImport(loadPane);
  const end = useRef<HTMLDivElement>(null);
  /** Whoever reads by keyboard goes on where the source was opened, however it was closed. */
  const close = useCallback(() => {
    setOpen(null);
    // The narrow screen hides the answer while the source is open.
    requestAnimationFrame(() => returnTo.current?.focus());
  }, []);

  useEffect(() => {
    // A question just asked comes into view; one conversation read again starts at its top.
    if (count > 1) end.current?.scrollIntoView({ block: "nearest" });
  }, [count]);
  useEffect(() => {
    if (!open) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.defaultPrevented) close();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [open, close]);

  // What was read stays on the screen through an outage, but not when it may no longer be read.
  if (conversation.isError && (!conversation.data || isNotFound(conversation.error))) {
    return (
      <QueryError
        error={conversation.error}
        title="The conversation could not be opened."
        onRetry={() => conversation.refetch()}
      />
    );
  }
  const openPassage = (passage: OpenPassage) => {
    returnTo.current = document.activeElement as HTMLElement | null;
    setOpen(passage);
  };
  return (
    <div className={cn("grid w-full grid-cols-1", open && "xl:grid-cols-2")}>
      <Breadcrumb title={queries[0]?.question ?? "Conversation"} />
      <div className={cn("mx-auto flex w-full max-w-190 flex-col gap-6 px-4 py-5 sm:px-6", open && "max-xl:hidden")}>
        <ConversationActions conversationId={conversationId} scope={scope} />
        {conversation.isPending ? (
          <div role="status" aria-label="Opening the conversation" className="flex flex-col gap-3">
            <Skeleton className="h-6 w-2/3" />
            <Skeleton className="h-5 w-full" />
            <Skeleton className="h-5 w-4/5" />
          </div>
        ) : (
          queries.map((query, index) => (
            <AnswerCard
              key={query.id}
              query={query}
              open={open}
              onOpen={openPassage}
              onAsk={(question) => void ask(question)}
              onAskWithin={askWithin}
              isLast={index === count - 1}
            />
          ))
        )}
        <div ref={end} className="sticky bottom-0 flex flex-col gap-2 bg-canvas pt-2 pb-4">
          {error ? (
            <p role="alert" className="text-danger">
              {errorMessage(error)} What you typed was kept.
            </p>
          ) : null}
          <QuestionBox
            placeholder={scope ? `Ask a follow-up question within ${scope}` : "Ask a follow-up question"}
            isAsking={isAsking}
            onAsk={async (question) => (await ask(question)) !== null}
          />
        </div>
      </div>
      {open ? <PassagePane passage={open} onClose={close} /> : null}
    </div>
  );
}

/** The folders of a package are long and alike; which file it is stands at the end. */
function fileName(path: string): string {
  return /\.\w{1,5}$/.test(path) ? path.slice(path.lastIndexOf("/") + 1) : path;
}

function PassagePane({ passage, onClose }: { passage: OpenPassage; onClose: () => void }) {
  const { workspace } = useShell();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <section
      aria-label={`Source: ${passage.title}`}
      className="flex h-[calc(100dvh-3rem)] min-w-0 flex-col border-l border-subtle bg-surface xl:sticky xl:top-12"
    >
      <header className="flex items-center gap-2 border-b border-subtle px-4 py-2">
        <h2
          ref={heading}
          tabIndex={-1}
          data-tooltip={passage.title}
          className="min-w-0 flex-1 truncate font-medium outline-none"
        >
          {fileName(passage.title)}
        </h2>
        <a className="text-sm text-accent underline" href={passageHref(workspace.slug, passage)}>
          Open its page
        </a>
        <IconButton label="Back to the answer (Esc)" onClick={onClose}>
          <X aria-hidden />
        </IconButton>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto [--viewer-top:0px]">
        <DocumentPane
          key={`${passage.renditionId} ${passage.start}`}
          documentId={passage.documentId}
          renditionId={passage.renditionId}
          passage={{ start: passage.start, end: passage.end }}
        />
      </div>
    </section>
  );
}
