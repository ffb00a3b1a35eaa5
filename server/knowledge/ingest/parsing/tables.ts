import type { CellDraft, RenditionBuilder } from "./rendition-builder";

export interface RowDraft {
  cells: CellDraft[];
  /** What the format itself says; left out where it says nothing. */
  isHeader?: boolean;
}

/**
 * Writes one table. Where the format does not mark a header row, the first row of three or more columns counts as one when
 * it reads as labels; two columns without a mark are label and value, and no row of them is a header.
 */
export function writeTable(builder: RenditionBuilder, rows: RowDraft[]): void {
  const filled = rows.filter((row) => row.cells.some((cell) => textOf(cell) !== ""));
  if (filled.length === 0) return;
  const isMarked = filled.some((row) => row.isHeader);
  const table = builder.nextTable();
  for (const [index, row] of filled.entries()) {
    const isHeader = isMarked ? row.isHeader === true : index === 0 && looksLikeHeader(filled);
    builder.tableRow(table, row.cells, isHeader);
  }
}

function looksLikeHeader(rows: RowDraft[]): boolean {
  const [first, ...rest] = rows;
  const columns = Math.max(...rows.map((row) => row.cells.length));
  if (!first || rest.length === 0 || columns < 3) return false;
  const labels = first.cells.map(textOf).filter((text) => text !== "");
  if (labels.length < Math.min(columns, 3) || labels.length < columns / 2) return false;
  return labels.every(
    (label) =>
      label.length <= 60 &&
      (!/[.!?]$/.test(label) || shortLabel.test(label)) &&
      /\p{L}/u.test(label) &&
      !/^[\d$€£.,\s%-]+$/.test(label),
  );
}

/** "No.", "Item no.", "Mandatory?": a mark at the end of a word or two makes no sentence. */
const shortLabel = /^(?:\p{L}+ )?\p{L}{1,12}(?:\.|\s?\?)$/u;

function textOf(cell: CellDraft): string {
  return typeof cell.content === "string"
    ? cell.content.trim()
    : cell.content
        .map((piece) => piece.text)
        .join(" ")
        .trim();
}
