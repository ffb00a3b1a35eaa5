import { isCapitalsHeading, isLabelLine, readNumberedHeading } from "../heading-lines";
import { isSectionNumber, readListMark } from "../list-marks";
import type { RenditionBuilder } from "../rendition-builder";
import { writeTable } from "../tables";

/** Writes plain text: headings by underline, number or capitals, wrapped paragraphs joined, lists with and without marks. */
export function writePlainText(builder: RenditionBuilder, text: string): void {
  const lines = text
    .replace(/\f/g, "\n\n")
    .split(/\r\n?|\n/)
    .map((line) => line.replace(/\s+$/, ""));
  const width = wrapWidth(lines);
  let group: string[] = [];
  let indents: number[] = [];
  for (const line of [...lines, ""]) {
    if (line.trim() !== "") {
      group.push(line);
      continue;
    }
    if (group.length > 0) indents = writeGroup(builder, group, width, indents);
    group = [];
  }
}

/** The column at which this text was wrapped by hand, or none when its lines are whole paragraphs. */
function wrapWidth(lines: string[]): number {
  const lengths = lines.filter((line) => line.length >= 40).map((line) => line.length);
  if (lengths.length === 0) return 0;
  lengths.sort((a, b) => a - b);
  const high = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
  return high <= 140 ? high : 0;
}

/** Lines between two blank lines. Returns the indents of list items that are still open. */
function writeGroup(builder: RenditionBuilder, lines: string[], width: number, outer: number[]): number[] {
  const table = readAlignedRows(lines);
  if (table) {
    writeTable(
      builder,
      table.map((cells) => ({ cells: cells.map((content, column) => ({ content, column })) })),
    );
    return [];
  }
  const indents = indentOf(lines[0] ?? "") > 0 || readListMark((lines[0] ?? "").trim()) ? [...outer] : [];
  let current: { lines: string[]; marker: string | null; level: number } | null = null;
  const flush = () => {
    if (!current) return;
    const text = current.lines.join(" ");
    if (current.marker !== null) builder.listItem(current.level, current.marker, text);
    else writeParagraph(builder, text, current.lines.length === 1 && lines.length <= 2);
    current = null;
  };
  let isUnmarkedList = false;
  for (const [index, raw] of lines.entries()) {
    const line = raw.trim();
    const next = lines[index + 1]?.trim() ?? "";
    if (/^[=\-_*~#]{3,}$/.test(line)) {
      flush();
      continue;
    }
    const underline = /^(?:={3,}|-{3,}|~{3,})$/.exec(next)?.[0];
    if (underline && line.length <= 120) {
      flush();
      builder.heading(underline.startsWith("=") ? 1 : 2, line);
      continue;
    }
    const mark = readListMark(line);
    const open: { lines: string[]; marker: string | null } | null = current;
    if (
      mark?.rest &&
      !isSectionNumber(mark.marker) &&
      (!open || open.marker !== null || startsList(mark.marker, open))
    ) {
      if (index === 0 && lines.length === 1 && readNumberedHeading(line) && isCapitalsHeading(mark.rest)) {
        builder.heading(readNumberedHeading(line)?.level ?? 2, line);
        continue;
      }
      flush();
      const indent = indentOf(raw);
      while (indents.length > 0 && (indents.at(-1) ?? 0) >= indent) indents.pop();
      indents.push(indent);
      current = { lines: [mark.rest], marker: mark.marker, level: indents.length - 1 };
      continue;
    }
    if (open && joins(open.lines.at(-1) ?? "", line, width, open.marker !== null && indentOf(raw) > 0)) {
      open.lines.push(line);
      continue;
    }
    const wasLeadIn: boolean = open !== null && (open.lines.at(-1) ?? "").endsWith(":");
    flush();
    isUnmarkedList ||= wasLeadIn && line.length <= 80;
    if (isUnmarkedList && line.length <= 120) builder.listItem(0, null, line);
    else current = { lines: [line], marker: null, level: 0 };
  }
  flush();
  return indents;
}

function startsList(marker: string, open: { lines: string[] }): boolean {
  return /^[-*+•●○◦▪]$/.test(marker) || /^\(?[1aAi][.)]$/.test(marker) || (open.lines.at(-1) ?? "").endsWith(":");
}

/** Whether `line` continues `previous`: that one was full, or this one goes on in lower case. */
function joins(previous: string, line: string, width: number, isInsideItem: boolean): boolean {
  if (isLabelLine(line) && previous.length < 72) return false;
  if (/^\p{Ll}/u.test(line) && !/[.!?:;]$/.test(previous)) return true;
  if (isInsideItem) return true;
  if (width === 0) return false;
  const firstWord = line.split(/\s/, 1)[0]?.length ?? 0;
  return previous.length + 1 + firstWord > width * 0.9 || (previous.length > width * 0.6 && !/[.!?:;]$/.test(previous));
}

function writeParagraph(builder: RenditionBuilder, text: string, standsAlone: boolean): void {
  if (standsAlone) {
    const numbered = readNumberedHeading(text);
    const level = numbered?.level ?? (isCapitalsHeading(text) && !text.includes(":") ? 2 : null);
    if (level !== null) {
      builder.heading(level, text);
      return;
    }
  }
  builder.paragraph(text);
}

/** Lines set in columns with tabs or runs of three spaces: the same number of cells, two at least, on every line. */
function readAlignedRows(lines: string[]): string[][] | null {
  if (lines.length < 2) return null;
  const rows = lines
    .filter((line) => !/^[\s=\-_+|]+$/.test(line))
    .map((line) =>
      line
        .trim()
        .split(/\t+| {3,}/)
        .map((cell) => cell.trim()),
    );
  const columns = rows[0]?.length ?? 0;
  if (columns < 2 || rows.length < 2 || rows.some((row) => row.length !== columns)) return null;
  return rows.some((row) => readListMark(`${row[0]} `)?.rest === "") ? null : rows;
}

function indentOf(line: string): number {
  return (/^[ \t]*/.exec(line)?.[0] ?? "").replace(/\t/g, "    ").length;
}
