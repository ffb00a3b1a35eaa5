"use client";
import { CalendarClock } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/class-names";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { problemsOf, runDuration } from "./run-result";
import type { RunView } from "./source-types";
import { count, rungWords, runMeanings, runStatusWords, triggerWords } from "./source-words";

interface RunsTableProps {
  runs: readonly RunView[];
  /** The run whose problems are open below. */
  chosenId: string | null;
  onChoose: (run: RunView) => void;
}

export function RunsTable({ runs, chosenId, onChoose }: RunsTableProps) {
  if (runs.length === 0) {
    return <EmptyState icon={CalendarClock} title="Each reading of this source is told here." />;
  }
  const number = (
    key: string,
    header: string,
    of: (run: RunView) => number,
    words: Words,
    width = "w-16",
  ): Column<RunView> => ({
    key,
    header,
    width,
    align: "right",
    cell: (run) => <Amount value={of(run)} words={words} />,
  });
  const columns: readonly Column<RunView>[] = [
    {
      key: "when",
      header: "Started",
      isName: true,
      cell: (run) => (
        <span className="flex flex-wrap items-center gap-x-2 py-1">
          <RelativeTime at={run.startedAt ?? run.createdAt} />
          <span className="text-sm font-normal text-subtle">{triggerWords[run.trigger]}</span>
        </span>
      ),
    },
    {
      key: "status",
      header: "End",
      width: "w-24",
      cell: (run) => (
        <Badge meaning={runMeanings[run.status]} data-tooltip={run.reason ?? undefined}>
          {runStatusWords[run.status]}
        </Badge>
      ),
    },
    number(
      "pages",
      "Pages",
      (run) => run.counts.pages,
      (amount) => count(amount, "page"),
    ),
    number(
      "new",
      "New",
      (run) => run.counts.new,
      (amount) => `${amount} new`,
    ),
    number(
      "changed",
      "Changed",
      (run) => run.counts.changed,
      (amount) => `${amount} changed`,
      "w-24",
    ),
    {
      ...number(
        "gone",
        "Gone",
        (run) => run.counts.gone,
        (amount) => `${amount} gone`,
      ),
      hideBelow: "xl",
    },
    {
      key: "problems",
      header: "Problems",
      width: "w-24",
      align: "right",
      cell: (run) => <Problems run={run} isChosen={run.id === chosenId} onChoose={() => onChoose(run)} />,
    },
    {
      key: "took",
      header: "Took",
      width: "w-26",
      align: "right",
      hideBelow: "lg",
      cell: (run) => <span title={throughWords(run)}>{run.finishedAt ? runDuration(run, 0) : ""}</span>,
    },
  ];
  return (
    <DataTable label="Runs" columns={columns} rows={runs} rowKey={(run) => run.id} rowName={(run) => run.createdAt} />
  );
}

type Words = (amount: number) => string;

/** A number under its header; on a phone, where there is no header, with its words and only when there is something. */
function Amount({ value, words }: { value: number; words: Words }) {
  return (
    <>
      <span className={cn("max-sm:hidden", value === 0 ? "text-subtle" : "text-ink")}>
        {value.toLocaleString("en")}
      </span>
      <span className="text-ink sm:hidden">{value > 0 ? words(value) : null}</span>
    </>
  );
}

function Problems({ run, isChosen, onChoose }: { run: RunView; isChosen: boolean; onChoose: () => void }) {
  const amount = problemsOf(run.counts);
  if (run.problems.length === 0) return <Amount value={amount} words={(some) => count(some, "problem")} />;
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      className={cn("rounded-sm px-1 text-accent underline", isChosen && "font-semibold")}
      onClick={onChoose}
    >
      {amount > 0 ? amount.toLocaleString("en") : "left out"}
      <span className="sm:sr-only"> {amount === 0 ? "" : amount === 1 ? "problem" : "problems"}</span>
      <span className="sr-only">, show them</span>
    </button>
  );
}

/** "12 plain request, 3 browser" */
function throughWords(run: RunView): string {
  return Object.entries(run.counts.rungs)
    .map(([rung, amount]) => `${amount} by ${rungWords[rung] ?? rung}`)
    .join(", ");
}
