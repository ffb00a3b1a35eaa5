"use client";
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { MessagesSquare, Users } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { useLive } from "@/components/shell/live";
import { placeHref } from "@/components/shell/places";
import { QueryError } from "@/components/shell/query-error";
import { useShell } from "@/components/shell/shell-context";
import { useTRPC } from "@/components/shell/trpc";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { SearchField } from "@/components/ui/search-field";
import { SkeletonRows } from "@/components/ui/skeleton";

export function ConversationList() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { workspace } = useShell();
  const [text, setText] = useState("");
  const list = useQuery(
    trpc.ask.conversations.queryOptions(text ? { text } : {}, { placeholderData: keepPreviousData }),
  );
  useLive((message) => {
    if (message.kind === "conversation" || message.kind === "reset") {
      void queryClient.invalidateQueries({ queryKey: trpc.ask.conversations.queryKey() });
    }
  });
  if (list.isPending) return <SkeletonRows />;
  if (list.isError) {
    return (
      <QueryError error={list.error} title="Earlier questions could not be loaded." onRetry={() => list.refetch()} />
    );
  }
  const { conversations } = list.data;
  return (
    <section aria-label="Earlier questions" className="flex flex-col gap-3 pt-4">
      <div className="flex flex-wrap items-center gap-2">
        <h2 className="flex-1 font-semibold whitespace-nowrap">Earlier questions</h2>
        {conversations.length > 0 || text ? (
          <SearchField label="Search questions" value={text} onChange={setText} className="max-sm:w-full" />
        ) : null}
      </div>
      <Card isFlush>
        {conversations.length === 0 ? (
          <EmptyState
            icon={MessagesSquare}
            title={text ? `No question holds “${text}”.` : "What you ask is kept here, with its answers and sources."}
          />
        ) : (
          <ul>
            {conversations.map((one) => (
              <li key={one.id} className="border-b border-subtle last:border-0">
                <Link
                  href={`${placeHref(workspace.slug, "ask")}/${one.id}`}
                  className="flex min-h-row items-center gap-3 px-4 py-1.5 hover:bg-hover"
                >
                  <span className="min-w-0 flex-1 truncate">{one.title}</span>
                  {one.visibility === "workspace" ? (
                    <span className="inline-flex items-center gap-1 text-sm text-muted">
                      <Users className="size-4" aria-hidden />
                      shared
                    </span>
                  ) : null}
                  <span className="text-sm text-subtle tabular-nums">
                    <RelativeTime at={one.updatedAt} />
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Card>
    </section>
  );
}
