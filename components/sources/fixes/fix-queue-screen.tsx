"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Wrench } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { placeHref } from "@/components/shell/places";
import { QueryError } from "@/components/shell/query-error";
import { useShell } from "@/components/shell/shell-context";
import { useTRPC } from "@/components/shell/trpc";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Page, Toolbar } from "@/components/ui/page-layout";
import { Pagination } from "@/components/ui/pagination";
import { RelativeTime } from "@/components/ui/relative-time";
import { Select } from "@/components/ui/select";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useListKeys } from "@/components/ui/use-list-keys";
import { useUrlState } from "@/components/ui/use-url-state";
import { type FixStatus, fixStatuses } from "@/lib/vocabulary/sources";
import type { FixRow } from "./fix-types";
import { fixStatusWords, reasonMeanings, reasonWords } from "./fix-words";
import { SourcesTabs } from "./sources-tabs";

const pageSize = 50;
const defaults = { status: "open", page: 1 };
const rowKey = (row: FixRow) => row.id;

const columns: Column<FixRow>[] = [
  { key: "detail", header: "What is wrong", isName: true, cell: (row) => <What row={row} /> },
  {
    key: "reason",
    header: "Reason",
    width: "w-40",
    cell: (row) => <Badge meaning={reasonMeanings[row.reason]}>{reasonWords[row.reason]}</Badge>,
  },
  { key: "source", header: "Source", width: "w-52", hideBelow: "lg", cell: (row) => row.source.name },
  {
    key: "since",
    header: "Since",
    width: "w-28",
    isNamedOnPhone: true,
    cell: (row) => <RelativeTime at={row.createdAt} />,
  },
];

/** What of the sources only a person can mend: where on a page the entries stand. */
export function FixQueueScreen() {
  const { workspace } = useShell();
  const router = useRouter();
  const trpc = useTRPC();
  const [state, setState] = useUrlState(defaults);
  const status: FixStatus = fixStatuses.find((one) => one === state.status) ?? "open";
  const page = Math.max(1, state.page);
  const list = useQuery(
    trpc.fixTasks.list.queryOptions(
      { status, limit: pageSize, offset: (page - 1) * pageSize },
      { placeholderData: keepPreviousData },
    ),
  );
  const rows = list.data?.tasks ?? [];
  const here = `${placeHref(workspace.slug, "sources")}/fixes`;
  const open = (row: FixRow) => router.push(`${here}/${row.id}`);
  const activeKey = useListKeys({ rows, rowKey, onOpen: open });
  return (
    <Page>
      <PageHeader title="Sources" description="Pages whose entries nobody but a person can find" />
      <SourcesTabs active="fixes" />
      <Toolbar>
        <Select
          aria-label="State"
          value={status}
          onChange={(event) => setState({ status: event.target.value, page: 1 })}
          options={fixStatuses.map((value) => ({ value, label: fixStatusWords[value] }))}
        />
      </Toolbar>
      <Card isFlush>
        {list.isPending ? <SkeletonRows /> : null}
        {list.isError ? (
          <QueryError error={list.error} title="The queue could not be loaded." onRetry={() => list.refetch()} />
        ) : null}
        {list.data && rows.length === 0 ? (
          <EmptyState
            icon={Wrench}
            title={status === "open" ? "Nothing needs a person." : "There is none of these."}
            description="When a page is rebuilt so that its entries cannot be found by any rule, it stands here. You then click one entry and its fields, and the next run reads the rest."
          />
        ) : null}
        {rows.length > 0 ? (
          <>
            <DataTable
              label="To fix"
              columns={columns}
              rows={rows}
              rowKey={rowKey}
              rowName={(row) => row.detail}
              activeKey={activeKey}
              onOpen={open}
            />
            <Pagination
              page={page}
              pageSize={pageSize}
              total={list.data?.total ?? 0}
              noun="tasks"
              onPage={(next) => setState({ page: next }, { isStep: true })}
            />
          </>
        ) : null}
      </Card>
    </Page>
  );
}

function What({ row }: { row: FixRow }) {
  const { workspace } = useShell();
  return (
    <span className="flex min-w-0 flex-col py-1.5">
      <Link
        href={`${placeHref(workspace.slug, "sources")}/fixes/${row.id}`}
        prefetch={false}
        className="line-clamp-2 whitespace-normal wrap-anywhere hover:underline"
      >
        {row.detail}
      </Link>
      <span className="truncate text-xs font-normal text-subtle">
        {row.source.name} · {row.page.url}
      </span>
    </span>
  );
}
