"use client";
import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useRouter, useSearchParams } from "next/navigation";
import { useState } from "react";
import { placeHref } from "@/components/shell/places";
import { errorMessage } from "@/components/shell/query-error";
import { useShell } from "@/components/shell/shell-context";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { nothingYet } from "@/components/ui/nothing-yet";
import { Page } from "@/components/ui/page-layout";
import { ConversationList } from "./conversation-list";
import { QuestionBox } from "./question-box";
import { useAsk } from "./use-ask";

// Seen once, by whoever comes first.
const Beginning = dynamic(() => import("@/components/today/beginning").then((module) => module.Beginning), {
  loading: nothingYet,
});

/** Where a question begins: the box, questions that the documents can probably answer, and what was asked before. */
export function AskScreen() {
  const { workspace } = useShell();
  const router = useRouter();
  const params = useSearchParams();
  const { ask, isAsking, error } = useAsk();
  const [collectionId, setCollectionId] = useState(params.get("collection") ?? "");
  const begin = async (question: string) => {
    const conversationId = await ask(question, collectionId ? [collectionId] : []);
    if (conversationId) router.push(`${placeHref(workspace.slug, "ask")}/${conversationId}`);
    return conversationId !== null;
  };
  return (
    <Page isNarrow>
      <header className="flex flex-col gap-1 pt-6">
        <h1 className="text-xl font-semibold tracking-tight">Ask your documents</h1>
        <p className="text-muted">Every sentence of the answer opens the passage it rests on.</p>
      </header>
      <QuestionBox
        initial={params.get("q") ?? ""}
        placeholder="When are proposals due, and how are they evaluated?"
        isAsking={isAsking}
        scope={{ collectionId, onChange: setCollectionId }}
        onAsk={begin}
      />
      {error ? (
        <p role="alert" className="text-danger">
          {errorMessage(error)} What you typed was kept.
        </p>
      ) : null}
      <Suggestions isDisabled={isAsking} onAsk={(question) => void begin(question)} />
      <NothingToAsk />
      <ConversationList />
    </Page>
  );
}

/** Where the library is empty every answer would be that the documents do not say. */
function NothingToAsk() {
  const documents = useQuery(useTRPC().documents.list.queryOptions({ limit: 1 }));
  return documents.data?.total === 0 ? <Beginning /> : null;
}

function Suggestions({ isDisabled, onAsk }: { isDisabled: boolean; onAsk: (question: string) => void }) {
  const trpc = useTRPC();
  const { member } = useShell();
  const { data } = useQuery(trpc.ask.suggestions.queryOptions({}));
  if (!data?.questions.length || member.role === "viewer") return null;
  return (
    <ul aria-label="Questions that your documents can probably answer" className="flex flex-wrap gap-2">
      {data.questions.map((question) => (
        <li key={question}>
          <Button size="sentence" disabled={isDisabled} onClick={() => onAsk(question)}>
            {question}
          </Button>
        </li>
      ))}
    </ul>
  );
}
