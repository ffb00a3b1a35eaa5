"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { Deadline } from "@/components/opportunities/deadline";
import { placeHref } from "@/components/shell/places";
import { QueryError } from "@/components/shell/query-error";
import { useShell } from "@/components/shell/shell-context";
import { useTRPC } from "@/components/shell/trpc";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { SkeletonRows } from "@/components/ui/skeleton";
import { isOver } from "../opportunities/opportunity-words";

/** Open opportunities by what is due first; what was decided against presses nobody. */
const next = {
  outcome: ["open" as const],
  decision: ["go" as const, "none" as const],
  due: ["week" as const, "month" as const],
  sort: "submission" as const,
  limit: 8,
};

export function DeadlinesNext() {
  const { workspace } = useShell();
  const list = useQuery(useTRPC().opportunities.list.queryOptions(next));
  const here = placeHref(workspace.slug, "opportunities");
  const rows = list.data?.opportunities.filter((row) => !isOver(row.procedureStatus)) ?? [];
  return (
    <Card
      title="Deadlines next"
      isFlush
      actions={
        <Link href={`${here}?view=calendar`} className="text-sm text-accent hover:underline">
          Calendar
        </Link>
      }
    >
      {list.isPending ? <SkeletonRows rows={3} /> : null}
      {list.isError ? (
        <QueryError error={list.error} title="Deadlines could not be loaded." onRetry={() => list.refetch()} />
      ) : null}
      {list.data && rows.length === 0 ? (
        <p className="px-4 py-3 text-muted">
          Nothing is due within 30 days.{" "}
          <Link className="text-accent underline" href={here}>
            All opportunities
          </Link>
        </p>
      ) : null}
      <ul>
        {rows.map((row) => (
          <li key={row.id} className="border-b border-subtle last:border-0">
            <Link
              href={`${here}/${row.id}`}
              className="flex min-h-row flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2 hover:bg-hover"
            >
              <Deadline
                at={row.submissionAt}
                zone={row.submissionZone}
                date={row.submissionDate}
                isContradicted={row.isSubmissionContradicted}
                className="w-48"
              />
              <span className="min-w-0 flex-1 basis-60">
                <span className="block truncate font-medium">{row.title}</span>
                <span className="block truncate text-sm text-subtle">{row.buyer ?? ""}</span>
              </span>
              {row.isSubmissionContradicted ? <Badge meaning="attention">Settle the date</Badge> : null}
              {row.amendmentsToReview > 0 ? <Badge meaning="attention">Approve changes</Badge> : null}
              {row.owner ? <span className="text-sm text-subtle">{row.owner.name}</span> : null}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
