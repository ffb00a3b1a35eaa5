import { parse } from "csv-parse/sync";
import type { Rendition } from "@/lib/rendition";
import { decodeText } from "../decode-text";
import { damaged, UnreadableFileError } from "../errors";
import type { ParseLimits } from "../limits";
import { RenditionBuilder } from "../rendition-builder";
import { writeTable } from "../tables";

export function readCsv(bytes: Uint8Array, limits: ParseLimits): Rendition {
  const text = decodeText(bytes);
  // Every character of a cell ends in the text: what is too long there need not be taken apart first.
  if (text.length > limits.textLength * 2)
    throw new UnreadableFileError(
      "too_large",
      "The table is too large to read. Split it into smaller files and upload them one by one.",
    );
  let rows: string[][];
  try {
    rows = parse(text, {
      delimiter: findDelimiter(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      bom: true,
    });
  } catch (error) {
    throw damaged("CSV file", error);
  }
  const builder = new RenditionBuilder(limits.textLength);
  const isHeader =
    rows.length > 1 &&
    (rows[0]?.length ?? 0) > 1 &&
    (rows[0] ?? []).every((cell) => cell.trim() !== "" && !/^[-+$€£]?[\d.,]+%?$/.test(cell.trim()));
  writeTable(
    builder,
    rows.map((row, index) => ({
      cells: row.map((content, column) => ({ content, column, ref: `${columnName(column)}${index + 1}` })),
      ...(isHeader && index === 0 ? { isHeader: true } : {}),
    })),
  );
  if (builder.isEmpty)
    throw new UnreadableFileError("empty", "The table has no filled cells. Check the original and upload it again.");
  return builder.build("csv", 1);
}

/** The separator that cuts the first lines into the same number of cells, the most of them. */
function findDelimiter(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "")
    .slice(0, 20);
  const scored = [",", ";", "\t", "|"].map((delimiter) => {
    const counts = lines.map((line) => line.replace(/"[^"]*"/g, "").split(delimiter).length - 1);
    const usual = counts[0] ?? 0;
    return {
      delimiter,
      score: usual === 0 ? 0 : usual * (counts.filter((count) => count === usual).length / counts.length),
    };
  });
  return scored.sort((a, b) => b.score - a.score)[0]?.delimiter ?? ",";
}

function columnName(column: number): string {
  return column < 26
    ? String.fromCharCode(65 + column)
    : columnName(Math.floor(column / 26) - 1) + columnName(column % 26);
}
