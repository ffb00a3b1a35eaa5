"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { Deadline } from "@/components/opportunities/deadline";
import { FitMark } from "@/components/opportunities/fit-mark";
import { placeHref } from "@/components/shell/places";
import { QueryError } from "@/components/shell/query-error";
import { useShell } from "@/components/shell/shell-context";
import { useTRPC } from "@/components/shell/trpc";
import { Card } from "@/components/ui/card";
import { SkeletonRows } from "@/components/ui/skeleton";

const fresh = {
  stage: ["new"],
  outcome: ["open" as const],
  // Nor is what has been decided against.
  decision: ["go" as const, "none" as const],
  // What is over is no news.
  due: ["week" as const, "month" as const, "quarter" as const, "later" as const, "unknown" as const],
  sort: "seen" as const,
  descending: true,
  limit: 6,
};

/** What was found and nobody has looked at yet. */
export function NewOpportunities() {
  const { workspace } = useShell();
  const list = useQuery(useTRPC().opportunities.list.queryOptions(fresh));
  const here = placeHref(workspace.slug, "opportunities");
  const rows = list.data?.opportunities ?? [];
  return (
    <Card
      title={
        list.data && list.data.total > 0
          ? `New opportunities: ${list.data.total.toLocaleString("en")}`
          : "New opportunities"
      }
      isFlush
      actions={
        <Link href={`${here}?stage=new&outcome=open&sort=seen&desc=1`} className="text-sm text-accent hover:underline">
          All new
        </Link>
      }
    >
      {list.isPending ? <SkeletonRows rows={3} /> : null}
      {list.isError ? (
        <QueryError error={list.error} title="Opportunities could not be loaded." onRetry={() => list.refetch()} />
      ) : null}
      {list.data && rows.length === 0 ? (
        <p className="px-4 py-3 text-muted">
          No new tender that is still open. Drop a ZIP or a folder of tender files anywhere, or{" "}
          <Link className="text-accent underline" href={`${placeHref(workspace.slug, "sources")}/new`}>
            watch a portal
          </Link>
          .
        </p>
      ) : null}
      <ul>
        {rows.map((row) => (
          <li key={row.id} className="border-b border-subtle last:border-0">
            <Link
              href={`${here}/${row.id}`}
              className="flex min-h-row flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2 hover:bg-hover"
            >
              <span className="min-w-0 flex-1 basis-60">
                <span className="block truncate font-medium">{row.title}</span>
                <span className="block truncate text-sm text-subtle">
                  {[row.buyer, row.sources.join(", ")].filter(Boolean).join(" · ")}
                </span>
              </span>
              <span className="w-28">
                <FitMark score={row.fitScore} known={row.fitKnown} hasBlocker={row.hasBlocker} />
              </span>
              <Deadline
                at={row.submissionAt}
                zone={row.submissionZone}
                date={row.submissionDate}
                isContradicted={row.isSubmissionContradicted}
                className="w-44"
              />
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
