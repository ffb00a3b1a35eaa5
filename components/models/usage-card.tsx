"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ChartColumn } from "lucide-react";
import { QueryError } from "@/components/shell/query-error";
import { useTRPC } from "@/components/shell/trpc";
import { Card } from "@/components/ui/card";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Select } from "@/components/ui/select";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useUrlState } from "@/components/ui/use-url-state";
import { formatDollars } from "@/lib/money";
import type { UsageReport } from "@/server/models/schemas";
import { wordsOfJudgement, wordsOfMonth } from "./model-words";
import { UsageChart } from "./usage-chart";
import { barsOfMonth } from "./usage-chart.logic";

const count = new Intl.NumberFormat("en-US");
/** 0: the running month. */
const urlDefaults = { month: 0 };

/** Calls, tokens and cost of a month: by day as bars, by what the model was asked for as a table. */
export function UsageCard() {
  const trpc = useTRPC();
  const [{ month }, setUrl] = useUrlState(urlDefaults);
  const usage = useQuery(trpc.models.usage.queryOptions(month ? { month } : {}, { placeholderData: keepPreviousData }));
  const report = usage.data;
  return (
    <Card
      title="Usage"
      description={report ? finding(report) : "Calls, tokens and cost"}
      isFlush
      actions={
        report && report.months.length > 1 ? (
          <Select
            aria-label="Month"
            value={String(report.month)}
            onChange={(event) => setUrl({ month: Number(event.target.value) })}
            options={report.months.map((one) => ({ value: String(one), label: wordsOfMonth(one) }))}
          />
        ) : null
      }
    >
      {usage.isPending ? <SkeletonRows rows={4} /> : null}
      {usage.isError ? (
        <QueryError error={usage.error} title="The usage could not be loaded." onRetry={() => usage.refetch()} />
      ) : null}
      {report && report.total.calls === 0 ? (
        <EmptyState
          icon={ChartColumn}
          title="Every call of a model is counted here."
          description={`None was made in ${wordsOfMonth(report.month)}.`}
        />
      ) : null}
      {report && report.total.calls > 0 ? <UsageReportView report={report} /> : null}
    </Card>
  );
}

type JudgementRow = UsageReport["byJudgement"][number];

const columns: readonly Column<JudgementRow>[] = [
  { key: "judgement", header: "For", cell: (row) => wordsOfJudgement(row.judgement), isName: true },
  {
    key: "model",
    header: "Model",
    cell: (row) => <code className="font-mono text-xs wrap-anywhere">{row.model}</code>,
    width: "w-52",
  },
  {
    key: "calls",
    header: "Calls",
    cell: (row) => (
      <>
        {callWords(row)}
        <span className="sm:hidden"> {row.calls === 1 ? "call" : "calls"}</span>
      </>
    ),
    align: "right",
    width: "w-36",
  },
  {
    key: "tokens",
    header: "Tokens read / written",
    cell: (row) => (
      <>
        {count.format(row.inputTokens)} / {count.format(row.outputTokens)}
        <span className="sm:hidden"> tokens</span>
      </>
    ),
    align: "right",
    width: "w-48",
  },
  { key: "cost", header: "Cost", cell: (row) => formatDollars(row.costMicros), align: "right", width: "w-28" },
];

function UsageReportView({ report }: { report: UsageReport }) {
  const isPriced = report.total.costMicros > 0;
  const value = (day: UsageReport["byDay"][number]) => (isPriced ? day.costMicros : day.inputTokens + day.outputTokens);
  const format = (amount: number) => (isPriced ? formatDollars(amount) : `${count.format(amount)} tokens`);
  const bars = barsOfMonth(
    report.month,
    report.byDay.map((day) => ({ day: day.day, value: value(day) })),
  );
  const label = `${isPriced ? "Cost" : "Tokens"} by day of ${wordsOfMonth(report.month)}`;
  return (
    <>
      <figure className="px-4 py-3">
        <figcaption className="mb-2 text-sm text-muted">{label} (UTC)</figcaption>
        <UsageChart bars={bars} label={label} format={format} />
        <details className="mt-1 text-sm">
          <summary className="cursor-pointer text-muted">The same as a table</summary>
          <table className="mt-2 text-left tabular-nums">
            <thead>
              <tr>
                <th className="pr-6 font-medium">Day</th>
                <th className="pr-6 text-right font-medium">Calls</th>
                <th className="text-right font-medium">{isPriced ? "Cost" : "Tokens"}</th>
              </tr>
            </thead>
            <tbody>
              {report.byDay.map((day) => (
                <tr key={day.day}>
                  <td className="pr-6">{day.day}</td>
                  <td className="pr-6 text-right">{count.format(day.calls)}</td>
                  <td className="text-right">{format(value(day))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      </figure>
      <div className="border-t border-subtle">
        <DataTable
          label={`Usage of ${wordsOfMonth(report.month)}`}
          columns={columns}
          rows={report.byJudgement}
          rowKey={(row) => `${row.judgement} ${row.model}`}
          rowName={(row) => wordsOfJudgement(row.judgement)}
        />
      </div>
    </>
  );
}

function callWords({ calls, failedCalls }: { calls: number; failedCalls: number }): string {
  return failedCalls > 0 ? `${count.format(calls)} (${count.format(failedCalls)} failed)` : count.format(calls);
}

function finding(report: UsageReport): string {
  if (report.total.calls === 0) return `No calls in ${wordsOfMonth(report.month)}`;
  const cost = report.total.costMicros > 0 ? `${formatDollars(report.total.costMicros)} for ` : "";
  return `${cost}${callWords(report.total)} ${report.total.calls === 1 ? "call" : "calls"} in ${wordsOfMonth(report.month)}`;
}
