"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { placeHref } from "@/components/shell/places";
import { errorMessage } from "@/components/shell/query-error";
import { useShell } from "@/components/shell/shell-context";
import { useTRPC } from "@/components/shell/trpc";
import { Card } from "@/components/ui/card";
import { cn } from "@/components/ui/class-names";
import { RelativeTime } from "@/components/ui/relative-time";
import { Skeleton } from "@/components/ui/skeleton";
import type { ChangeView } from "./change-types";
import { SeverityMark } from "./severity";

const shown = 20;

/** What else changed on the same page, newest first. */
export function ChangeTimeline({ change }: { change: ChangeView }) {
  const { workspace } = useShell();
  const changes = useQuery(
    useTRPC().changes.list.queryOptions({ pageId: change.page.id, archived: "include", limit: shown }),
  );
  const total = changes.data?.total ?? 0;
  return (
    <Card
      title={total > 1 ? `${total.toLocaleString("en")} changes of this page` : "The only change of this page"}
      description={total > shown ? `The newest ${shown}` : undefined}
    >
      {changes.isPending ? <Skeleton className="h-20 w-full" /> : null}
      {changes.isError ? <p className="text-danger">{errorMessage(changes.error)}</p> : null}
      <ol className="border-l border-strong">
        {changes.data?.changes.map((one) => (
          <li key={one.id} className="relative py-1.5 pl-4">
            <span
              className={cn(
                "absolute top-3 -left-1 size-2 rounded-full",
                one.id === change.id ? "bg-accent" : "border border-control bg-surface",
              )}
              aria-hidden
            />
            <span className="flex flex-wrap items-center gap-x-3 text-sm text-muted">
              <RelativeTime at={one.detectedAt} />
              <SeverityMark severity={one.severity} />
            </span>
            {one.id === change.id ? (
              <span aria-current="true" className="line-clamp-2 font-medium wrap-anywhere">
                {one.summary}
              </span>
            ) : (
              <Link
                href={`${placeHref(workspace.slug, "changes")}/${one.id}`}
                prefetch={false}
                className="line-clamp-2 wrap-anywhere hover:underline"
              >
                {one.summary}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}
