import { writeFile } from "node:fs/promises";
import type { TableFile } from "@/server/opportunities/write-table";
import { printText } from "../output";

/** Writes an exported table where the person wants it, and says where. */
export async function saveTable(file: TableFile, out: string | undefined): Promise<void> {
  const path = out ?? file.fileName;
  await writeFile(path, file.base64 === null ? (file.text ?? "") : Buffer.from(file.base64, "base64"));
  printText(path);
}
