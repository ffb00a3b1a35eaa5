import type { Block } from "@/lib/rendition";
import { type TenderDocument, toTenderDocument } from "../tender-document";

/**
 * A document for tests, from lines of plain marks: "# " begins a heading, "- " an item, "| a | b |" a table row (the first
 * one of a table heads its columns when a line of "---" follows), anything else is a paragraph.
 */
export function aTenderDocument(path: string, source: string): TenderDocument {
  const lines = source.split("\n").map((line) => line.trim());
  const blocks: Block[] = [];
  let text = "";
  let table = -1;
  let isInTable = false;
  for (const [index, line] of lines.entries()) {
    const isRow = line.startsWith("|");
    if (isRow && !isInTable) table += 1;
    isInTable = isRow;
    if (line === "" || /^\|[\s|-]+\|$/.test(line)) continue;
    if (text) text += "\n\n";
    const start = text.length;
    if (isRow) {
      const cells = line
        .slice(1, -1)
        .split("|")
        .map((cell) => cell.trim());
      const placed = cells.map((cell, column) => {
        if (column > 0) text += " | ";
        const from = text.length;
        text += cell;
        return { start: from, end: text.length, column };
      });
      const isHeader = /^\|[\s|-]+\|$/.test(lines[index + 1] ?? "");
      blocks.push({
        kind: "table_row",
        start,
        end: text.length,
        table,
        cells: placed,
        ...(isHeader ? { isHeader } : {}),
      });
      continue;
    }
    const heading = /^(#+)\s+/.exec(line);
    const item = /^-\s+/.exec(line);
    text += line.slice(heading?.[0].length ?? item?.[0].length ?? 0);
    const kind = heading ? "heading" : item ? "list_item" : "paragraph";
    blocks.push({
      kind,
      start,
      end: text.length,
      ...(heading ? { level: heading[1]?.length ?? 1 } : item ? { level: 0 } : {}),
    });
  }
  return toTenderDocument(path, path, { text, blocks, pages: [] });
}
