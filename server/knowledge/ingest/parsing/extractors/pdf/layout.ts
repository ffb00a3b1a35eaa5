import { readListMark } from "../../list-marks";
import { type Element, median, type PageContent, type PageLayout, type Segment, type TableRow } from "./geometry";
import { readRows } from "./rows";
import { findRuledTables } from "./ruled-tables";

/** Puts the text of a page into reading order: drawn tables, columns, rows that align, lines. */
export function layOutPage(content: PageContent): PageLayout {
  const { tables, rest } = findRuledTables(content.runs, content.rules, content.page);
  const free = readRows(rest, content.page);
  const elements: { y: number; element: Element }[] = tables.map((table) => ({
    y: table.top,
    element: { kind: "table", rows: table.rows },
  }));
  let band: Segment[][] = [];
  const flush = () => {
    const y = band[0]?.[0]?.y ?? 0;
    for (const element of readColumns(band, 0)) elements.push({ y, element });
    band = [];
  };
  // A table breaks the page into what stands above and below it.
  const tops = tables.map((table) => table.top).sort((a, b) => a - b);
  let next = 0;
  for (const row of free) {
    while (next < tops.length && (row[0]?.y ?? 0) > (tops[next] ?? 0)) {
      flush();
      next += 1;
    }
    band.push(row);
  }
  flush();
  const ordered = elements.map((entry, index) => ({ ...entry, index })).sort((a, b) => a.y - b.y || a.index - b.index);
  return {
    page: content.page,
    width: content.width,
    height: content.height,
    label: content.label,
    elements: ordered.map((entry) => entry.element),
  };
}

/** Reads a region column by column when a gutter divides it, else row by row. */
function readColumns(rows: Segment[][], depth: number): Element[] {
  const gutter = depth < 3 ? findGutter(rows) : null;
  if (gutter === null) return readAligned(rows);
  const elements: Element[] = [];
  let left: Segment[][] = [];
  let right: Segment[][] = [];
  const flush = () => {
    elements.push(...readColumns(left, depth + 1), ...readColumns(right, depth + 1));
    left = [];
    right = [];
  };
  for (const row of rows) {
    if (row.some((segment) => segment.x < gutter && segment.right > gutter)) {
      flush();
      elements.push({ kind: "line", segments: row });
      continue;
    }
    const before = row.filter((segment) => segment.right <= gutter);
    const after = row.filter((segment) => segment.x >= gutter);
    if (before.length > 0) left.push(before);
    if (after.length > 0) right.push(after);
  }
  flush();
  return elements;
}

/** The x of a gap that nearly no line crosses, with columns of running text on both sides; cells of a table are too short for that. */
function findGutter(rows: Segment[][]): number | null {
  const segments = rows.flat();
  if (segments.length < 16) return null;
  const left = Math.min(...segments.map((segment) => segment.x));
  const right = Math.max(...segments.map((segment) => segment.right));
  let best: { x: number; crossing: number } | null = null;
  const step = Math.max(3, (right - left) / 400);
  for (let x = left + (right - left) * 0.25; x < left + (right - left) * 0.75; x += step) {
    const crossing = segments.filter((segment) => segment.x < x && segment.right > x).length;
    if (!best || crossing < best.crossing) best = { x, crossing };
  }
  if (!best || best.crossing > segments.length * 0.12) return null;
  const { x } = best;
  return [segments.filter((segment) => segment.right <= x), segments.filter((segment) => segment.x >= x)].every(
    (side) => {
      if (side.length < 6) return false;
      const width = Math.max(...side.map((segment) => segment.right)) - Math.min(...side.map((segment) => segment.x));
      const filled = median(side.map((segment) => segment.right - segment.x)) / width;
      const words = median(side.map((segment) => segment.text.split(/\s+/).length));
      // A column with a list in it has short lines; their words tell it from cells.
      return (filled > 0.6 && words >= 4) || (filled > 0.5 && words >= 5);
    },
  )
    ? x
    : null;
}

