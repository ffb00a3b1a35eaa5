"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { saveFile } from "@/components/settings/save-file";
import { errorMessage } from "@/components/shell/query-error";
import { useTRPC, useTRPCClient } from "@/components/shell/trpc";
import { toast } from "@/components/ui/toast";
import { count } from "../opportunity-words";
import { bytesOfBase64, saveBytes } from "../save-bytes";
import type { QuestionView } from "./question-types";

export type QuestionFormat = "docx" | "csv" | "text";
export type QuestionDeeds = Omit<ReturnType<typeof useQuestions>, "list">;

/** The questions of an opportunity and what can be done to them. Each deed says so when it worked, and why when it did not. */
export function useQuestions(opportunityId: string) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const cache = useQueryClient();
  const list = useQuery(trpc.buyerQuestions.list.queryOptions({ opportunityId }));
  const [isDrafting, setIsDrafting] = useState(false);

  async function act(deed: () => Promise<unknown>, done: string | null, undo?: () => Promise<unknown>) {
    try {
      await deed();
      await cache.invalidateQueries(trpc.buyerQuestions.list.queryFilter({ opportunityId }));
      if (done) toast.ok(done, undo && { action: { label: "Undo", run: () => void act(undo, "Undone") } });
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
  async function exportAs(format: QuestionFormat) {
    await act(async () => {
      const file = await client.buyerQuestions.export.query({ opportunityId, format });
      if (file.base64 !== null) saveBytes(file.fileName, file.mime, bytesOfBase64(file.base64));
      else saveFile(file.fileName, file.mime, file.text ?? "");
    }, null);
  }
  const markSent = (ids: string[]) =>
    act(
      () => client.buyerQuestions.markSent.mutate({ ids }),
      `${count(ids.length, "question")} marked as sent`,
      () => Promise.all(ids.map((id) => client.buyerQuestions.reopen.mutate({ id }))),
    );
  const reopen = (id: string) =>
    act(() => client.buyerQuestions.reopen.mutate({ id }), "The question is a draft again");
  const withdraw = ({ id, sentAt }: Pick<QuestionView, "id" | "sentAt">) =>
    act(
      () => client.buyerQuestions.withdraw.mutate({ id }),
      "Question withdrawn",
      async () => {
        await client.buyerQuestions.reopen.mutate({ id });
        if (sentAt) await client.buyerQuestions.markSent.mutate({ ids: [id], at: sentAt });
      },
    );
  const add = (text: string) => act(() => client.buyerQuestions.add.mutate({ opportunityId, text }), "Question added");

  const edit = (id: string, text: string) =>
    act(() => client.buyerQuestions.edit.mutate({ id, text }), "Question changed");
  const recordAnswer = (id: string, answer: string) =>
    act(() => client.buyerQuestions.recordAnswer.mutate({ id, answer }), "Answer recorded");

  return { list, isDrafting, draft, exportAs, add, edit, markSent, recordAnswer, withdraw, reopen };
}
