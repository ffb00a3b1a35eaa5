"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { CitationChip, FreshnessBadge } from "@/components/ui/citation-chip";
import { cn } from "@/components/ui/class-names";
import { SeveralTenders, SourceLine } from "./answer-sources";
import { allSources, sourcesOf } from "./answer-sources.logic";
import type { CitationView, OpenPassage, SentenceView } from "./ask-types";
import { passageHref } from "./passage-href";

interface AnswerTextProps {
  workspaceSlug: string;
  sentences: readonly SentenceView[];
  citations: readonly CitationView[];
  open: OpenPassage | null;
  onOpen: (passage: OpenPassage) => void;
  /** Asks the same within one tender; left out where the reader may not ask. */
  onAskWithin?: ((collectionId: string) => void) | undefined;
}

/** The sentences of an answer, each with its numbered sources; what no longer holds says so where it stands. */
export function AnswerText({ workspaceSlug, sentences, citations, open, onOpen, onAskWithin }: AnswerTextProps) {
  const [isWhole, setIsWhole] = useState(false);
  const byNumber = new Map(citations.map((citation) => [citation.n, citation]));
  // Passages that only may matter wait until they are asked for; what changed must not hide.
  const folded = sentences.filter((one) => one.isAside && one.freshness === "current");
  const shown = isWhole ? sentences : sentences.filter((one) => !folded.includes(one));
  const sources = allSources(shown, byNumber);
  const isMixed = sources.length > 1;
  return (
    <>
      <SeveralTenders sources={sources} onAskWithin={onAskWithin} />
      <ol className="flex flex-col gap-3">
        {shown.map((sentence, index) => (
          <li key={sentence.id} className={cn("wrap-anywhere", index === 0 ? "text-lg" : "text-base")}>
            <span>{sentence.text}</span>{" "}
            {sentence.citations.map((n) => {
              const citation = byNumber.get(n);
              if (!citation) return null;
              const passage = passageOf(citation);
              return (
                <CitationChip
                  key={n}
                  n={n}
                  quote={citation.quote || "This document was removed."}
                  title={citation.path || citation.title}
                  place={citation.locator.page === null ? null : `page ${citation.locator.page}`}
                  at={citation.fetchedAt || null}
                  freshness={citation.freshness}
                  href={passageHref(workspaceSlug, passage)}
                  isActive={open?.renditionId === passage.renditionId && open.start === passage.start}
                  onOpen={() => onOpen(passage)}
                />
              );
            })}
            {isMixed ? <SourceLine sources={sourcesOf(sentence, byNumber)} /> : null}
            {sentence.freshness === "current" ? null : <Changed sentence={sentence} byNumber={byNumber} />}
          </li>
        ))}
      </ol>
      {isMixed ? null : <SourceLine sources={sources} />}
      {shown.length < sentences.length ? (
        <Button size="sm" variant="ghost" className="self-start" onClick={() => setIsWhole(true)}>
          Show {folded.length} {folded.length === 1 ? "passage" : "passages"} that may matter, too
        </Button>
      ) : null}
    </>
  );
}

/** Old and new words of what changed under a sentence. */
function Changed({ sentence, byNumber }: { sentence: SentenceView; byNumber: Map<number, CitationView> }) {
  const changed = sentence.citations.flatMap((n) => {
    const citation = byNumber.get(n);
    return citation && citation.freshness !== "current" ? [citation] : [];
  });
  return (
    <div className="mt-2 flex flex-col gap-2 rounded-md border border-subtle bg-attention-soft p-3 text-base">
      <p className="flex flex-wrap items-center gap-2 text-attention">
        <FreshnessBadge freshness={sentence.freshness} />
        {sentence.freshness === "unsupported"
          ? "The document that this rests on was removed."
          : "A newer version of the document reads differently."}
      </p>
      {changed.map((citation) =>
        citation.freshness === "unsupported" ? null : (
          <dl key={citation.n} className="grid gap-2 sm:grid-cols-2">
            <div>
              <dt className="text-sm text-muted">Cited, version {citation.revision}</dt>
              <dd className="wrap-anywhere">{citation.quote}</dd>
            </div>
            <div>
              <dt className="text-sm text-muted">Now</dt>
              <dd className="wrap-anywhere">{citation.after ?? "These words are gone."}</dd>
            </div>
          </dl>
        ),
      )}
    </div>
  );
}

export function passageOf(citation: CitationView): OpenPassage {
  return {
    documentId: citation.documentId,
    renditionId: citation.renditionId,
    title: citation.path || citation.title,
    start: citation.locator.start,
    end: citation.locator.end,
  };
}
