"use client";
import { useInfiniteQuery } from "@tanstack/react-query";
import { QueryError } from "@/components/shell/query-error";
import { useShell } from "@/components/shell/shell-context";
import { useTRPC, useTRPCClient } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { RelativeTime } from "@/components/ui/relative-time";
import { SkeletonRows } from "@/components/ui/skeleton";
import { roleMay } from "@/lib/vocabulary/workspaces";
import { ActivityIcon } from "./activity-icon";
import type { ActivityItem, Subject } from "./collaboration-types";
import { Comment } from "./comment";
import { NewComment } from "./new-comment";
import { useCollaborationLive } from "./use-collaboration-live";

/** What was said and done about it, newest first, with room to say something. */
export function Activity({ subject }: { subject: Subject }) {
  const { member } = useShell();
  const trpc = useTRPC();
  const client = useTRPCClient();
  useCollaborationLive();
  const list = useInfiniteQuery({
    // Pages go back in time: each begins before the oldest of the one before.
    queryKey: [...trpc.activities.list.queryKey(subject), "by time"],
    queryFn: ({ pageParam, signal }) =>
      client.activities.list.query({ ...subject, ...(pageParam ? { before: pageParam } : {}) }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.until,
  });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Card title="Activity" isFlush>
      {roleMay(member.role, "comments:write") ? (
        <div className="border-b border-subtle px-4 py-3">
          <NewComment subject={subject} />
        </div>
      ) : null}
      {list.isPending ? <SkeletonRows rows={5} /> : null}
      {list.isError ? (
        <QueryError error={list.error} title="The activity could not be loaded." onRetry={() => list.refetch()} />
      ) : null}
      {list.data && items.length === 0 ? <p className="px-4 py-5 text-muted">Nothing was said or done yet.</p> : null}
      <ol>
        {items.map((item) => (
          <li key={item.id} className="border-b border-subtle px-4 py-2.5 last:border-b-0">
            {item.type === "comment" ? <Comment comment={item.comment} subject={subject} /> : <Deed item={item} />}
          </li>
        ))}
      </ol>
      {list.hasNextPage ? (
        <div className="px-4 py-2">
          <Button size="sm" isLoading={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
            Show older
          </Button>
        </div>
      ) : null}
    </Card>
  );
}

function Deed({ item }: { item: Extract<ActivityItem, { type: "activity" }> }) {
  const name = item.person?.name ?? (item.person ? "A former member" : "Outrider");
  return (
    <div className="flex items-start gap-3">
      <ActivityIcon deed={item.deed} />
      <p className="min-w-0 flex-1 wrap-anywhere text-muted">
        <span className="font-medium text-ink">{name}</span> {item.text}
      </p>
      <span className="shrink-0 text-sm text-subtle">
        <RelativeTime at={item.at} />
      </span>
    </div>
  );
}
