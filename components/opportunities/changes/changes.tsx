"use client";
import { useQuery } from "@tanstack/react-query";
import { Check, FileDiff } from "lucide-react";
import { useState } from "react";
import { QueryError } from "@/components/shell/query-error";
import { useShell } from "@/components/shell/shell-context";
import { useTRPC } from "@/components/shell/trpc";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useUrlState } from "@/components/ui/use-url-state";
import type { DeadlineKind } from "@/lib/vocabulary/opportunities";
import { roleMay } from "@/lib/vocabulary/workspaces";
import type { AmendmentSummary, OpportunityView } from "../opportunity-types";
import { deadlineWords } from "../opportunity-words";
import { useUpdateOpportunities } from "../use-update-opportunities";
import { WordDiff } from "../word-diff";
import { CompareVersions } from "./compare-versions";

const defaults = { amendment: "" };

/** What the buyer changed after the fact: each amendment to look through and approve, and any two versions beside each other. */
export function Changes({ opportunity }: { opportunity: OpportunityView }) {
  const [{ amendment: chosen }, setState] = useUrlState(defaults);
  const { amendments } = opportunity;
  const open = chosen || amendments.find((one) => one.state === "to_review")?.id || amendments[0]?.id || "";
  return (
    <>
      {amendments.length === 0 ? (
        <NothingAmended isShort={opportunity.documents.length > 1} />
      ) : (
        amendments.map((amendment) => (
          <AmendmentCard
            key={amendment.id}
            amendment={amendment}
            isOpen={amendment.id === open}
            onOpen={() => setState({ amendment: amendment.id })}
          />
        ))
      )}
      <CompareVersions opportunity={opportunity} />
    </>
  );
}

/** Short where papers to compare follow: these are what somebody came for. */
function NothingAmended({ isShort }: { isShort: boolean }) {
  const title = "What the buyer amends appears here, requirement by requirement.";
  const description = "Drop a newer version of a document under the same name, or let a watched source bring it.";
  return (
    <Card>
      {isShort ? (
        <p className="text-muted">
          {title} {description}
        </p>
      ) : (
        <EmptyState icon={FileDiff} title={title} description={description} />
      )}
    </Card>
  );
}

interface AmendmentCardProps {
  amendment: AmendmentSummary;
  isOpen: boolean;
  onOpen: () => void;
}

function AmendmentCard({ amendment, isOpen, onOpen }: AmendmentCardProps) {
  const { member } = useShell();
  const update = useUpdateOpportunities();
  const [isBusy, setIsBusy] = useState(false);
  const isWaiting = amendment.state === "to_review";

  async function approve() {
    setIsBusy(true);
    await update({
      done: "Amendment approved",
      run: (client) => client.amendments.approve.mutate({ id: amendment.id }),
    });
    setIsBusy(false);
  }

  return (
    <Card
      title={amendment.document ? `New version of ${amendment.document.title}` : "New notice"}
      isFlush
      description={
        <span className="flex flex-wrap items-center gap-x-2">
          <RelativeTime at={amendment.createdAt} />
          {amendment.reviewedBy && amendment.reviewedAt ? (
            <span>
              approved by {amendment.reviewedBy.name} <RelativeTime at={amendment.reviewedAt} />
            </span>
          ) : null}
        </span>
      }
      actions={
        <span className="flex items-center gap-2">
          <Badge meaning={isWaiting ? "attention" : "ok"}>{isWaiting ? "To approve" : "Approved"}</Badge>
          {isWaiting && roleMay(member.role, "opportunities:write") ? (
            <Button size="sm" variant="primary" isLoading={isBusy} onClick={() => void approve()}>
              <Check aria-hidden /> Approve
            </Button>
          ) : null}
        </span>
      }
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
        <p className="min-w-0 flex-1 basis-80 wrap-anywhere">{amendment.summary}</p>
        <ChangeCounts counts={amendment.counts} />
        {isOpen ? null : (
          <Button size="sm" onClick={onOpen}>
            Show the changes
          </Button>
        )}
      </div>
      {isOpen ? <AmendmentItems id={amendment.id} /> : null}
    </Card>
  );
}

export function ChangeCounts({
  counts,
}: {
  counts: { added: number; removed: number; changed: number; deadline?: number };
}) {
  const parts = [
    counts.added ? { key: "added", text: `+${counts.added} added`, className: "text-ok" } : null,
    counts.changed ? { key: "changed", text: `${counts.changed} changed`, className: "text-attention" } : null,
    counts.removed ? { key: "removed", text: `−${counts.removed} removed`, className: "text-danger" } : null,
    counts.deadline
      ? {
          key: "dates",
          text: `${counts.deadline} ${counts.deadline === 1 ? "date" : "dates"} moved`,
          className: "text-attention",
        }
      : null,
  ].filter((part) => part !== null);
  return (
    <ul className="flex flex-wrap gap-x-3 text-sm font-medium tabular-nums">
      {parts.map((part) => (
        <li key={part.key} className={part.className}>
          {part.text}
        </li>
      ))}
    </ul>
  );
}

const order = ["deadline", "changed", "added", "removed"] as const;
const whatWords = { deadline: "Dates", changed: "Changed", added: "Added", removed: "Removed" };

function AmendmentItems({ id }: { id: string }) {
  const amendment = useQuery(useTRPC().amendments.get.queryOptions({ id }));
  if (amendment.isPending) return <SkeletonRows rows={5} />;
  if (amendment.isError) {
    return (
      <QueryError
        error={amendment.error}
        title="The changes could not be loaded."
        onRetry={() => amendment.refetch()}
      />
    );
  }
  return order.map((what) => {
    const items = amendment.data.items.filter((item) => item.what === what);
    if (items.length === 0) return null;
    return (
      <section key={what} aria-label={whatWords[what]} className="border-t border-subtle">
        <h3 className="bg-sunken px-4 py-1.5 text-sm font-medium text-muted">
          {whatWords[what]} ({items.length})
        </h3>
        <ul className="divide-y divide-subtle">
          {items.map((item, index) => (
            <li
              key={item.requirement?.id ?? `${what} ${String(index)}`}
              className="grid gap-x-3 px-4 py-2 sm:grid-cols-[90px_minmax(0,1fr)]"
            >
              <span className="text-sm text-subtle">
                {item.requirement?.label ?? (item.detail ? deadlineName(item.detail) : "")}
              </span>
              <p className="wrap-anywhere">
                <WordDiff before={item.before ?? ""} after={item.after ?? ""} />
              </p>
            </li>
          ))}
        </ul>
      </section>
    );
  });
}

function deadlineName(kind: string): string {
  return kind in deadlineWords ? deadlineWords[kind as DeadlineKind] : kind;
}
