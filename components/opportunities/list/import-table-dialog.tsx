"use client";
import { FileSpreadsheet } from "lucide-react";
import { useRef } from "react";
import { errorMessage } from "@/components/shell/query-error";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Progress } from "@/components/ui/progress";
import { Select } from "@/components/ui/select";
import { SkeletonRows } from "@/components/ui/skeleton";
import { count } from "../opportunity-words";
import { TablePreview, TableProblems } from "./table-preview";
import { useTableImport } from "./use-table-import";

const tenders = (many: number) => count(many, "opportunity", "opportunities");

/** A list of tenders that somebody keeps as a spreadsheet: columns are looked at, rows that cannot be understood are told, the rest is taken. */
export function ImportTableDialog({ onClose }: { onClose: () => void }) {
  const input = useRef<HTMLInputElement>(null);
  const { table, preview, taken, failure, unreadable, ...deeds } = useTableImport();
  const error = unreadable ?? (preview.isError ? errorMessage(preview.error) : null);
  const ready = preview.data?.ready ?? 0;
  const pick = () => input.current?.click();
  return (
    <Dialog
      title={taken?.isOver ? "The list is imported" : taken ? "Importing the list" : "Import a list of tenders"}
      description={
        taken
          ? undefined
          : "One row for each tender, headings in the first row. Nothing is taken before you have looked at it, and the same list twice adds nothing."
      }
      size="lg"
      isOpen
      onOpenChange={onClose}
      footer={
        taken ? (
          taken.isOver ? (
            <Button variant="primary" onClick={onClose}>
              Done
            </Button>
          ) : (
            <Button onClick={deeds.stop}>Stop</Button>
          )
        ) : (
          <>
            {table ? (
              <Button className="mr-auto" variant="ghost" onClick={pick}>
                Another file
              </Button>
            ) : null}
            <Button onClick={onClose}>Cancel</Button>
            {preview.data ? (
              <Button variant="primary" disabled={ready === 0} onClick={deeds.start}>
                Import {ready === preview.data.rows ? "" : `${ready} of `}
                {preview.data.rows === 1 ? "1 row" : `${preview.data.rows} rows`}
              </Button>
            ) : null}
          </>
        )
      }
    >
      <input
        ref={input}
        type="file"
        hidden
        tabIndex={-1}
        accept=".xlsx,.csv"
        aria-label="Table to import"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) void deeds.choose(file);
          event.target.value = "";
        }}
      />
      {taken ? (
        <div className="flex flex-col gap-3">
          {failure ? (
            <p role="alert" className="rounded-md bg-danger-soft px-3 py-2 text-danger wrap-anywhere">
              {failure} What was taken until then stays; import the list again for the rest.
            </p>
          ) : null}
          <Progress label="Rows imported" value={taken.rows === 0 ? 1 : taken.done / taken.rows} />
          <p role="status">
            {taken.done} of {count(taken.rows, "row", "rows")}: {tenders(taken.created)} new
            {taken.joined > 0
              ? `, ${count(taken.joined, "row", "rows")} about what is here already${taken.unchanged > 0 ? ` (${taken.unchanged} say nothing new)` : ""}`
              : ""}
            .
          </p>
          <TableProblems problems={taken.problems} leftOut={taken.leftOut} title="Rows that were left out" />
        </div>
      ) : (
        <div className="flex flex-col gap-4">
          {error ? (
            <p role="alert" className="rounded-md bg-danger-soft px-3 py-2 text-danger wrap-anywhere">
              {error}
            </p>
          ) : null}
          {table === null ? (
            <Button className="self-start" onClick={pick} data-autofocus>
              <FileSpreadsheet aria-hidden /> Choose an XLSX or CSV file
            </Button>
          ) : (
            <p className="flex flex-wrap items-center gap-2 font-medium wrap-anywhere">
              <FileSpreadsheet className="size-4 text-muted" aria-hidden /> {table.fileName}
            </p>
          )}
          {preview.data && preview.data.sheets.length > 1 ? (
            <Field label="Sheet">
              {(control) => (
                <Select
                  {...control}
                  value={String(table?.sheet ?? 0)}
                  onChange={(event) => deeds.setSheet(Number(event.target.value))}
                  options={preview.data.sheets.map(({ name, rows }, index) => ({
                    value: String(index),
                    label: `${name} (${count(rows, "row", "rows")})`,
                  }))}
                />
              )}
            </Field>
          ) : null}
          {preview.isPending ? <SkeletonRows rows={6} /> : null}
          {preview.data ? <TablePreview preview={preview.data} onField={deeds.setField} /> : null}
        </div>
      )}
    </Dialog>
  );
}
