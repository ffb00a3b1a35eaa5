"use client";
import Link from "next/link";
import { placeHref } from "@/components/shell/places";
import { useShell } from "@/components/shell/shell-context";
import { Badge } from "@/components/ui/badge";
import { type Column, DataTable } from "@/components/ui/data-table";
import { RelativeTime } from "@/components/ui/relative-time";
import { runResult } from "./run-result";
import { scheduleWords } from "./schedule-words";
import { SourceStatus } from "./source-status";
import type { SourceRow } from "./source-types";
import { count, kindWords } from "./source-words";

const columns: readonly Column<SourceRow>[] = [
  { key: "name", header: "Source", isName: true, cell: (row) => <Name row={row} /> },
  { key: "kind", header: "Kind", width: "w-32", hideBelow: "lg", cell: (row) => kindWords[row.kind] },
  { key: "health", header: "Health", width: "w-36", cell: (row) => <SourceStatus source={row} hasReason /> },
  { key: "schedule", header: "Read", width: "w-32", hideBelow: "xl", cell: (row) => <Rhythm row={row} /> },
  { key: "run", header: "Last run", width: "w-40", cell: (row) => <LastRun row={row} /> },
  {
    key: "pages",
    header: "Pages",
    width: "w-18",
    align: "right",
    hideBelow: "xl",
    cell: (row) => (
      <>
        <span className="max-sm:hidden">{row.pages.toLocaleString("en")}</span>
        <span className="sm:hidden">{count(row.pages, "page")}</span>
      </>
    ),
  },
  {
    key: "changes",
    header: "Changes, 7 d",
    width: "w-30",
    align: "right",
    hideBelow: "lg",
    cell: (row) => <RecentChanges row={row} />,
  },
  { key: "next", header: "Next run", width: "w-26", hideBelow: "xl", cell: (row) => <NextRun row={row} /> },
];

interface SourcesTableProps {
  rows: readonly SourceRow[];
  selected?: ReadonlySet<string>;
  onSelect: (selected: ReadonlySet<string>) => void;
  activeKey: string | null;
  onOpen: (row: SourceRow) => void;
}

export function SourcesTable(props: SourcesTableProps) {
  return (
    <DataTable
      label="Sources"
      columns={columns}
      rowKey={(row: SourceRow) => row.id}
      rowName={(row) => row.name}
      {...props}
    />
  );
}

function Name({ row }: { row: SourceRow }) {
  const { workspace } = useShell();
  return (
    <span className="block min-w-0 py-1">
      <span className="flex min-w-0 items-center gap-2">
        <Link
          href={`${placeHref(workspace.slug, "sources")}/${row.id}`}
          prefetch={false}
          className="truncate hover:underline"
        >
          {row.name}
        </Link>
        {row.tags.slice(0, 2).map((tag) => (
          <Badge key={tag} className="max-2xl:hidden">
            {tag}
          </Badge>
        ))}
        {row.tags.length > 2 ? <Badge className="max-2xl:hidden">+{row.tags.length - 2}</Badge> : null}
      </span>
      <span className="block truncate text-xs font-normal text-subtle" title={row.url}>
        {row.url.replace(/^https?:\/\//, "")}
      </span>
    </span>
  );
}

function Rhythm({ row }: { row: SourceRow }) {
  const words = scheduleWords(row.schedule);
  return (
    <span className="block truncate" title={words}>
      {words}
    </span>
  );
}

function LastRun({ row }: { row: SourceRow }) {
  if (!row.lastRun) return <span className="max-sm:hidden">never</span>;
  const at = row.lastRun.finishedAt ?? row.lastRun.startedAt ?? row.lastRun.createdAt;
  return (
    <>
      <span className="block truncate">{runResult(row.lastRun)}</span>
      <span className="block truncate text-xs text-subtle">
        <RelativeTime at={at} />
      </span>
    </>
  );
}

function RecentChanges({ row }: { row: SourceRow }) {
  const { workspace } = useShell();
  if (row.changes7d === 0) return <span className="text-subtle max-sm:hidden">0</span>;
  return (
    <Link
      href={`${placeHref(workspace.slug, "sources")}/${row.id}?tab=changes`}
      prefetch={false}
      className="font-medium text-accent tabular-nums hover:underline"
    >
      {row.changes7d.toLocaleString("en")}
      <span className="sm:sr-only"> {row.changes7d === 1 ? "change" : "changes"} in 7 days</span>
      <span className="sr-only"> of {row.name}</span>
    </Link>
  );
}

function NextRun({ row }: { row: SourceRow }) {
  if (!row.nextRunAt) return <span className="text-subtle max-sm:hidden">none</span>;
  if (new Date(row.nextRunAt).getTime() < Date.now()) return <span suppressHydrationWarning>due</span>;
  return (
    <>
      <span className="sm:hidden">next </span>
      <RelativeTime at={row.nextRunAt} />
    </>
  );
}
