"use client";
import { useQuery } from "@tanstack/react-query";
import { Circle, CircleCheck } from "lucide-react";
import Link from "next/link";
import { placeHref } from "@/components/shell/places";
import { useShell } from "@/components/shell/shell-context";
import { useTRPC } from "@/components/shell/trpc";
import { Card } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";

/** Six steps that tick themselves by what is really there. On a narrow screen they stand before everything else. */
export function FirstSteps() {
  return (
    <div className="empty:hidden max-lg:order-first">
      <Steps />
    </div>
  );
}

function Steps() {
  const trpc = useTRPC();
  const { workspace } = useShell();
  const documents = useQuery(trpc.documents.list.queryOptions({ limit: 1 }));
  const questions = useQuery(trpc.ask.conversations.queryOptions({ limit: 100 }));
  const collections = useQuery(trpc.collections.list.queryOptions({}));
  const sources = useQuery(trpc.sources.list.queryOptions({ limit: 1 }));
  const members = useQuery(trpc.members.list.queryOptions());
  if ([documents, questions, collections, sources, members].some(({ isPending }) => isPending)) {
    return (
      <Card title="First steps">
        <Skeleton className="h-28 w-full" />
      </Card>
    );
  }
  const conversations = questions.data?.conversations ?? [];
  const steps = [
    { label: "Add the files of a tender", place: "opportunities", isDone: (documents.data?.total ?? 0) > 0 },
    { label: "Ask a question", place: "ask", isDone: conversations.length > 0 },
    {
      label: "Ask a follow-up in the same conversation",
      place: "ask",
      isDone: conversations.some((one) => one.queryCount > 1),
    },
    { label: "Watch an address", place: "sources/new", isDone: (sources.data?.total ?? 0) > 0 },
    {
      label: "Sort documents into a collection",
      place: "library",
      isDone: (collections.data?.collections.length ?? 0) > 1,
    },
    { label: "Invite a colleague", place: "settings/members", isDone: (members.data?.length ?? 0) > 1 },
  ];
  const open = steps.filter((step) => !step.isDone).length;
  if (open === 0) return null;
  return (
    <Card title={`First steps: ${steps.length - open} of ${steps.length}`}>
      <ol className="flex flex-col gap-1">
        {steps.map((step) => (
          <li key={step.label} className="flex items-center gap-2">
            {step.isDone ? (
              <CircleCheck className="size-4 shrink-0 text-ok" aria-label="Done" />
            ) : (
              <Circle className="size-4 shrink-0 text-subtle" aria-label="Not done yet" />
            )}
            {step.isDone ? (
              <span className="text-muted">{step.label}</span>
            ) : (
              <Link href={placeHref(workspace.slug, step.place)} className="text-accent hover:underline">
                {step.label}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}
