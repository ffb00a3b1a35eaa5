"use client";
import { useMemo, useRef, useState } from "react";
import { cn } from "@/components/ui/class-names";
import { Tabs } from "@/components/ui/tabs";
import type { Block, Rendition } from "@/lib/rendition";
import { columnName, rowNumber } from "./block-groups.logic";
import { LitText } from "./lit-text";
import { type Passage, pageOf, passageKey, touches } from "./passage.logic";
import { useScrollToPassage } from "./use-scroll-to-passage";

type Workbook = Pick<Rendition, "text" | "blocks" | "pages">;

/** A workbook: one tab per sheet, cells under their letters and numbers, the cited cell lit. */
export function SheetViewer({ rendition, passage }: { rendition: Workbook; passage: Passage | null }) {
  const sheets = rendition.pages;
  const [chosen, setChosen] = useState(() => String(pageOf(sheets, passage) ?? sheets[0]?.page ?? 1));
  return (
    <div className="p-4">
      <Tabs
        label="Sheets"
        value={chosen}
        onChange={setChosen}
        tabs={sheets.map((sheet) => ({
          value: String(sheet.page),
          label: sheet.label ?? `Sheet ${sheet.page}`,
          panel: <Sheet key={sheet.page} rendition={rendition} page={sheet.page} passage={passage} />,
        }))}
      />
    </div>
  );
}

function Sheet({ rendition, page, passage }: { rendition: Workbook; page: number; passage: Passage | null }) {
  const root = useRef<HTMLElement>(null);
  // The sheet's name is a block as well; rows are those that hold cells.
  const rows = useMemo(
    () => rendition.blocks.filter((block) => block.page === page && (block.cells?.length ?? 0) > 0),
    [rendition, page],
  );
  const columns = rows.reduce((most, row) => Math.max(most, ...(row.cells ?? []).map((cell) => cell.column + 1)), 0);
  useScrollToPassage(root, passageKey(passage));
  if (rows.length === 0) return <p className="text-muted">This sheet is empty.</p>;
  return (
    <section
      ref={root}
      aria-label="Cells"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
      className="max-h-[70dvh] overflow-auto rounded-md border border-subtle"
    >
      <table className="border-collapse text-sm">
        <thead>
          <tr>
            <th className="sticky top-0 left-0 z-20 border-r border-b border-subtle bg-sunken">
              <span className="sr-only">Row</span>
            </th>
            {Array.from({ length: columns }, (_, column) => (
              <th
                key={columnName(column)}
                scope="col"
                className="sticky top-0 z-10 border-r border-b border-subtle bg-sunken px-2 py-1 text-center font-medium text-muted"
              >
                {columnName(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <Row key={row.start} row={row} index={index} columns={columns} text={rendition.text} passage={passage} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface RowProps {
  row: Block;
  index: number;
  columns: number;
  text: string;
  passage: Passage | null;
}

function Row({ row, index, columns, text, passage }: RowProps) {
  const byColumn = new Map((row.cells ?? []).map((cell) => [cell.column, cell]));
  const number = rowNumber(row.cells?.find((cell) => cell.ref)?.ref) ?? index + 1;
  return (
    <tr className="align-top">
      <th
        scope="row"
        className="sticky left-0 border-r border-b border-subtle bg-sunken px-2 py-1 text-right font-normal text-muted"
      >
        {number}
      </th>
      {Array.from({ length: columns }, (_, column) => {
        const cell = byColumn.get(column);
        const isLit = cell !== undefined && touches(cell, passage);
        return (
          <td
            key={columnName(column)}
            className={cn(
              "max-w-80 border-r border-b border-subtle px-2 py-1 whitespace-pre-wrap",
              isLit && "outline-2 -outline-offset-2 outline-evidence-line",
              row.isHeader && "font-medium",
            )}
          >
            {cell ? <LitText text={text} start={cell.start} end={cell.end} passage={passage} /> : null}
          </td>
        );
      })}
    </tr>
  );
}
