import type { TableField } from "@/lib/vocabulary/opportunities";
import { authorize } from "@/server/platform/authorize";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { openTable } from "./open-table";
import type { ReadRow } from "./read-rows";
import type { PreviewTableInput, PreviewTableOutput } from "./schemas";

export const mostProblemsTold = 200;
const mostShown = 5;

/** What an import of this table would take and what it would leave out, and why. Keeps nothing. Throws InvalidInputError. */
export async function previewTable(ctx: WorkspaceContext, input: PreviewTableInput): Promise<PreviewTableOutput> {
  authorize(ctx, "opportunities:write");
  const table = await openTable(ctx, input, new Date());
  const fieldOf = new Map(Object.entries(table.columns).map(([field, column]) => [column, field as TableField]));
  return {
    sheets: table.sheets.map(({ name, rows }) => ({ name, rows: Math.max(0, rows.length - 1) })),
    columns: table.heads.map((heading, column) => ({
      column,
      heading,
      field: fieldOf.get(column) ?? null,
      samples: table.rows
        .map(({ cells }) => cells[column] ?? "")
        .filter(Boolean)
        .slice(0, 3)
        .map((text) => text.slice(0, 80)),
    })),
    rows: table.rows.length,
    ready: table.read.length,
    first: table.read.slice(0, mostShown).map(shown),
    problems: table.problems.slice(0, mostProblemsTold),
    leftOut: table.leftOut,
  };
}

function shown({ row, facts }: ReadRow): PreviewTableOutput["first"][number] {
  const submission = facts.deadlines.find(({ kind }) => kind === "submission");
  return {
    row,
    title: facts.title ?? "",
    buyer: facts.buyer,
    reference: facts.reference,
    submission: submission
      ? [submission.localDate, submission.localTime, submission.zone].filter(Boolean).join(" ")
      : null,
    value: facts.value
      ? [facts.value.amount ?? facts.value.maxAmount, facts.value.currency].filter(Boolean).join(" ")
      : null,
  };
}
