"use client";
import Link from "next/link";
import { placeHref } from "@/components/shell/places";
import { useShell } from "@/components/shell/shell-context";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/class-names";
import { type Column, DataTable } from "@/components/ui/data-table";
import { RelativeTime } from "@/components/ui/relative-time";
import { Deadline, useStatusNow } from "../deadline";
import { FitMark } from "../fit-mark";
import type { OpportunityRow } from "../opportunity-types";
import {
  decisionMeanings,
  decisionWords,
  isOver,
  kindWords,
  outcomeMeanings,
  outcomeWords,
  procedureMeanings,
  procedureWords,
} from "../opportunity-words";
import { shortValue, wholeValue } from "../value-words";
import { DisagreeingDates } from "./disagreeing-dates";
import type { ListState } from "./list-filters";

/** Columns that a person may show or put away, in their order. The name is always there. */
export const columnChoices = [
  { value: "submission", label: "Deadline" },
  { value: "stage", label: "Stage" },
  { value: "fit", label: "Fit" },
  { value: "value", label: "Value" },
  { value: "owner", label: "Owner" },
  { value: "requirements", label: "Requirements" },
  { value: "source", label: "Source" },
  { value: "kind", label: "Kind" },
  { value: "country", label: "Country" },
  { value: "seen", label: "Found" },
] as const;
export const firstColumns: readonly string[] = columnChoices.slice(0, 7).map(({ value }) => value);

interface OpportunitiesTableProps {
  rows: readonly OpportunityRow[];
  stageNames: ReadonlyMap<string, string>;
  state: ListState;
  onSort: (sort: string, isDescending: boolean) => void;
  shown: readonly string[];
  isRoomy: boolean;
  selected?: ReadonlySet<string>;
  onSelect: (selected: ReadonlySet<string>) => void;
  activeKey: string | null;
  onOpen: (row: OpportunityRow) => void;
}

export function OpportunitiesTable(props: OpportunitiesTableProps) {
  const { rows, stageNames, state, onSort, shown, isRoomy, ...table } = props;
  const all: readonly Column<OpportunityRow>[] = [
    {
      key: "title",
      header: "Opportunity",
      isName: true,
      isSortable: true,
      cell: (row) => <Name row={row} isRoomy={isRoomy} />,
    },
    { key: "submission", header: "Deadline", width: "w-48", isSortable: true, cell: (row) => <Due row={row} /> },
    {
      key: "stage",
      header: "Stage",
      width: "w-28",
      isSortable: true,
      cell: (row) =>
        row.outcome ? (
          <Badge meaning={outcomeMeanings[row.outcome]}>{outcomeWords[row.outcome]}</Badge>
        ) : (
          (stageNames.get(row.stage) ?? row.stage)
        ),
    },
    {
      key: "fit",
      header: "Fit",
      width: "w-30",
      isSortable: true,
      cell: (row) => <Fit row={row} />,
    },
    {
      key: "value",
      header: "Value",
      width: "w-24",
      align: "right",
      isSortable: true,
      hideBelow: "lg",
      cell: (row) =>
        row.value ? (
          <span className="tabular-nums" data-tooltip={wholeValue(row.value.amount, row.value.currency)}>
            {shortValue(row.value.amount, row.value.currency)}
          </span>
        ) : null,
    },
    { key: "owner", header: "Owner", width: "w-18", hideBelow: "lg", cell: (row) => <Owner row={row} /> },
    {
      key: "requirements",
      header: "Requirements",
      width: "w-28",
      align: "right",
      isSortable: true,
      hideBelow: "xl",
      cell: (row) => <Requirements row={row} />,
    },
    {
      key: "source",
      header: "Source",
      width: "w-26",
      hideBelow: "xl",
      cell: (row) => <Sources names={row.sources} />,
    },
    { key: "kind", header: "Kind", width: "w-32", hideBelow: "xl", cell: (row) => kindWords[row.kind] },
    { key: "country", header: "Country", width: "w-20", hideBelow: "xl", cell: (row) => row.country ?? "" },
    {
      key: "seen",
      header: "Found",
      width: "w-32",
      isSortable: true,
      hideBelow: "xl",
      cell: (row) => <RelativeTime at={row.firstSeenAt} />,
    },
  ];
  return (
    <DataTable
      label="Opportunities"
      columns={all.filter((column) => column.isName || shown.includes(column.key))}
      rows={rows}
      rowKey={(row) => row.id}
      rowName={(row) => row.title}
      sort={{ key: state.sort === "next" ? "submission" : state.sort, direction: state.desc ? "desc" : "asc" }}
      onSort={(sort) => onSort(sort.key, sort.direction === "desc")}
      {...table}
    />
  );
}

