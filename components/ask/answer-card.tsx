"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { CircleStop, SearchX } from "lucide-react";
import Link from "next/link";
import { errorMessage } from "@/components/shell/query-error";
import { useShell } from "@/components/shell/shell-context";
import { useTRPC } from "@/components/shell/trpc";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { RelativeTime } from "@/components/ui/relative-time";
import { Skeleton } from "@/components/ui/skeleton";
import { AnswerDetails } from "./answer-details";
import { AnswerFeedback } from "./answer-feedback";
import { AnswerText } from "./answer-text";
import type { OpenPassage, QueryView } from "./ask-types";
import { confidenceWords } from "./confidence-words";
import { copyText } from "./copy-text";
import { passageHref } from "./passage-href";
import { useLiveAnswer } from "./use-live-answer";

interface AnswerCardProps {
  query: QueryView;
  open: OpenPassage | null;
  onOpen: (passage: OpenPassage) => void;
  onAsk: (question: string) => void;
  /** Asks anew, within one collection. */
  onAskWithin: (question: string, collectionId: string) => void;
  isLast: boolean;
}

const phaseWords: Record<string, string> = {
  understand: "Reading the question",
  plan: "Choosing where to look",
  execute: "Reading the documents",
  reflect: "Checking what was found",
  answer: "Writing the answer",
};

/** One question with its answer: streaming, done, not found, failed or stopped. */
export function AnswerCard({ query, open, onOpen, onAsk, onAskWithin, isLast }: AnswerCardProps) {
  const { workspace, member } = useShell();
  const live = useLiveAnswer(query);
  const sentences = live ? live.sentences : query.sentences;
  const citations = live ? live.citations : query.citations;
  const isOpen = live !== null;
  return (
    <article aria-label={query.question} className="flex flex-col gap-3 border-b border-subtle pb-6 last:border-0">
      <header className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h2 className="min-w-0 text-lg font-semibold wrap-anywhere">{query.question}</h2>
        <span className="text-sm text-subtle">
          {query.askedBy} <RelativeTime at={query.createdAt} />
        </span>
      </header>
      <div aria-live="polite" aria-busy={isOpen} className="flex flex-col gap-3">
        <AnswerText
          workspaceSlug={workspace.slug}
          sentences={sentences}
          citations={citations}
          open={open}
          onOpen={onOpen}
          onAskWithin={
            member.role === "viewer" ? undefined : (collectionId) => onAskWithin(query.question, collectionId)
          }
        />
        {isOpen ? <Progress phase={live.phase} hasText={sentences.length > 0} queryId={query.id} /> : null}
      </div>
      {query.abstained || query.unanswered.length > 0 ? <NotFound query={query} open={open} onOpen={onOpen} /> : null}
      {query.hiddenSentences > 0 ? (
        <p className="text-muted">
          {query.hiddenSentences} {query.hiddenSentences === 1 ? "sentence rests" : "sentences rest"} on documents that
          you may not see.
        </p>
      ) : null}
      {query.status === "failed" || query.status === "cancelled" ? (
        <p role={query.status === "failed" ? "alert" : undefined} className="text-muted">
          {query.failureReason}{" "}
          <Button size="sm" onClick={() => onAsk(query.question)}>
            Ask again
          </Button>
        </p>
      ) : null}
      {query.status === "answered" ? (
        <footer className="flex flex-col gap-3">
          <div className="flex flex-wrap items-center gap-2">
            {query.abstained ? null : <Confidence query={query} />}
            <Badge meaning={query.engine === "model" ? "model" : "neutral"}>
              {query.engine === "model" ? "Written by a model, checked against quotes" : "In the documents' own words"}
            </Badge>
            <span className="inline-flex items-center gap-0.5">
              {query.sentences.length > 0 ? <CopyButton label="Copy with sources" text={copyText(query)} /> : null}
              <AnswerFeedback query={query} />
            </span>
          </div>
          <AnswerDetails query={query} />
          {isLast && query.followUps.length > 0 ? (
            <ul aria-label="Follow-up questions" className="flex flex-wrap gap-2">
              {query.followUps.map((question) => (
                <li key={question}>
                  <Button size="sentence" onClick={() => onAsk(question)}>
                    {question}
                  </Button>
                </li>
              ))}
            </ul>
          ) : null}
        </footer>
      ) : null}
      {query.abstained && query.nearest.length === 0 ? (
        <p className="text-muted">
          <Link className="text-accent underline" href={`/${workspace.slug}/library`}>
            Add documents
          </Link>{" "}
          that could tell, and ask again.
        </p>
      ) : null}
    </article>
  );
}

function Progress({ phase, hasText, queryId }: { phase: string | null; hasText: boolean; queryId: string }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const stop = useMutation(
    trpc.ask.cancel.mutationOptions({
      onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.ask.conversation.queryKey() }),
    }),
  );
  return (
    <div className="flex flex-col gap-2">
      {hasText ? null : (
        <>
          <Skeleton className="h-5 w-full" />
          <Skeleton className="h-5 w-4/5" />
        </>
      )}
      <p className="flex flex-wrap items-center gap-3 text-muted">
        <span role="status">{phaseWords[phase ?? ""] ?? "Waiting for a free place"} …</span>
        <Button size="sm" variant="ghost" isLoading={stop.isPending} onClick={() => stop.mutate({ id: queryId })}>
          <CircleStop aria-hidden />
          Stop
        </Button>
        {stop.error ? <span className="text-danger">{errorMessage(stop.error)}</span> : null}
      </p>
    </div>
  );
}

function Confidence({ query }: { query: QueryView }) {
  const words = confidenceWords(query.confidence);
  return words ? <Badge meaning={words.meaning}>{words.text}</Badge> : null;
}

function NotFound({ query, open, onOpen }: Pick<AnswerCardProps, "query" | "open" | "onOpen">) {
  const { workspace } = useShell();
  return (
    <section className="flex flex-col gap-3 rounded-md border border-subtle bg-sunken p-4">
      {(query.unanswered.length > 0 ? query.unanswered : [null]).map((part) => (
        <p key={part} className="flex items-center gap-2 font-medium">
          <SearchX className="size-4 shrink-0 text-muted" aria-hidden />
          <span className="min-w-0 wrap-anywhere">
            {part === null ? "The documents do not say this for certain." : `Not said for certain: “${part}”`}
          </span>
        </p>
      ))}
      {query.nearest.length > 0 ? (
        <>
          <p className="text-muted">These passages come nearest:</p>
          <ul className="flex flex-col gap-2">
            {query.nearest.map((passage) => (
              <li key={`${passage.renditionId} ${passage.start}`} className="wrap-anywhere">
                <blockquote className="border-l-2 border-evidence-line pl-3">{passage.text}</blockquote>
                <a
                  className="text-sm text-accent underline"
                  href={passageHref(workspace.slug, passage)}
                  aria-current={open?.renditionId === passage.renditionId && open.start === passage.start}
                  onClick={(event) => {
                    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                    event.preventDefault();
                    onOpen(passage);
                  }}
                >
                  {passage.tender && passage.tender.title !== passage.title ? `${passage.tender.title}: ` : ""}
                  {passage.title}
                  {passage.page === null ? "" : `, page ${passage.page}`}
                </a>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}
