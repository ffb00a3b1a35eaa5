"use client";
import { FileSpreadsheet } from "lucide-react";
import { useRef } from "react";
import { FormError } from "@/components/identity/form-error";
import { errorMessage } from "@/components/shell/query-error";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Progress } from "@/components/ui/progress";
import { Select } from "@/components/ui/select";
import { SkeletonRows } from "@/components/ui/skeleton";
import { count } from "../opportunity-words";
import { TablePreview, TableProblems } from "./table-preview";
import { type TableImport, useTableImport } from "./use-table-import";

/** A list of tenders that somebody keeps as a spreadsheet: columns are looked at, rows that cannot be understood are told, the rest is taken. */
export function ImportTableDialog({ onClose }: { onClose: () => void }) {
  const input = useRef<HTMLInputElement>(null);
  const table = useTableImport();
  const { taken } = table;
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
      footer={<Deeds table={table} onPick={pick} onClose={onClose} />}
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
          if (file) void table.choose(file);
          event.target.value = "";
        }}
      />
      {taken ? <Taken taken={taken} failure={table.failure} /> : <Looked table={table} onPick={pick} />}
    </Dialog>
  );
}

interface DeedsProps {
  table: TableImport;
  onPick: () => void;
  onClose: () => void;
}

function Deeds({ table: { table, preview, taken, start, stop }, onPick, onClose }: DeedsProps) {
  if (taken?.isOver) {
    return (
      <Button variant="primary" onClick={onClose}>
        Done
      </Button>
    );
  }
  if (taken) return <Button onClick={stop}>Stop</Button>;
  const ready = preview.data?.ready ?? 0;
  return (
    <>
      {table ? (
        <Button className="mr-auto" variant="ghost" onClick={onPick}>
          Another file
        </Button>
      ) : null}
      <Button onClick={onClose}>Cancel</Button>
      {preview.data ? (
        <Button variant="primary" disabled={ready === 0} onClick={start}>
          Import {ready === preview.data.rows ? "" : `${ready} of `}
          {count(preview.data.rows, "row")}
        </Button>
      ) : null}
    </>
  );
}

/** How many rows have been taken, and what became of them. */
function Taken({ taken, failure }: { taken: NonNullable<TableImport["taken"]>; failure: string | null }) {
  return (
    <div className="flex flex-col gap-3">
      <FormError
        message={failure && `${failure} What was taken until then stays; import the list again for the rest.`}
      />
      <Progress label="Rows imported" value={taken.rows === 0 ? 1 : taken.done / taken.rows} />
      <p role="status">
        {taken.done} of {count(taken.rows, "row")}: {count(taken.created, "opportunity", "opportunities")} new
        {taken.joined > 0
          ? `, ${count(taken.joined, "row")} about what is here already${taken.unchanged > 0 ? ` (${taken.unchanged} say nothing new)` : ""}`
          : ""}
        .
      </p>
      <TableProblems problems={taken.problems} leftOut={taken.leftOut} title="Rows that were left out" />
    </div>
  );
}

/** The chosen file as it would be taken, before anything is. */
function Looked({ table: read, onPick }: { table: TableImport; onPick: () => void }) {
  const { table, preview, unreadable, setSheet, setField } = read;
  const error = unreadable ?? (preview.isError ? errorMessage(preview.error) : null);
  return (
    <div className="flex flex-col gap-4">
      <FormError message={error} />
      {table === null ? (
        <Button className="self-start" onClick={onPick} data-autofocus>
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
              onChange={(event) => setSheet(Number(event.target.value))}
              options={preview.data.sheets.map(({ name, rows }, index) => ({
                value: String(index),
                label: `${name} (${count(rows, "row")})`,
              }))}
            />
          )}
        </Field>
      ) : null}
      {preview.isPending ? <SkeletonRows rows={6} /> : null}
      {preview.data ? <TablePreview preview={preview.data} onField={setField} /> : null}
    </div>
  );
}
