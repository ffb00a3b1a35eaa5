import type { Rule, Run, Segment, TableRow } from "./geometry";
import { readRows } from "./rows";

export interface RuledTable {
  top: number;
  bottom: number;
  rows: TableRow[];
}

interface Grid {
  horizontal: Rule[];
  vertical: Rule[];
  x: number;
  right: number;
  y: number;
  bottom: number;
}

const near = 4;

/** Tables whose cells are drawn: lines that touch each other make a grid, and text falls into its cells. `rest` stands in none. */
export function findRuledTables(runs: Run[], rules: Rule[], page: number): { tables: RuledTable[]; rest: Run[] } {
  const tables: RuledTable[] = [];
  let rest = runs;
  for (const grid of connect(rules)) {
    const columns = distinct(grid.vertical.map((rule) => rule.x));
    // Underlined words are ruled too, but from no side of a cell to another.
    grid.horizontal = grid.horizontal.filter((rule) =>
      [rule.x, rule.right].every((end) => columns.some((x) => Math.abs(x - end) <= near * 1.5)),
    );
    const lines = distinct(grid.horizontal.map((rule) => rule.y));
    if (columns.length < 3 || lines.length < 2) continue;
    const inside = new Set(rest.filter((run) => isInside(run, grid)));
    // Lines of neighbouring cells need not stand level: each column is read by itself.
    const lanes = new Map<number, Run[]>();
    for (const run of inside) {
      const column = columnOf(grid, columns, run.x, run.y - run.size * 0.3);
      lanes.set(column, [...(lanes.get(column) ?? []), run]);
    }
    const cells = [...lanes].flatMap(([column, lane]) =>
      readRows(lane, page).flatMap((row) => row.map((segment) => ({ column, segment }))),
    );
    const filled = fill(grid, lines, cells).filter((row) => row.cells.length > 0);
    const isTable =
      filled.length >= 2 && filled.filter((row) => row.cells.length >= 2).length >= Math.max(1, filled.length * 0.3);
    if (!isTable) continue;
    tables.push({ top: grid.y, bottom: grid.bottom, rows: filled });
    rest = rest.filter((run) => !inside.has(run));
  }
  return { tables, rest };
}

function isInside(run: Run, grid: Grid): boolean {
  const middle = run.x + run.width / 2;
  const y = run.y - run.size * 0.3;
  return middle > grid.x && middle < grid.right && y > grid.y && y < grid.bottom;
}

/** The column whose left side is drawn at this height; sides that are not drawn here do not divide. */
function columnOf(grid: Grid, columns: number[], x: number, y: number): number {
  let column = columns.findLastIndex((left) => left <= x + near);
  const isDrawn = (left: number) =>
    grid.vertical.some((rule) => Math.abs(rule.x - left) <= near && rule.y <= y && rule.bottom >= y);
  while (column > 0 && !isDrawn(columns[column] ?? 0)) column -= 1;
  return Math.max(0, column);
}

function connect(rules: Rule[]): Grid[] {
  const grids: Grid[] = [];
  for (const rule of [...rules].sort((a, b) => a.y - b.y)) {
    const isHorizontal = rule.right - rule.x > rule.bottom - rule.y;
    const touching = grids.filter(
      (grid) =>
        rule.x <= grid.right + near &&
        rule.right >= grid.x - near &&
        rule.y <= grid.bottom + near &&
        rule.bottom >= grid.y - near,
    );
    const merged: Grid = { horizontal: [], vertical: [], x: rule.x, right: rule.right, y: rule.y, bottom: rule.bottom };
    for (const grid of touching) {
      merged.horizontal.push(...grid.horizontal);
      merged.vertical.push(...grid.vertical);
      merged.x = Math.min(merged.x, grid.x);
      merged.right = Math.max(merged.right, grid.right);
      merged.y = Math.min(merged.y, grid.y);
      merged.bottom = Math.max(merged.bottom, grid.bottom);
      grids.splice(grids.indexOf(grid), 1);
    }
    (isHorizontal ? merged.horizontal : merged.vertical).push(rule);
    grids.push(merged);
  }
  return grids;
}

function distinct(values: number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const found: number[] = [];
  for (const value of sorted) {
    if (found.length === 0 || value - (found.at(-1) ?? 0) > near) found.push(value);
  }
  return found;
}

function fill(grid: Grid, lines: number[], placed: { column: number; segment: Segment }[]): TableRow[] {
  const rows: Map<number, Segment[]>[] = lines.map(() => new Map());
  for (const { column, segment } of placed) {
    const y = segment.y - segment.size * 0.3;
    // The line above a row must span the cell: a merged cell has none.
    const row = lines.findLastIndex((line) => line <= y && isCovered(grid.horizontal, line, segment));
    const cells = rows[Math.max(0, row)];
    cells?.set(column, [...(cells.get(column) ?? []), segment]);
  }
  return rows.map((cells) => ({
    cells: [...cells].sort((a, b) => a[0] - b[0]).map(([column, segments]) => ({ column, segments })),
  }));
}

function isCovered(horizontal: Rule[], line: number, segment: Segment): boolean {
  const middle = (segment.x + Math.min(segment.right, segment.x + 20)) / 2;
  return horizontal.some(
    (rule) => Math.abs(rule.y - line) <= near && rule.x <= middle + near && rule.right >= middle - near,
  );
}
