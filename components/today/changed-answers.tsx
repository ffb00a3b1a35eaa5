"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { useLive } from "@/components/shell/live";
import { placeHref } from "@/components/shell/places";
import { QueryError } from "@/components/shell/query-error";
import { useShell } from "@/components/shell/shell-context";
import { useTRPC } from "@/components/shell/trpc";
import { Card } from "@/components/ui/card";
import { FreshnessBadge } from "@/components/ui/citation-chip";
import { RelativeTime } from "@/components/ui/relative-time";
import { SkeletonRows } from "@/components/ui/skeleton";

/** Answers that rest on words which have changed since. */
export function ChangedAnswers() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { workspace } = useShell();
  const changed = useQuery(trpc.ask.changed.queryOptions({}));
  useLive(({ kind }) => {
    if (kind === "document" || kind === "reset") void queryClient.invalidateQueries(trpc.ask.changed.queryFilter());
  });
  return (
    <Card title="Answers that changed" isFlush>
      {changed.isPending ? (
        <SkeletonRows rows={2} />
      ) : changed.isError ? (
        <QueryError error={changed.error} title="Changes could not be loaded." onRetry={() => changed.refetch()} />
      ) : changed.data.answers.length === 0 ? (
        <p className="px-4 py-3 text-muted">Every answer still stands on the words it was written from.</p>
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
  );
}
