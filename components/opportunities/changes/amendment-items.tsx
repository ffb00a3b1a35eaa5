"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { placeHref } from "@/components/shell/places";
import { QueryError } from "@/components/shell/query-error";
import { useShell } from "@/components/shell/shell-context";
import { useTRPC } from "@/components/shell/trpc";
import { SkeletonRows } from "@/components/ui/skeleton";
import type { DeadlineKind, FieldName } from "@/lib/vocabulary/opportunities";
import type { AmendmentDetail } from "../opportunity-types";
import { deadlineWords, fieldWords } from "../opportunity-words";
import { WordDiff } from "../word-diff";

const groups = ["deadline", "field", "changed", "added", "removed", "affected", "text", "wording"] as const;
const groupWords = {
  deadline: "Dates",
  field: "Factors and limits",
  changed: "Changed",
  added: "Added",
  removed: "Removed",
  affected: "To look at: they name what is taken out",
  text: "Elsewhere in the papers: no requirement states it",
  wording: "In wording only",
};

type Item = AmendmentDetail["items"][number];

function groupOf({ what, detail }: Item) {
  if (detail === "text") return "text";
  return what === "changed" && detail === "wording" ? "wording" : what;
}

/** Line by line: dates first, then requirements by what became of them, those changed in wording only folded away. */
export function AmendmentItems({ id, opportunityId }: { id: string; opportunityId: string }) {
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
          <ChangedItem
            key={item.requirement?.id ?? `${group} ${String(index)}`}
            item={item}
            opportunityId={opportunityId}
          />
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

function ChangedItem({ item, opportunityId }: { item: Item; opportunityId: string }) {
  return (
    <li className="grid gap-x-3 px-4 py-2 sm:grid-cols-[90px_minmax(0,1fr)]">
      <ItemName item={item} opportunityId={opportunityId} />
      {item.quote ? (
        <div className="space-y-1 wrap-anywhere">
          <p className="text-muted">{item.before}</p>
          <p>
            <span className="font-medium text-attention">{quotedWords[item.what]}</span> “{item.quote}”
          </p>
        </div>
      ) : (
        <div className="space-y-1 wrap-anywhere">
          <p>
            <WordDiff before={item.before ?? ""} after={item.after ?? ""} />
          </p>
          {item.quotes ? <BothQuotes quotes={item.quotes} /> : null}
        </div>
      )}
    </li>
  );
}

/** The buyer's own words of a date, before and now. */
function BothQuotes({ quotes }: { quotes: NonNullable<Item["quotes"]> }) {
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 text-sm text-muted">
      {quotes.before ? (
        <>
          <dt>Before:</dt>
          <dd>“{quotes.before}”</dd>
        </>
      ) : null}
      {quotes.after ? (
        <>
          <dt>Now:</dt>
          <dd>“{quotes.after}”</dd>
        </>
      ) : null}
    </dl>
  );
}

/** A requirement that stands opens beside the buyer's document. */
function ItemName({ item, opportunityId }: { item: Item; opportunityId: string }) {
  const { workspace } = useShell();
  const { requirement, what } = item;
  if (!requirement || what === "removed") {
    return <span className="text-sm text-subtle">{requirement?.label ?? nameOf(item)}</span>;
  }
  return (
    <Link
      href={`${placeHref(workspace.slug, "opportunities")}/${opportunityId}?tab=requirements&req=${requirement.id}`}
      className="text-sm text-accent hover:underline"
    >
      {requirement.label}
    </Link>
  );
}

const lineWords: Partial<Record<Item["what"], string>> = { added: "New", removed: "Gone", changed: "Changed" };

function nameOf({ what, detail }: Item): string {
  if (!detail) return "";
  if (detail === "text") return lineWords[what] ?? "";
  if (what === "field") return fieldWords[detail as FieldName] ?? detail;
  return deadlineName(detail);
}

function deadlineName(kind: string): string {
  return kind in deadlineWords ? deadlineWords[kind as DeadlineKind] : kind;
}
