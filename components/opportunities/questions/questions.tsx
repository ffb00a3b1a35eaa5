"use client";
import { ChevronDown, MessageCircleQuestion, Plus, Sparkles } from "lucide-react";
import { type FormEvent, useState } from "react";
import { QueryError } from "@/components/shell/query-error";
import { useShell } from "@/components/shell/shell-context";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Textarea } from "@/components/ui/input";
import { Menu, MenuItem } from "@/components/ui/menu";
import { SkeletonRows } from "@/components/ui/skeleton";
import { roleMay } from "@/lib/vocabulary/workspaces";
import { useNow } from "../deadline";
import { showDeadline } from "../deadline.logic";
import type { OpportunityView } from "../opportunity-types";
import { QuestionRow } from "./question-row";
import type { QuestionList } from "./question-types";
import { type QuestionFormat, useQuestions } from "./use-questions";

/** What is to be asked of the buyer, from the draft to the answer. */
export function Questions({ opportunity }: { opportunity: OpportunityView }) {
  const { member } = useShell();
  const mayWrite = roleMay(member.role, "opportunities:write");
  const opportunityId = opportunity.id;
  const { list, ...deeds } = useQuestions(opportunityId);
  const [isAdding, setIsAdding] = useState(false);
  if (list.isPending) return <SkeletonRows rows={5} />;
  if (list.isError) {
    return <QueryError error={list.error} title="The questions could not be loaded." onRetry={() => list.refetch()} />;
  }
  const { questions, deadline } = list.data;
  const drafts = questions.filter((one) => one.state === "draft");
  const draftButton = <DraftButton isLoading={deeds.isDrafting} onClick={deeds.draft} />;
  return (
    <Card
      title="Questions to the buyer"
      description={deadline ? <Until deadline={deadline} /> : "Until when the buyer takes questions is not stated."}
      isFlush
      actions={
        mayWrite && questions.length > 0 ? (
          <span className="flex flex-wrap items-center gap-2">
            {drafts.length > 0 ? (
              <Button onClick={() => deeds.markSent(drafts.map((one) => one.id))}>Mark {drafts.length} as sent</Button>
            ) : null}
            <ExportMenu onExport={deeds.exportAs} />
            {draftButton}
            <Button onClick={() => setIsAdding(true)}>
              <Plus aria-hidden /> Add
            </Button>
          </span>
        ) : null
      }
    >
      {questions.length === 0 && !isAdding ? (
        <EmptyState
          icon={MessageCircleQuestion}
          title="What the documents leave unclear or say twice differently becomes a question to the buyer here."
        >
          {mayWrite ? (
            <>
              {draftButton}
              <Button onClick={() => setIsAdding(true)}>
                <Plus aria-hidden /> Write one
              </Button>
            </>
          ) : null}
        </EmptyState>
      ) : null}
      {isAdding ? <NewQuestion onClose={() => setIsAdding(false)} onAdd={deeds.add} /> : null}
      <ol className="divide-y divide-subtle">
        {questions.map((question) => (
          <QuestionRow
            key={question.id}
            question={question}
            opportunityId={opportunityId}
            mayWrite={mayWrite}
            deeds={deeds}
          />
        ))}
      </ol>
    </Card>
  );
}

function DraftButton({ isLoading, onClick }: { isLoading: boolean; onClick: () => void }) {
  return (
    <Button isLoading={isLoading} onClick={onClick}>
      <Sparkles aria-hidden /> Draft from what is unclear
    </Button>
  );
}

function ExportMenu({ onExport }: { onExport: (format: QuestionFormat) => void }) {
  return (
    <Menu
      align="end"
      trigger={
        <Button>
          Export <ChevronDown aria-hidden />
        </Button>
      }
    >
      <MenuItem onSelect={() => onExport("docx")}>As a document (DOCX)</MenuItem>
      <MenuItem onSelect={() => onExport("text")}>As text</MenuItem>
      <MenuItem onSelect={() => onExport("csv")}>As CSV</MenuItem>
    </Menu>
  );
}

function Until({ deadline }: { deadline: NonNullable<QuestionList["deadline"]> }) {
  const nowMs = useNow();
  const shown = showDeadline({ at: deadline.at, zone: deadline.zone, date: deadline.localDate }, nowMs);
  if (!shown) return "Until when the buyer takes questions is not stated.";
  return (
    <span
      className={shown.isPast ? "text-danger" : undefined}
      data-tooltip={shown.stated ? `The buyer states ${shown.stated}` : undefined}
      suppressHydrationWarning
    >
      {shown.isPast ? "The buyer took questions until" : "The buyer takes questions until"} {shown.text},{" "}
      {shown.distance}
      {deadline.isContradicted ? "; documents disagree" : ""}
    </span>
  );
}

function NewQuestion({ onAdd, onClose }: { onAdd: (text: string) => Promise<boolean>; onClose: () => void }) {
  const [text, setText] = useState("");
  const [isBusy, setIsBusy] = useState(false);
  async function submit(event: FormEvent) {
    event.preventDefault();
    setIsBusy(true);
    const isAdded = await onAdd(text.trim());
    setIsBusy(false);
    if (isAdded) onClose();
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-2 border-b border-subtle px-4 py-3">
      <Textarea
        aria-label="Question to the buyer"
        placeholder="Which format do you expect for …?"
        rows={3}
        maxLength={4000}
        autoFocus
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="flex gap-2">
        <Button size="sm" type="submit" variant="primary" isLoading={isBusy} disabled={text.trim() === ""}>
          Add question
        </Button>
        <Button size="sm" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
