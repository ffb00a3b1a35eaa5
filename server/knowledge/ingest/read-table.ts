import { withReceivedFile } from "../documents/received-file";
import { parseFile } from "./parsing";

export interface TableSheet {
  name: string;
  /** Filled rows only, by their number in the file; a cell that is empty is "". */
  rows: { number: number; cells: string[] }[];
}

/** What a table may hold to be read while somebody waits. */
const limits = { textLength: 2_000_000, inflatedBytes: 64 * 1024 * 1024, stallMs: 20_000, totalMs: 20_000 };

/**
 * Reads a workbook or a file of separated values as rows and cells, in the parsing process, without keeping anything. Null for a file that is
 * neither. Throws UnreadableFileError.
 */
export async function readTable(fileName: string, bytes: Uint8Array): Promise<TableSheet[] | null> {
  const parsed = await withReceivedFile(bytes, (file) =>
    parseFile({ path: file.localPath, name: fileName }, { limits }),
  );
  if (parsed.kind !== "document" || (parsed.extension !== "xlsx" && parsed.extension !== "csv")) return null;
  const { text, blocks, pages } = parsed.rendition;
  const sheets: TableSheet[] = [];
  for (const page of pages.length > 0 ? pages.map(({ page, label }) => ({ page, label })) : [{ page: undefined }]) {
    const rows = blocks.flatMap((block) => {
      if (block.kind !== "table_row" || block.page !== page.page || !block.cells) return [];
      const cells: string[] = [];
      for (const { column, start, end } of block.cells) cells[column] = text.slice(start, end).trim();
      const number = Number(/\d+$/.exec(block.cells[0]?.ref ?? "")?.[0] ?? 0);
      return [{ number, cells: Array.from(cells, (cell) => cell ?? "") }];
    });
    sheets.push({ name: "label" in page ? (page.label ?? "") : "", rows });
  }
  return sheets;
}
