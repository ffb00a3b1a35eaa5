"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { placeHref } from "@/components/shell/places";
import { QueryError } from "@/components/shell/query-error";
import { useShell } from "@/components/shell/shell-context";
import { useTRPC } from "@/components/shell/trpc";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { SkeletonRows } from "@/components/ui/skeleton";
import { Deadline } from "../deadline";
import { isOver, outcomeMeanings, outcomeWords, procedureMeanings, procedureWords } from "../opportunity-words";

/** Others of the same buyer, trade or words, each with why; those that ended tell how it went. */
export function SimilarCard({ opportunityId }: { opportunityId: string }) {
  const { workspace } = useShell();
  const found = useQuery(useTRPC().opportunities.similar.queryOptions({ id: opportunityId }, { staleTime: 60_000 }));
  if (found.isError) {
    return (
      <QueryError error={found.error} title="Similar ones could not be looked for." onRetry={() => found.refetch()} />
    );
  }
  if (found.data?.similar.length === 0) return null;
  const here = placeHref(workspace.slug, "opportunities");
  return (
    <Card title="More like this" isFlush>
      {found.isPending ? <SkeletonRows rows={3} /> : null}
      <ul className="divide-y divide-subtle">
        {found.data?.similar.map(({ opportunity: one, reasons }) => (
          <li key={one.id}>
            <Link
              href={`${here}/${one.id}`}
              className="flex flex-wrap items-start gap-x-4 gap-y-1 px-4 py-2.5 hover:bg-hover"
            >
              <span className="min-w-0 flex-1 basis-72">
                <span className="block truncate font-medium">{one.title}</span>
                <span className="block text-sm text-muted wrap-anywhere">{reasons.join(" · ")}</span>
              </span>
              {one.outcome ? (
                <Badge meaning={outcomeMeanings[one.outcome]}>{outcomeWords[one.outcome]}</Badge>
              ) : isOver(one.procedureStatus) ? (
                <Badge meaning={procedureMeanings[one.procedureStatus]}>{procedureWords[one.procedureStatus]}</Badge>
              ) : null}
              <Deadline
                at={one.submissionAt}
                zone={one.submissionZone}
                date={one.submissionDate}
                isOver={isOver(one.procedureStatus) || one.outcome !== null}
                isContradicted={one.isSubmissionContradicted}
                className="w-44"
              />
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
