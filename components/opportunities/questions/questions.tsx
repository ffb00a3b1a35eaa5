"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { ChevronDown, MessageCircleQuestion, Plus, Sparkles } from "lucide-react";
import { type FormEvent, useState } from "react";
import { saveFile } from "@/components/settings/save-file";
import { errorMessage, QueryError } from "@/components/shell/query-error";
import { useShell } from "@/components/shell/shell-context";
import { useTRPC, useTRPCClient } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Textarea } from "@/components/ui/input";
import { Menu, MenuItem } from "@/components/ui/menu";
import { SkeletonRows } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import { roleMay } from "@/lib/vocabulary/workspaces";
import { useNow } from "../deadline";
import { showDeadline } from "../deadline.logic";
import type { OpportunityView } from "../opportunity-types";
import { count } from "../opportunity-words";
import { bytesOfBase64, saveBytes } from "../save-bytes";
import { QuestionRow } from "./question-row";
import type { QuestionList } from "./question-types";

/** What is to be asked of the buyer, from the draft to the answer. */
export function Questions({ opportunity }: { opportunity: OpportunityView }) {
  const { member } = useShell();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const cache = useQueryClient();
  const mayWrite = roleMay(member.role, "opportunities:write");
  const opportunityId = opportunity.id;
  const list = useQuery(trpc.buyerQuestions.list.queryOptions({ opportunityId }));
  const [isAdding, setIsAdding] = useState(false);
  const [isDrafting, setIsDrafting] = useState(false);
  const refresh = () => cache.invalidateQueries(trpc.buyerQuestions.list.queryFilter({ opportunityId }));

  /** Says so when it worked, and why when it did not. */
  async function act(deed: () => Promise<unknown>, done: string | null): Promise<boolean> {
    try {
      await deed();
      await refresh();
      if (done) toast.ok(done);
      return true;
    } catch (error) {
      toast.error("Nothing was changed", { description: errorMessage(error) });
      return false;
    }
  }
  async function draft() {
    setIsDrafting(true);
    await act(async () => {
      const { added } = await client.buyerQuestions.draft.mutate({ opportunityId });
      toast.ok(added > 0 ? `${count(added, "question")} drafted` : "Nothing more is unclear or contradictory");
    }, null);
    setIsDrafting(false);
  }
  async function exportAs(format: "docx" | "csv" | "text") {
    await act(async () => {
      const file = await client.buyerQuestions.export.query({ opportunityId, format });
      if (file.base64 !== null) saveBytes(file.fileName, file.mime, bytesOfBase64(file.base64));
      else saveFile(file.fileName, file.mime, file.text ?? "");
    }, null);
  }

  if (list.isPending) return <SkeletonRows rows={5} />;
  if (list.isError) {
    return <QueryError error={list.error} title="The questions could not be loaded." onRetry={() => list.refetch()} />;
  }
  const { questions, deadline } = list.data;
  const drafts = questions.filter((one) => one.state === "draft");
  const draftButton = (
    <Button isLoading={isDrafting} onClick={() => void draft()}>
      <Sparkles aria-hidden /> Draft from what is unclear
    </Button>
  );
  return (
    <Card
      title="Questions to the buyer"
      description={deadline ? <Until deadline={deadline} /> : "Until when the buyer takes questions is not stated."}
      isFlush
      actions={
        mayWrite && questions.length > 0 ? (
          <span className="flex flex-wrap items-center gap-2">
            {drafts.length > 0 ? (
              <Button
                onClick={() =>
                  void act(
                    () => client.buyerQuestions.markSent.mutate({ ids: drafts.map((one) => one.id) }),
                    `${count(drafts.length, "question")} marked as sent`,
                  )
                }
              >
                Mark {drafts.length} as sent
              </Button>
            ) : null}
            <Menu
              align="end"
              trigger={
                <Button>
                  Export <ChevronDown aria-hidden />
                </Button>
              }
            >
              <MenuItem onSelect={() => void exportAs("docx")}>As a document (DOCX)</MenuItem>
              <MenuItem onSelect={() => void exportAs("text")}>As text</MenuItem>
              <MenuItem onSelect={() => void exportAs("csv")}>As CSV</MenuItem>
            </Menu>
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
      {isAdding ? (
        <NewQuestion
          onClose={() => setIsAdding(false)}
          onAdd={(text) => act(() => client.buyerQuestions.add.mutate({ opportunityId, text }), "Question added")}
        />
      ) : null}
      <ol className="divide-y divide-subtle">
        {questions.map((question) => (
          <QuestionRow
            key={question.id}
            question={question}
            opportunityId={opportunityId}
            mayWrite={mayWrite}
            act={act}
          />
        ))}
      </ol>
    </Card>
  );
}

export type ActOnQuestion = (deed: () => Promise<unknown>, done: string | null) => Promise<boolean>;

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
