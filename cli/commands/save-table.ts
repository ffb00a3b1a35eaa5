import { writeFile } from "node:fs/promises";
import type { ExportedTable } from "@/server/opportunities/calendar/schemas";
import { printText } from "../output";

export type TableFile = Omit<ExportedTable, "entries">;

/** Writes an exported table where the person wants it, and says where. */
export async function saveTable(file: TableFile, out: string | undefined): Promise<void> {
  const path = out ?? file.fileName;
  await writeFile(path, file.base64 === null ? (file.text ?? "") : Buffer.from(file.base64, "base64"));
  printText(path);
}
