"use client";
import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/components/shell/trpc";
import { HoverCard } from "@/components/ui/hover-card";
import { Skeleton } from "@/components/ui/skeleton";
import { Deadline } from "../deadline";
import type { OpportunityRow } from "../opportunity-types";
import { statedWords } from "../stated-words.logic";

/** A deadline about which documents disagree: the earlier one stands, and all statements with their words are a hover away. */
export function DisagreeingDates({ row, href }: { row: OpportunityRow; href: string }) {
  return (
    <HoverCard card={<Statements id={row.id} />}>
      <a href={href} className="inline-block">
        <span className="sr-only">Dates disagree: </span>
        <Deadline at={row.submissionAt} zone={row.submissionZone} date={row.submissionDate} isContradicted />
      </a>
    </HoverCard>
  );
}

function Statements({ id }: { id: string }) {
  const opportunity = useQuery(useTRPC().opportunities.get.queryOptions({ id }));
  if (opportunity.isPending) return <Skeleton className="h-16 w-full" />;
  const group = opportunity.data?.deadlines.find((one) => one.kind === "submission");
  const open = group?.statements.filter((one) => one.state === "in_force" || one.state === "contradicted") ?? [];
  if (open.length === 0) return <span>The statements could not be loaded.</span>;
  return (
    <>
      <span className="block font-medium">
        The documents disagree. The earlier date drives reminders until you decide.
      </span>
      {open.map((one) => (
        <span key={one.id} className="block">
          <span className="block text-sm font-medium text-attention tabular-nums">{statedWords(one)}</span>
          <span className="block border-l-2 border-evidence-line bg-evidence px-2 py-0.5 text-sm wrap-anywhere">
            {one.quote}
          </span>
          <span className="block text-xs text-muted">
            {one.citation?.title ?? one.notice?.source ?? "Notice"}
            {one.citation?.page ? `, page ${one.citation.page}` : ""}
          </span>
        </span>
      ))}
    </>
  );
}
