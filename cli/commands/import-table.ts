import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { ImportTableOutput, PreviewTableOutput } from "@/server/opportunities/tables/schemas";
import { connect } from "../api";
import { printJson, printText, say } from "../output";

/** Short enough for an answer within a second or two. */
const rowsAtOnce = 50;

export async function importTable(
  path: string,
  options: { sheet: string; dryRun?: boolean; json?: boolean },
): Promise<void> {
  const bytes = await readFile(path);
  const input = { fileName: basename(path), base64: bytes.toString("base64"), sheet: Number(options.sheet) - 1 };
  const api = connect();
  if (options.dryRun) {
    const preview = await api.send<PreviewTableOutput>("POST", "/opportunities/table/preview", input);
    if (options.json) return printJson(preview);
    for (const { heading, field } of preview.columns) printText(`${heading}  →  ${field ?? "left out"}`);
    printText(`${preview.ready} of ${preview.rows} rows can be taken`);
    for (const { row, problem } of preview.problems) say(`row ${row}: ${problem}`);
    return;
  }
  const sum: Omit<ImportTableOutput, "rows"> = {
    created: 0,
    joined: 0,
    unchanged: 0,
    leftOut: 0,
    problems: [],
    opportunityIds: [],
  };
  for (let from = 0, rows = 1; from < rows; from += rowsAtOnce) {
    const part = await api.send<ImportTableOutput>("POST", "/opportunities/table", {
      ...input,
      from,
      count: rowsAtOnce,
    });
    rows = part.rows;
    for (const key of ["created", "joined", "unchanged", "leftOut"] as const) sum[key] += part[key];
    sum.problems.push(...part.problems);
    sum.opportunityIds.push(...part.opportunityIds);
    say(`${Math.min(from + rowsAtOnce, rows)} of ${rows} rows`);
  }
  if (options.json) printJson(sum);
  else {
    printText(
      `${sum.created} new, ${sum.joined} about opportunities that are known (${sum.unchanged} of them say nothing new), ${sum.leftOut} rows left out`,
    );
  }
  for (const { row, problem } of sum.problems) say(`row ${row}: ${problem}`);
}
