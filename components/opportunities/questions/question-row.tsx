"use client";
import Link from "next/link";
import { useState } from "react";
import { placeHref } from "@/components/shell/places";
import { useShell } from "@/components/shell/shell-context";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Textarea } from "@/components/ui/input";
import { RelativeTime } from "@/components/ui/relative-time";
import { passageHref, usePassages } from "../citation";
import { questionMeanings, questionWords } from "../opportunity-words";
import type { QuestionView } from "./question-types";
import type { QuestionDeeds } from "./use-questions";

interface QuestionRowProps {
  question: QuestionView;
  opportunityId: string;
  mayWrite: boolean;
  deeds: QuestionDeeds;
}

/** A question: why it is asked, how far it is, and what the buyer said. */
export function QuestionRow({ question, opportunityId, mayWrite, deeds }: QuestionRowProps) {
  const { workspace } = useShell();
  const [open, setOpen] = useState<"edit" | "answer" | null>(null);
  const { id, state, requirement } = question;
  const close = () => setOpen(null);
  return (
    <li className="flex flex-col gap-1.5 px-4 py-3">
      <div className="flex flex-wrap items-start gap-x-3 gap-y-1">
        <span className="w-8 text-sm text-subtle tabular-nums">{question.number}.</span>
        <p className="min-w-0 flex-1 basis-80 wrap-anywhere whitespace-pre-wrap">{question.text}</p>
        <Badge meaning={questionMeanings[state]}>{questionWords[state]}</Badge>
      </div>
      <p className="pl-11 text-sm text-subtle wrap-anywhere">
        {question.occasion}{" "}
        {requirement ? (
          <Link
            href={`${placeHref(workspace.slug, "opportunities")}/${opportunityId}?tab=requirements&req=${requirement.id}`}
            className="text-accent hover:underline"
          >
            {requirement.ref ?? `R-${requirement.number}`}
          </Link>
        ) : null}
        {question.sentAt ? (
          <>
            {" "}
            Sent <RelativeTime at={question.sentAt} />.
          </>
        ) : null}
      </p>
      {question.answer && open !== "answer" ? <Answer question={question} /> : null}
      {open === "edit" ? (
        <Words
          label="Question"
          first={question.text}
          verb="Save question"
          onClose={close}
          onSave={(text) => deeds.edit(id, text)}
        />
      ) : null}
      {open === "answer" ? (
        <Words
          label="Answer of the buyer"
          first={question.answer ?? ""}
          verb="Record the answer"
          onClose={close}
          onSave={(answer) => deeds.recordAnswer(id, answer)}
        />
      ) : null}
      {mayWrite && open === null ? <Deeds question={question} deeds={deeds} onOpen={setOpen} /> : null}
    </li>
  );
}

interface DeedsProps {
  question: QuestionView;
  deeds: QuestionDeeds;
  onOpen: (what: "edit" | "answer") => void;
}

/** What can be done to a question where it stands: a draft is edited and sent, what was sent is answered. */
function Deeds({ question, deeds, onOpen }: DeedsProps) {
  const { id, state } = question;
  const all = [
    { label: "Edit", in: ["draft"], run: () => onOpen("edit") },
    { label: "Mark as sent", in: ["draft"], run: () => void deeds.markSent([id]) },
    {
      label: question.answer ? "Change the answer" : "Record the answer",
      in: ["sent", "answered"],
      run: () => onOpen("answer"),
    },
    { label: "Withdraw", in: ["draft", "sent"], run: () => void deeds.withdraw(question) },
    { label: "Make it a draft again", in: ["withdrawn"], run: () => void deeds.reopen(id) },
  ];
  return (
    <div className="flex flex-wrap gap-1 pl-9">
      {all
        .filter((deed) => deed.in.includes(state))
        .map(({ label, run }) => (
          <Button key={label} size="sm" variant="ghost" onClick={run}>
            {label}
          </Button>
        ))}
    </div>
  );
}

function Answer({ question }: { question: QuestionView }) {
  const { workspace } = useShell();
  const passages = usePassages();
  const place = question.answerPlace;
  const passage = place
    ? { documentId: place.documentId, title: place.title, start: place.start, end: place.end }
    : null;
  return (
    <div className="ml-11 border-l-2 border-subtle pl-3">
      <p className="wrap-anywhere whitespace-pre-wrap">{question.answer}</p>
      <p className="text-sm text-subtle">
        {question.answeredAt ? <RelativeTime at={question.answeredAt} /> : null}
        {passage ? (
          <>
            {", "}
            <a
              href={passageHref(workspace.slug, passage)}
              className="text-accent hover:underline"
              onClick={(event) => {
                if (!passages || event.metaKey || event.ctrlKey || event.shiftKey) return;
                event.preventDefault();
                passages.onOpen(passage);
              }}
            >
              {passage.title}
              {place?.page ? `, page ${place.page}` : ""}
            </a>
          </>
        ) : null}
      </p>
    </div>
  );
}

interface WordsProps {
  label: string;
  first: string;
  verb: string;
  onSave: (text: string) => Promise<boolean>;
  onClose: () => void;
}

function Words({ label, first, verb, onSave, onClose }: WordsProps) {
  const [text, setText] = useState(first);
  const [isBusy, setIsBusy] = useState(false);
  async function save() {
    setIsBusy(true);
    const isSaved = await onSave(text.trim());
    setIsBusy(false);
    if (isSaved) onClose();
  }
  return (
    <div className="ml-11 flex flex-col gap-2">
      <Textarea
        aria-label={label}
        rows={4}
        maxLength={4000}
        autoFocus
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === "Escape" && onClose()}
      />
      <div className="flex gap-2">
        <Button
          size="sm"
          variant="primary"
          isLoading={isBusy}
          disabled={text.trim() === ""}
          onClick={() => void save()}
        >
          {verb}
        </Button>
        <Button size="sm" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </div>
  );
}
