import { parse } from "csv-parse/sync";
import { addressOf, type WrittenEntry } from "./collect-entries";

type Column = "url" | "title" | "tags" | "kind" | "every";

const columnNames: Record<string, Column> = {
  url: "url",
  address: "url",
  link: "url",
  feed: "url",
  feedurl: "url",
  xmlurl: "url",
  website: "url",
  site: "url",
  homepage: "url",
  title: "title",
  name: "title",
  label: "title",
  tags: "tags",
  tag: "tags",
  category: "tags",
  categories: "tags",
  group: "tags",
  folder: "tags",
  kind: "kind",
  type: "kind",
  every: "every",
  interval: "every",
  frequency: "every",
  schedule: "every",
};

/**
 * The rows of a table (comma, semicolon, tab or bar between cells), or lines of addresses. A first row of column names is used; without
 * one, each row's first address is the address and the cell behind or before it the title.
 */
export function* readRows(text: string): Generator<WrittenEntry> {
  const rows = parseTable(text);
  const [first] = rows;
  const columns = (first?.cells ?? []).map((cell) => columnOf(cell));
  const hasHeader = columns.includes("url") && !(first?.cells ?? []).some((cell) => isAddress(cell));
  for (const { cells, line } of hasHeader ? rows.slice(1) : rows) {
    if (cells.every((cell) => cell.trim() === "") || cells[0]?.trim().startsWith("#")) continue;
    yield hasHeader ? byHeader(cells, columns, line) : byPlace(cells, line);
  }
}

function byHeader(cells: string[], columns: (Column | null)[], line: number): WrittenEntry {
  const cell = (column: Column) => cells.find((value, index) => columns[index] === column && value.trim() !== "");
  return {
    line,
    url: cell("url") ?? "",
    title: cell("title"),
    tags: columns.flatMap((column, index) => (column === "tags" ? splitTags(cells[index] ?? "") : [])),
    kind: cell("kind"),
    every: cell("every"),
  };
}

function byPlace(cells: string[], line: number): WrittenEntry {
  const at = cells.findIndex(isAddress);
  return { line, url: cells[at < 0 ? 0 : at] ?? "", title: at < 0 ? undefined : (cells[at + 1] ?? cells[at - 1]) };
}

function isAddress(cell: string): boolean {
  return addressOf(cell) !== null;
}

function columnOf(cell: string): Column | null {
  const name = cell.toLowerCase().replace(/[^a-z]/g, "");
  return Object.hasOwn(columnNames, name) ? (columnNames[name] ?? null) : null;
}

function splitTags(cell: string): string[] {
  return cell.split(/[,;|]/);
}

function parseTable(text: string): { cells: string[]; line: number }[] {
  const rows = parse(text, {
    delimiter: findDelimiter(text),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    bom: true,
    info: true,
  }) as unknown as { record: string[]; info: { lines: number } }[];
  return rows.map(({ record, info }) => ({ cells: record, line: info.lines }));
}

/** The separator of the first line that is none of a list's own lines: an address may hold commas and semicolons. */
function findDelimiter(text: string): string {
  const line = text.split(/\r?\n/, 50).find((one) => one.trim() !== "" && !one.startsWith("#")) ?? "";
  const outside = line.replace(/"[^"]*"/g, "").replace(/https?:\/\/[^\s;,|]+/g, "");
  const counted = ["\t", ";", ",", "|"].map((delimiter) => ({ delimiter, count: outside.split(delimiter).length }));
  return counted.toSorted((a, b) => b.count - a.count)[0]?.delimiter ?? ",";
}
