"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ExternalLink, FileSearch } from "lucide-react";
import Link from "next/link";
import { placeHref } from "@/components/shell/places";
import { QueryError } from "@/components/shell/query-error";
import { useShell } from "@/components/shell/shell-context";
import { useTRPC } from "@/components/shell/trpc";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Toolbar } from "@/components/ui/page-layout";
import { Pagination } from "@/components/ui/pagination";
import { RelativeTime } from "@/components/ui/relative-time";
import { Select } from "@/components/ui/select";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useUrlState } from "@/components/ui/use-url-state";
import { safeHref } from "@/lib/safe-href";
import { type CaptureHealth, captureHealths } from "@/lib/vocabulary/sources";
import type { PageRow, SourceView } from "./source-types";
import { healthWords, pageKindWords, rungWords } from "./source-words";

const pageSize = 50;
const defaults = { health: "", page: 1 };

const columns: readonly Column<PageRow>[] = [
  { key: "page", header: "Page", isName: true, cell: (row) => <Name row={row} /> },
  { key: "health", header: "Health", width: "w-44", cell: (row) => <PageHealth row={row} /> },
  { key: "kind", header: "What", width: "w-36", hideBelow: "lg", cell: (row) => pageKindWords[row.kind] },
  {
    key: "words",
    header: "Words",
    width: "w-20",
    align: "right",
    isWideOnly: true,
    hideBelow: "xl",
    cell: (row) => (row.words > 0 ? row.words.toLocaleString("en") : ""),
  },
  {
    key: "fetched",
    header: "Read",
    width: "w-32",
    isNamedOnPhone: true,
    cell: (row) =>
      row.lastFetchedAt ? (
        <span data-tooltip={row.rung ? `By ${rungWords[row.rung]}` : undefined}>
          <RelativeTime at={row.lastFetchedAt} />
        </span>
      ) : null,
  },
  {
    key: "changed",
    header: "Changed",
    width: "w-32",
    isWideOnly: true,
    hideBelow: "lg",
    cell: (row) => (row.lastChangedAt ? <RelativeTime at={row.lastChangedAt} /> : null),
  },
  { key: "live", header: "Live", width: "w-14", cell: (row) => <LiveLink url={row.url} /> },
];

/** Every address that this source has brought: what is in trouble first. */
export function SourcePages({ source }: { source: SourceView }) {
  const trpc = useTRPC();
  const [state, setState] = useUrlState(defaults);
  const health = captureHealths.find((one): one is CaptureHealth => one === state.health);
  const page = Math.max(1, state.page);
  const pages = useQuery(
    trpc.sources.pages.queryOptions(
      { sourceId: source.id, health, limit: pageSize, offset: (page - 1) * pageSize },
      { placeholderData: keepPreviousData },
    ),
  );
  const rows = pages.data?.pages ?? [];
  return (
    <div className="flex flex-col gap-4">
      <Toolbar>
        <Select
          aria-label="Health"
          value={health ?? ""}
          onChange={(event) => setState({ health: event.target.value, page: 1 })}
          options={[
            { value: "", label: "Any health" },
            ...captureHealths.map((value) => ({ value, label: healthWords[value] })),
          ]}
        />
      </Toolbar>
      <Card isFlush>
        {pages.isPending ? <SkeletonRows /> : null}
        {pages.isError ? (
          <QueryError error={pages.error} title="The pages could not be loaded." onRetry={() => pages.refetch()} />
        ) : null}
        {pages.data && rows.length === 0 ? (
          <EmptyState
            icon={FileSearch}
            title={health ? "No page is in this state." : "Pages that were read stand here, each with its health."}
            description={health ? undefined : "The first run brings them."}
          />
        ) : null}
        {rows.length > 0 ? (
          <>
            <DataTable
              label="Pages"
              columns={columns}
              rows={rows}
              rowKey={(row) => row.id}
              rowName={(row) => row.title ?? row.url}
            />
            <Pagination
              page={page}
              pageSize={pageSize}
              total={pages.data?.total ?? 0}
              noun="pages"
              onPage={(next) => setState({ page: next }, { isStep: true })}
            />
          </>
        ) : null}
      </Card>
    </div>
  );
}

function Name({ row }: { row: PageRow }) {
  const { workspace } = useShell();
  const title = row.title ?? row.url;
  return (
    <span className="block min-w-0 py-1">
      {row.documentId ? (
        <Link
          href={`${placeHref(workspace.slug, "library")}/${row.documentId}`}
          prefetch={false}
          className="block truncate hover:underline"
        >
          {title}
        </Link>
      ) : (
        <span className="block truncate">{title}</span>
      )}
      <span className="block truncate text-xs font-normal text-subtle" title={row.url}>
        {row.url.replace(/^https?:\/\//, "")}
      </span>
    </span>
  );
}

function PageHealth({ row }: { row: PageRow }) {
  if (row.goneAt) return <Badge meaning="attention">Gone from the site</Badge>;
  if (!row.health) return <Badge>Not read yet</Badge>;
  return (
    <>
      <Badge meaning={row.health === "good" ? "ok" : "attention"}>{healthWords[row.health]}</Badge>
      {row.healthReason ? (
        <span className="block truncate text-xs text-subtle" title={row.healthReason}>
          {row.healthReason}
        </span>
      ) : null}
    </>
  );
}

function LiveLink({ url }: { url: string }) {
  const href = safeHref(url);
  if (!href) return null;
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      aria-label="Open the live page"
      data-tooltip="Open the live page"
      className="inline-flex rounded-sm p-1 text-muted hover:text-ink"
    >
      <ExternalLink className="size-4" aria-hidden />
    </a>
  );
}
