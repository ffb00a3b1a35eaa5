"use client";
import type { Column } from "@/components/ui/data-table";
import { RelativeTime } from "@/components/ui/relative-time";
import { AuditEntryDialog } from "./audit-entry-dialog";
import { type AuditRow, actorWords, detailWords, subjectWords } from "./audit-words";

export const auditColumns: Column<AuditRow>[] = [
  { key: "seq", header: "No.", width: "w-16", align: "right", isWideOnly: true, cell: (row) => row.seq },
  { key: "action", header: "Deed", isName: true, cell: (row) => <AuditEntryDialog entry={row} /> },
  {
    key: "subject",
    header: "About",
    cell: (row) => <span title={subjectWords(row)}>{subjectWords(row)}</span>,
  },
  { key: "actor", header: "By", width: "w-44", cell: actorWords },
  {
    key: "detail",
    header: "Detail",
    hideBelow: "lg",
    cell: (row) => <span title={detailWords(row)}>{detailWords(row)}</span>,
  },
  { key: "time", header: "When", width: "w-32", cell: (row) => <RelativeTime at={row.createdAt} /> },
];
