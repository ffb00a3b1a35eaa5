import { csvLine } from "@/lib/csv-line";
import type { TableFormat } from "@/lib/vocabulary/exports";
import { type Sheet, workbookMime, writeWorkbook } from "@/lib/workbook";

export interface TableFile {
  fileName: string;
  mime: string;
  /** Of a CSV file. */
  text: string | null;
  /** Of a workbook. */
  base64: string | null;
}

/** A table as a file: CSV (RFC 4180, with the mark that tells spreadsheets that it is UTF-8) or a workbook. No cell of either runs as a formula. */
export function writeTable(format: TableFormat, fileName: string, sheet: Sheet): TableFile {
  if (format === "xlsx") {
    const base64 = Buffer.from(writeWorkbook(sheet)).toString("base64");
    return { fileName: `${fileName}.xlsx`, mime: workbookMime, text: null, base64 };
  }
  const text = `\ufeff${[sheet.header, ...sheet.rows].map(csvLine).join("")}`;
  return { fileName: `${fileName}.csv`, mime: "text/csv; charset=utf-8", text, base64: null };
}
