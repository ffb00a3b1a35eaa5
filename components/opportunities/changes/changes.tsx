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
import type { DeadlineKind, FieldName } from "@/lib/vocabulary/opportunities";
import { roleMay } from "@/lib/vocabulary/workspaces";
import { ReopenedCard } from "../detail/reopened-card";
import type { AmendmentDetail, AmendmentSummary, OpportunityView } from "../opportunity-types";
import { deadlineWords, fieldWords } from "../opportunity-words";
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
      <ReopenedCard opportunity={opportunity} />
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
      title={titleOf(amendment)}
      isFlush
      description={
        <span className="flex flex-wrap items-center gap-x-2">
          <RelativeTime at={amendment.createdAt} />
          {amendment.isAddendum ? <span>beside the other papers, which stand as they were</span> : null}
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

function titleOf({ document, isAddendum }: AmendmentSummary): string {
  if (!document) return "New notice";
  return isAddendum ? `What “${document.title}” adds and changes` : `New version of ${document.title}`;
}

export function ChangeCounts({
  counts,
}: {
  counts: { added: number; removed: number; changed: number; affected?: number; deadline?: number; field?: number };
}) {
  const parts = [
    counts.added ? { key: "added", text: `+${counts.added} added`, className: "text-ok" } : null,
    counts.changed ? { key: "changed", text: `${counts.changed} changed`, className: "text-attention" } : null,
    counts.removed ? { key: "removed", text: `−${counts.removed} removed`, className: "text-danger" } : null,
    counts.affected ? { key: "affected", text: `${counts.affected} to look at`, className: "text-attention" } : null,
    counts.deadline
      ? {
          key: "dates",
          text: `${counts.deadline} ${counts.deadline === 1 ? "date" : "dates"} moved`,
          className: "text-attention",
        }
      : null,
    counts.field
      ? {
          key: "fields",
          text: `${counts.field} ${counts.field === 1 ? "factor or limit" : "factors and limits"}`,
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

const groups = ["deadline", "field", "changed", "added", "removed", "affected", "wording"] as const;
const groupWords = {
  deadline: "Dates",
  field: "Factors and limits",
  changed: "Changed",
  added: "Added",
  removed: "Removed",
  affected: "To look at: they name what is taken out",
  wording: "In wording only",
};

type Item = AmendmentDetail["items"][number];

const groupOf = ({ what, detail }: Item) => (what === "changed" && detail === "wording" ? "wording" : what);

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
  const { items, isAddendum } = amendment.data;
  return groups.map((group) => {
    const own = items.filter((item) => groupOf(item) === group);
    if (own.length === 0) return null;
    const title = `${isAddendum && group === "removed" ? "Taken out" : groupWords[group]} (${own.length})`;
    const list = (
      <ul className="divide-y divide-subtle">
        {own.map((item, index) => (
          <ChangedItem key={item.requirement?.id ?? `${group} ${String(index)}`} item={item} />
        ))}
      </ul>
    );
    if (group === "wording") {
      return (
        <details key={group} className="border-t border-subtle">
          <summary className="cursor-pointer bg-sunken px-4 py-1.5 text-sm font-medium text-muted">{title}</summary>
          {list}
        </details>
      );
    }
    return (
      <section key={group} aria-label={groupWords[group]} className="border-t border-subtle">
        <h3 className="bg-sunken px-4 py-1.5 text-sm font-medium text-muted">{title}</h3>
        {list}
      </section>
    );
  });
}

const quotedWords: Partial<Record<Item["what"], string>> = {
  removed: "Taken out by:",
  changed: "Now:",
  affected: "It names what is taken out by:",
};

function ChangedItem({ item }: { item: Item }) {
  return (
    <li className="grid gap-x-3 px-4 py-2 sm:grid-cols-[90px_minmax(0,1fr)]">
      <span className="text-sm text-subtle">{item.requirement?.label ?? nameOf(item)}</span>
      {item.quote ? (
        <div className="space-y-1 wrap-anywhere">
          <p className="text-muted">{item.before}</p>
          <p>
            <span className="font-medium text-attention">{quotedWords[item.what]}</span> “{item.quote}”
          </p>
        </div>
      ) : (
        <p className="wrap-anywhere">
          <WordDiff before={item.before ?? ""} after={item.after ?? ""} />
        </p>
      )}
    </li>
  );
}

function nameOf({ what, detail }: Item): string {
  if (!detail) return "";
  if (what === "field") return fieldWords[detail as FieldName] ?? detail;
  return deadlineName(detail);
}

function deadlineName(kind: string): string {
  return kind in deadlineWords ? deadlineWords[kind as DeadlineKind] : kind;
}
