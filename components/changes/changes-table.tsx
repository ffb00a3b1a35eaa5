"use client";
import Link from "next/link";
import { placeHref } from "@/components/shell/places";
import { useShell } from "@/components/shell/shell-context";
import { Badge } from "@/components/ui/badge";
import { type Column, DataTable } from "@/components/ui/data-table";
import { RelativeTime } from "@/components/ui/relative-time";
import type { ChangeRow } from "./change-types";
import { verdictWords } from "./change-words";
import { SeverityMark } from "./severity";

const summary: Column<ChangeRow> = {
  key: "summary",
  header: "What changed",
  isName: true,
  cell: (row) => <Summary row={row} />,
};
const severity: Column<ChangeRow> = {
  key: "severity",
  header: "Severity",
  width: "w-28",
  cell: (row) => <SeverityMark severity={row.severity} />,
};
const source: Column<ChangeRow> = {
  key: "source",
  header: "Source",
  width: "w-48",
  hideBelow: "lg",
  cell: (row) => <SourceLink row={row} />,
};
const when: Column<ChangeRow> = {
  key: "when",
  header: "When",
  // Wide enough for a whole date, which stands here after a week.
  width: "w-32",
  cell: (row) => <RelativeTime at={row.detectedAt} />,
};

const withSource = [summary, severity, source, when];
const withoutSource = [summary, severity, when];

interface ChangesTableProps {
  rows: readonly ChangeRow[];
  /** Left out where all are of one source. */
  hasSource: boolean;
  activeKey: string | null;
  onOpen: (row: ChangeRow) => void;
}

export function ChangesTable({ rows, hasSource, activeKey, onOpen }: ChangesTableProps) {
  return (
    <DataTable
      label="Changes"
      columns={hasSource ? withSource : withoutSource}
      rows={rows}
      rowKey={(row) => row.id}
      rowName={(row) => row.summary}
      activeKey={activeKey}
      onOpen={onOpen}
    />
  );
}

function Summary({ row }: { row: ChangeRow }) {
  const { workspace } = useShell();
  return (
    <span className="flex min-w-0 items-start gap-2 py-1.5">
      <span className="flex h-5 w-2 shrink-0 items-center">
        {row.isNew ? (
          <span
            className="size-2 rounded-full bg-accent"
            role="img"
            aria-label="Not yet seen"
            data-tooltip="Not yet seen"
          />
        ) : null}
      </span>
      <span className="min-w-0 flex-1">
        <Link
          href={`${placeHref(workspace.slug, "changes")}/${row.id}`}
          prefetch={false}
          className={`line-clamp-2 whitespace-normal wrap-anywhere hover:underline ${row.isNew ? "" : "font-normal"}`}
        >
          {row.summary}
        </Link>
        <span className="flex min-w-0 items-center gap-2">
          {/* A source is often named after its first page: then the address says more. */}
          <span className="truncate text-xs font-normal text-subtle" title={row.page.url}>
            {row.page.title && row.page.title !== row.source.name ? row.page.title : row.page.url}
          </span>
          {row.verdict === "form" ? <Badge>{verdictWords.form}</Badge> : null}
        </span>
      </span>
    </span>
  );
}

function SourceLink({ row }: { row: ChangeRow }) {
  const { workspace } = useShell();
  return (
    <Link
      href={`${placeHref(workspace.slug, "sources")}/${row.source.id}`}
      prefetch={false}
      className="hover:text-ink hover:underline"
    >
      {row.source.name}
    </Link>
  );
}