/** Rows of several segments whose starts align make a table; a lone one is a line with a gap. */
function readAligned(rows: Segment[][]): Element[] {
  const elements: Element[] = [];
  let index = 0;
  while (index < rows.length) {
    const table = readAlignedTable(rows, index);
    if (table) {
      elements.push({ kind: "table", rows: table.rows });
      index = table.end;
    } else {
      elements.push({ kind: "line", segments: rows[index] ?? [] });
      index += 1;
    }
  }
  return elements;
}

const tolerance = 6;

function readAlignedTable(rows: Segment[][], start: number): { rows: TableRow[]; end: number } | null {
  const first = rows[start];
  if (!first || first.length < 2) return null;
  const columns = first.map((segment) => ({ x: segment.x, right: segment.right }));
  const found: TableRow[] = [{ cells: first.map((segment, column) => ({ column, segments: [segment] })) }];
  let end = start + 1;
  let full = 1;
  for (; end < rows.length; end++) {
    const row = rows[end] ?? [];
    const previous = rows[end - 1]?.[0];
    const gap = (row[0]?.y ?? 0) - (previous?.y ?? 0);
    if (gap > (row[0]?.size ?? 10) * 4) break;
    const places = row.map((segment) =>
      columns.findIndex(
        (column) => Math.abs(column.x - segment.x) <= tolerance || Math.abs(column.right - segment.right) <= tolerance,
      ),
    );
    if (places.some((place) => place < 0) || new Set(places).size !== places.length) break;
    const isContinuation = row.length === 1 && places[0] !== 0 && gap < (row[0]?.size ?? 10) * 1.6;
    if (row.length === 1 && !isContinuation) break;
    const cells = row.map((segment, at) => ({ column: places[at] ?? 0, segments: [segment] }));
    const last = found.at(-1);
    if (isContinuation && last) {
      const cell = last.cells.find((candidate) => candidate.column === places[0]);
      if (cell) cell.segments.push(...row);
      else last.cells.push(...cells);
    } else {
      found.push({ cells });
      full += 1;
    }
  }
  const isList = first.every((segment) => readListMark(segment.text.trim()) !== null);
  return (full >= 3 || (full >= 2 && columns.length >= 3)) && !isList ? { rows: mergeWrapped(found), end } : null;
}

/** Cells of several lines: rows that stand closer than the others, or go on in lower case, continue the row above. */
function mergeWrapped(rows: TableRow[]): TableRow[] {
  const top = (row: TableRow) => Math.min(...row.cells.map((cell) => cell.segments[0]?.y ?? 0));
  const bottom = (row: TableRow) => Math.max(...row.cells.flatMap((cell) => cell.segments.map((segment) => segment.y)));
  const gaps = rows.slice(1).map((row, index) => top(row) - bottom(rows[index] ?? row));
  const smallest = Math.min(...gaps);
  const largest = Math.max(...gaps);
  const starts = rows.slice(1).flatMap((row) => row.cells.map((cell) => cell.segments[0]?.text.trim() ?? ""));
  const isProse = starts.filter((text) => /^\p{Ll}/u.test(text)).length > starts.length * 0.3;
  const size = rows[0]?.cells[0]?.segments[0]?.size ?? 10;
  if (!isProse || smallest > size * 1.5) return rows;
  const limit = largest > smallest * 1.3 ? (smallest + largest) / 2 : Number.POSITIVE_INFINITY;
  const merged: TableRow[] = [];
  for (const [index, row] of rows.entries()) {
    const last = merged.at(-1);
    if (!last || (gaps[index - 1] ?? 0) > limit) {
      merged.push({ cells: row.cells.map((cell) => ({ ...cell, segments: [...cell.segments] })) });
      continue;
    }
    for (const cell of row.cells) {
      const above = last.cells.find((candidate) => candidate.column === cell.column);
      if (above) above.segments.push(...cell.segments);
      else last.cells.push(cell);
    }
    last.cells.sort((a, b) => a.column - b.column);
  }
  return merged;
}