/** Nobody can bid on what is over: how it would fit says nothing any more. */
function Fit({ row }: { row: OpportunityRow }) {
  const over = isOver(useStatusNow(row));
  return over ? null : <FitMark score={row.fitScore} known={row.fitKnown} hasBlocker={row.hasBlocker} />;
}

function Name({ row, isRoomy }: { row: OpportunityRow; isRoomy: boolean }) {
  const { workspace } = useShell();
  const over = isOver(useStatusNow(row));
  return (
    <span className="flex min-w-0 items-start gap-2.5 py-1.5">
      <span className="w-8 shrink-0 text-right text-sm font-normal text-subtle tabular-nums max-sm:hidden">
        {row.number}
      </span>
      <span className="min-w-0 flex-1">
        <span className="flex min-w-0 items-start gap-2">
          <Link
            href={`${placeHref(workspace.slug, "opportunities")}/${row.id}`}
            prefetch={false}
            data-tooltip={row.title.length > 60 ? row.title : undefined}
            className={cn(
              "min-w-0 hover:underline",
              isRoomy ? "line-clamp-2 whitespace-normal wrap-anywhere" : "truncate",
              over && "text-muted",
            )}
          >
            {row.title}
          </Link>
          {isRoomy ? null : <Marks row={row} />}
        </span>
        {isRoomy ? (
          // Below the title, which needs its room where columns are many or the screen is narrow.
          <span className="flex min-w-0 flex-wrap items-center gap-x-1.5 gap-y-1">
            <Marks row={row} />
            <span className="min-w-0 flex-1 basis-40 truncate text-xs font-normal text-subtle">
              {[row.buyer, row.reference].filter(Boolean).join(" · ") || kindWords[row.kind]}
            </span>
          </span>
        ) : null}
      </span>
    </span>
  );
}

function Marks({ row }: { row: OpportunityRow }) {
  const status = useStatusNow(row);
  return (
    <>
      {isOver(status) ? <Badge meaning={procedureMeanings[status]}>{procedureWords[status]}</Badge> : null}
      {row.isArchived ? <Badge>Archived</Badge> : null}
      {row.decision ? <Badge meaning={decisionMeanings[row.decision]}>{decisionWords[row.decision]}</Badge> : null}
      {row.amendmentsToReview > 0 ? (
        <Badge meaning="attention" data-tooltip="Changes of the buyer that nobody has approved">
          {row.amendmentsToReview === 1 ? "Amended" : `${row.amendmentsToReview} amendments`}
        </Badge>
      ) : null}
      {row.isReading ? <Badge meaning="accent">Reading</Badge> : null}
      {row.tags.slice(0, 2).map((tag) => (
        <Badge key={tag} className="max-2xl:hidden">
          {tag}
        </Badge>
      ))}
    </>
  );
}

function Due({ row }: { row: OpportunityRow }) {
  const { workspace } = useShell();
  if (row.isSubmissionContradicted) {
    return <DisagreeingDates row={row} href={`${placeHref(workspace.slug, "opportunities")}/${row.id}`} />;
  }
  return (
    <Deadline
      at={row.submissionAt}
      zone={row.submissionZone}
      date={row.submissionDate}
      isOver={isOver(row.procedureStatus)}
    />
  );
}

function Owner({ row }: { row: OpportunityRow }) {
  if (!row.owner) return <span className="text-subtle max-sm:hidden">none</span>;
  return (
    <span data-tooltip={row.owner.name} className="inline-flex items-center gap-1.5">
      <Avatar name={row.owner.name} />
      <span className="sr-only max-sm:not-sr-only">{row.owner.name}</span>
    </span>
  );
}

function Sources({ names }: { names: readonly string[] }) {
  if (names.length === 0) return <span className="text-subtle max-sm:hidden">added here</span>;
  return <span data-tooltip={names.join(", ")}>{names.length === 1 ? names[0] : `${names.length} sources`}</span>;
}

function Requirements({ row }: { row: OpportunityRow }) {
  const { workspace } = useShell();
  if (row.requirementCount === 0) return <span className="text-subtle max-sm:hidden">0</span>;
  return (
    <Link
      href={`${placeHref(workspace.slug, "opportunities")}/${row.id}?tab=requirements`}
      prefetch={false}
      className="tabular-nums hover:text-ink hover:underline"
    >
      {row.requirementCount.toLocaleString("en")}
      <span className="sm:sr-only"> {row.requirementCount === 1 ? "requirement" : "requirements"}</span>
    </Link>
  );
}
