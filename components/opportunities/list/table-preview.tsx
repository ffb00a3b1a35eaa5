import { Select } from "@/components/ui/select";
import { type TableField, tableFields } from "@/lib/vocabulary/opportunities";
import type { PreviewTable } from "../opportunity-types";
import { count } from "../opportunity-words";
import { tableFieldWords } from "./table-field-words";

const choices = [
  { value: "", label: "Leave out" },
  ...tableFields.map((field) => ({ value: field, label: tableFieldWords[field] })),
];

interface TablePreviewProps {
  preview: PreviewTable;
  onField: (column: number, field: TableField | null) => void;
}

/** What each column says, the first rows as they would be kept, and what is wrong with the others. */
export function TablePreview({ preview, onField }: TablePreviewProps) {
  return (
    <>
      <section aria-labelledby="table-columns">
        <h3 id="table-columns" className="text-sm font-medium text-muted">
          Columns
        </h3>
        <ul className="mt-1 divide-y divide-subtle rounded-md border border-subtle">
          {preview.columns.map(({ column, heading, field, samples }) => (
            <li
              key={column}
              className="grid items-center gap-x-3 gap-y-1 px-3 py-1.5 sm:grid-cols-[minmax(0,1fr)_minmax(0,1.2fr)_12rem]"
            >
              <span className="font-medium wrap-anywhere">{heading || `Column ${column + 1}`}</span>
              <span className="truncate text-sm text-subtle">{samples.join(" · ")}</span>
              <Select
                aria-label={`What “${heading || `column ${column + 1}`}” says`}
                className="w-full [&>select]:w-full"
                value={field ?? ""}
                options={choices}
                onChange={(event) => onField(column, tableFields.find((one) => one === event.target.value) ?? null)}
              />
            </li>
          ))}
        </ul>
      </section>
      {preview.first.length > 0 ? (
        <section aria-labelledby="table-first">
          <h3 id="table-first" className="text-sm font-medium text-muted">
            As they will be kept
          </h3>
          <ul className="mt-1 divide-y divide-subtle rounded-md border border-subtle">
            {preview.first.map((row) => (
              <li key={row.row} className="px-3 py-1.5">
                <span className="block truncate font-medium">{row.title}</span>
                <span className="block truncate text-sm text-subtle">
                  {[row.buyer, row.reference, row.submission, row.value].filter(Boolean).join(" · ")}
                </span>
              </li>
            ))}
          </ul>
          {preview.ready > preview.first.length ? (
            <p className="mt-1 text-sm text-subtle">
              and {count(preview.ready - preview.first.length, "more row", "more rows")}
            </p>
          ) : null}
        </section>
      ) : null}
      <TableProblems problems={preview.problems} leftOut={preview.leftOut} title="Rows that will be left out" />
    </>
  );
}

interface TableProblemsProps {
  problems: PreviewTable["problems"];
  leftOut: number;
  title: string;
}

export function TableProblems({ problems, leftOut, title }: TableProblemsProps) {
  if (leftOut === 0) return null;
  return (
    <section
      aria-labelledby="table-problems"
      className="rounded-md border border-attention bg-attention-soft px-3 py-2"
    >
      <h3 id="table-problems" className="font-medium text-attention">
        {title}: {leftOut}
      </h3>
      <ul className="mt-1 flex max-h-60 flex-col gap-0.5 overflow-y-auto text-sm">
        {problems.map(({ row, field, problem }) => (
          <li key={`${row} ${field} ${problem}`} className="wrap-anywhere">
            <span className="font-medium tabular-nums">Row {row}</span>
            {field ? <span className="text-muted"> ({tableFieldWords[field]})</span> : null}: {problem}
          </li>
        ))}
      </ul>
    </section>
  );
}
