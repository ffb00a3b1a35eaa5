"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { useLive } from "@/components/shell/live";
import { placeHref } from "@/components/shell/places";
import { QueryError } from "@/components/shell/query-error";
import { useShell } from "@/components/shell/shell-context";
import { useTRPC } from "@/components/shell/trpc";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { FreshnessBadge } from "@/components/ui/citation-chip";
import { PageHeader } from "@/components/ui/page-header";
import { DetailLayout, Page } from "@/components/ui/page-layout";
import { RelativeTime } from "@/components/ui/relative-time";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useOpportunitiesLive } from "../opportunities/use-opportunities-live";
import { DeadlinesNext } from "./deadlines-next";
import { FirstSteps } from "./first-steps";
import { MyTasks } from "./my-tasks";
import { NewChanges } from "./new-changes";
import { NewOpportunities } from "./new-opportunities";
import { ToDecide } from "./to-decide";

/** What needs a look today: answers that stopped being true, what came in, and the first steps while there are any left. */
export function TodayScreen() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { workspace } = useShell();
  const changed = useQuery(trpc.ask.changed.queryOptions({}));
  const documents = useQuery(trpc.documents.list.queryOptions({ limit: 8 }));
  useOpportunitiesLive();
  useLive((message) => {
    if (message.kind === "document" || message.kind === "reset") {
      void queryClient.invalidateQueries({ queryKey: trpc.documents.list.queryKey() });
      void queryClient.invalidateQueries({ queryKey: trpc.ask.changed.queryKey() });
    }
  });
  return (
    <Page>
      <PageHeader
        title="Today"
        description="What is due, what only you can settle, and what came in."
        actions={
          <Link href={placeHref(workspace.slug, "ask")} className={buttonClass({ variant: "primary" })}>
            Ask a question
          </Link>
        }
      />
      <DetailLayout
        rail={
          <>
            <FirstSteps />
            <MyTasks />
          </>
        }
      >
        <ToDecide />
        <DeadlinesNext />
        <NewOpportunities />
        <Card title="Answers that changed" isFlush>
          {changed.isPending ? (
            <SkeletonRows />
          ) : changed.isError ? (
            <QueryError error={changed.error} title="Changes could not be loaded." onRetry={() => changed.refetch()} />
          ) : changed.data.answers.length === 0 ? (
            <p className="px-4 py-6 text-muted">Every answer still stands on the words it was written from.</p>
          ) : (
            <ul>
              {changed.data.answers.map((answer) => (
                <li key={answer.queryId} className="border-b border-subtle last:border-0">
                  <Link
                    href={`${placeHref(workspace.slug, "ask")}/${answer.conversationId}`}
                    className="flex min-h-row flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2 hover:bg-hover"
                  >
                    <span className="min-w-0 flex-1 basis-60 wrap-anywhere">{answer.question}</span>
                    <FreshnessBadge freshness={answer.freshness} />
                    <span className="text-sm text-subtle">
                      {answer.sentences} {answer.sentences === 1 ? "sentence" : "sentences"},{" "}
                      <RelativeTime at={answer.changedAt} />
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </Card>
        <NewChanges />
        <Card title="Newest documents" isFlush>
          {documents.isPending ? (
            <SkeletonRows />
          ) : documents.isError ? (
            <QueryError
              error={documents.error}
              title="Documents could not be loaded."
              onRetry={() => documents.refetch()}
            />
          ) : documents.data.documents.length === 0 ? (
            <p className="px-4 py-6 text-muted">
              Nothing here yet.{" "}
              <Link className="text-accent underline" href={placeHref(workspace.slug, "library")}>
                Add the files of a tender
              </Link>{" "}
              and ask about them.
            </p>
          ) : (
            <ul>
              {documents.data.documents.map((document) => (
                <li key={document.id} className="border-b border-subtle last:border-0">
                  <Link
                    href={`${placeHref(workspace.slug, "library")}/${document.id}`}
                    className="flex min-h-row items-center gap-3 px-4 py-1.5 hover:bg-hover"
                  >
                    <span className="min-w-0 flex-1 truncate">{document.title}</span>
                    <span className="hidden truncate text-sm text-muted sm:inline">{document.collection.name}</span>
                    <span className="text-sm text-subtle">
                      <RelativeTime at={document.updatedAt} />
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </Card>
      </DetailLayout>
    </Page>
  );
}
