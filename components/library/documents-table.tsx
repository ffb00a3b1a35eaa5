"use client";
import { FileCode2, FileSpreadsheet, FileText, type LucideIcon, Mail } from "lucide-react";
import Link from "next/link";
import { placeHref } from "@/components/shell/places";
import { useShell } from "@/components/shell/shell-context";
import { Badge } from "@/components/ui/badge";
import { type Column, DataTable, type Sort } from "@/components/ui/data-table";
import { RelativeTime } from "@/components/ui/relative-time";
import { byteSize } from "@/lib/byte-size";
import { fileNameOf } from "@/lib/file-name";
import type { DocumentKind } from "@/lib/vocabulary/documents";
import { kindWords } from "./kind-words";
import type { LibraryState } from "./library-filters";
import type { DocumentRow } from "./library-types";
import { VersionStatus } from "./version-status";

const icons: Partial<Record<DocumentKind, LucideIcon>> = {
  xlsx: FileSpreadsheet,
  csv: FileSpreadsheet,
  html: FileCode2,
  email: Mail,
};

const columns: readonly Column<DocumentRow>[] = [
  { key: "title", header: "Title", isName: true, isSortable: true, cell: (row) => <Name row={row} /> },
  { key: "status", header: "Status", width: "w-40", cell: (row) => <VersionStatus version={row.latest} /> },
  {
    key: "kind",
    header: "Type",
    width: "w-24",
    isSortable: true,
    cell: (row) => (row.kind ? kindWords[row.kind] : ""),
  },
  { key: "collection", header: "Collection", width: "w-36", isWideOnly: true, cell: (row) => row.collection.name },
  {
    key: "pages",
    header: "Pages",
    width: "w-20",
    align: "right",
    isWideOnly: true,
    cell: (row) => row.latest.pageCount?.toLocaleString("en") ?? "",
  },
  {
    key: "size",
    header: "Size",
    width: "w-24",
    align: "right",
    isSortable: true,
    cell: (row) => byteSize(row.latest.byteSize),
  },
  {
    key: "updated",
    header: "Updated",
    width: "w-32",
    isSortable: true,
    cell: (row) => <RelativeTime at={row.updatedAt} />,
  },
];

interface DocumentsTableProps {
  rows: readonly DocumentRow[];
  state: LibraryState;
  onSort: (sort: Sort) => void;
  selected?: ReadonlySet<string>;
  onSelect: (selected: ReadonlySet<string>) => void;
  activeKey: string | null;
  onOpen: (row: DocumentRow) => void;
}

export function DocumentsTable({ rows, state, onSort, ...table }: DocumentsTableProps) {
  return (
    <DataTable
      label="Documents"
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowName={(row) => row.title}
      sort={{ key: state.sort, direction: state.order === "asc" ? "asc" : "desc" }}
      onSort={onSort}
      {...table}
    />
  );
}

function Name({ row }: { row: DocumentRow }) {
  const { workspace } = useShell();
  // Papers of one tender often bear the same title.
  const fileName = fileNameOf(row.path);
  const Icon = (row.kind && icons[row.kind]) || FileText;
  return (
    <span className="flex min-w-0 items-center gap-2 py-1">
      <Icon className="size-4 shrink-0 text-muted" aria-hidden />
      <span className="flex min-w-0 flex-col leading-5">
        <Link
          href={`${placeHref(workspace.slug, "library")}/${row.id}`}
          prefetch={false}
          className="truncate hover:underline"
          data-tooltip={row.path === row.title ? undefined : row.path}
        >
          {row.title}
        </Link>
        {fileName === row.title ? null : (
          <span className="truncate text-xs leading-4 font-normal text-subtle">{fileName}</span>
        )}
      </span>
      {row.latest.revision > 1 ? <Badge>v{row.latest.revision}</Badge> : null}
      {row.tags.slice(0, 2).map((tag) => (
        <Badge key={tag} className="max-lg:hidden">
          {tag}
        </Badge>
      ))}
      {row.tags.length > 2 ? <Badge className="max-lg:hidden">+{row.tags.length - 2}</Badge> : null}
    </span>
  );
}
