"use client";
import { useQuery } from "@tanstack/react-query";
import { FileDiff, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { placeHref } from "@/components/shell/places";
import { useShell } from "@/components/shell/shell-context";
import { useTRPC } from "@/components/shell/trpc";
import { Card } from "@/components/ui/card";
import { RelativeTime } from "@/components/ui/relative-time";
import { count } from "../opportunities/opportunity-words";
import { toSettle } from "./to-settle.logic";

// The next due first: of what was due long ago there may be more than a page.
const open = { outcome: ["open" as const], sort: "next" as const, limit: 200 };
const waiting = { state: "to_review" as const, limit: 10 };

/** What only a person can settle: dates that disagree, and amendments that nobody has approved. Nothing when there is none. */
export function ToDecide() {
  const { workspace } = useShell();
  const trpc = useTRPC();
  const amendments = useQuery(trpc.amendments.list.queryOptions(waiting));
  const opportunities = useQuery(trpc.opportunities.list.queryOptions(open));
  const here = placeHref(workspace.slug, "opportunities");
  const { contradicted, amended } = toSettle(
    opportunities.data?.opportunities ?? [],
    amendments.data?.amendments ?? [],
  );
  if (contradicted.length + amended.length === 0) return null;
  const row = "flex min-h-row flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2 hover:bg-hover";
  return (
    <Card title={`To settle: ${contradicted.length + (amendments.data?.total ?? 0)}`} isFlush>
      <ul>
        {contradicted.slice(0, 6).map((one) => (
          <li key={one.id} className="border-b border-subtle last:border-0">
            <Link href={`${here}/${one.id}`} className={row}>
              <TriangleAlert className="size-4 shrink-0 text-attention" aria-hidden />
              <span className="min-w-0 flex-1 basis-60">
                <span className="block truncate font-medium">{one.title}</span>
                <span className="block text-sm text-attention">Documents disagree about the submission date</span>
              </span>
            </Link>
          </li>
        ))}
        {/* A final version of six papers is one thing to look through. */}
        {amended.map(([opportunityId, [one, ...more]]) =>
          one ? (
            <li key={opportunityId} className="border-b border-subtle last:border-0">
              <Link href={`${here}/${opportunityId}?tab=changes&amendment=${one.id}`} className={row}>
                <FileDiff className="size-4 shrink-0 text-attention" aria-hidden />
                <span className="min-w-0 flex-1 basis-60">
                  <span className="block truncate font-medium">{one.opportunity.title}</span>
                  <span className="block text-sm text-attention">{count(more.length + 1, "amendment")} to approve</span>
                  <span className="block truncate text-sm text-muted">{one.summary}</span>
                </span>
                <span className="text-sm text-subtle">
                  <RelativeTime at={one.createdAt} />
                </span>
              </Link>
            </li>
          ) : null,
        )}
      </ul>
    </Card>
  );
}
