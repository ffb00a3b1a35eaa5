"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ExternalLink, ListChecks } from "lucide-react";
import Link from "next/link";
import { placeHref } from "@/components/shell/places";
import { QueryError } from "@/components/shell/query-error";
import { useShell } from "@/components/shell/shell-context";
import { useTRPC } from "@/components/shell/trpc";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { RelativeTime } from "@/components/ui/relative-time";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useUrlState } from "@/components/ui/use-url-state";
import { safeHref } from "@/lib/safe-href";
import type { ExtractionRung } from "@/lib/vocabulary/sources";
import { roleMay } from "@/lib/vocabulary/workspaces";
import { isUnnamed } from "./fixes/fix-words";
import { TeachButton } from "./fixes/teach-button";
import type { RecordRow } from "./source-types";
import { extractionWords } from "./source-words";

const pageSize = 50;
const defaults = { page: 1 };

/** The entries of a source's listings with the fields that were found in them. */
export function SourceEntries({ sourceId }: { sourceId: string }) {
  const trpc = useTRPC();
  const [state, setState] = useUrlState(defaults);
  const page = Math.max(1, state.page);
  const records = useQuery(
    trpc.sources.records.queryOptions(
      { sourceId, limit: pageSize, offset: (page - 1) * pageSize },
      { placeholderData: keepPreviousData },
    ),
  );
  const rows = records.data?.records ?? [];
  return (
    <Card isFlush>
      {records.isPending ? <SkeletonRows /> : null}
      {records.isError ? (
        <QueryError error={records.error} title="The entries could not be loaded." onRetry={() => records.refetch()} />
      ) : null}
      {records.data && rows.length === 0 ? (
        <EmptyState
          icon={ListChecks}
          title="Entries of a listing stand here: notices of a portal, items of a feed, open positions."
          description="This source has shown none so far."
        />
      ) : null}
      {rows.length > 0 ? (
        <>
          <ul aria-label="Entries" className="divide-y divide-subtle">
            {rows.map((record) => (
              <Entry key={record.id} record={record} sourceId={sourceId} />
            ))}
          </ul>
          <Pagination
            page={page}
            pageSize={pageSize}
            total={records.data?.total ?? 0}
            noun="entries"
            onPage={(next) => setState({ page: next }, { isStep: true })}
          />
        </>
      ) : null}
    </Card>
  );
}

/** Taken from a page by markup, where a person can show what is right. */
const shownOnPages: readonly ExtractionRung[] = ["json_ld", "model", "css", "xpath", "structure", "ocr", "person"];

function Entry({ record, sourceId }: { record: RecordRow; sourceId: string }) {
  const { workspace, member } = useShell();
  const mayFix = roleMay(member.role, "sources:manage") && shownOnPages.includes(record.rung);
  const href = record.url ? safeHref(record.url) : null;
  const fields = Object.entries(record.fields).filter(([name, value]) => value.trim() !== "" && !isTwin(name, record));
  return (
    <li className="px-4 py-2.5">
      <div className="flex items-center gap-x-2">
        <div className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-2 gap-y-1">
          {record.documentId ? (
            <Link
              href={`${placeHref(workspace.slug, "library")}/${record.documentId}`}
              prefetch={false}
              className="min-w-0 font-medium wrap-anywhere hover:underline"
            >
              {record.title}
            </Link>
          ) : (
            <span className="min-w-0 font-medium wrap-anywhere">{record.title}</span>
          )}
          {record.isGone ? <Badge>no longer listed</Badge> : null}
          {record.rung === "model" ? <Badge meaning="model">{extractionWords.model}</Badge> : null}
        </div>
        {mayFix ? <TeachButton sourceId={sourceId} record={record} /> : null}
        <span className="shrink-0 text-sm text-subtle" data-tooltip={`${extractionWords[record.rung]}; first seen`}>
          <RelativeTime at={record.firstSeenAt} />
        </span>
        {href ? (
          <a
            href={href}
            target="_blank"
            rel="noopener noreferrer"
            aria-label={`Open ${record.title} on the live site`}
            data-tooltip="Open the live page"
            className="-my-0.5 shrink-0 rounded-sm p-1 text-muted hover:text-ink"
          >
            <ExternalLink className="size-4" aria-hidden />
          </a>
        ) : null}
      </div>
      {fields.length > 0 ? (
        <dl className="mt-1 flex flex-wrap gap-x-5 gap-y-0.5 text-sm">
          {fields.map(([name, value]) => (
            <div key={name} className="flex min-w-0 gap-1.5">
              <dt className={isUnnamed(name) ? "sr-only" : "shrink-0 text-subtle"}>
                {isUnnamed(name) ? "Value" : name}
              </dt>
              <dd className="min-w-0 wrap-anywhere text-muted">{value}</dd>
            </div>
          ))}
        </dl>
      ) : null}
    </li>
  );
}

/** "Deadline@datetime" is what the markup says of "Deadline" for machines: people have read it already. */
function isTwin(name: string, record: RecordRow): boolean {
  const at = name.lastIndexOf("@");
  return at > 0 && name.slice(0, at) in record.fields;
}
