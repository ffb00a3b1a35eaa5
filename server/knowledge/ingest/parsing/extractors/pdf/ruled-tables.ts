import type { Rule, Segment, TableRow } from "./geometry";

export interface RuledTable {
  top: number;
  bottom: number;
  rows: TableRow[];
  used: Set<Segment>;
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

/** Tables whose cells are drawn: lines that touch each other make a grid, and text falls into its cells. */
export function findRuledTables(segments: Segment[], rules: Rule[]): RuledTable[] {
  const tables: RuledTable[] = [];
  for (const grid of connect(rules)) {
    const columns = distinct(grid.vertical.map((rule) => rule.x));
    const lines = distinct(grid.horizontal.map((rule) => rule.y));
    if (columns.length < 3 || lines.length < 2) continue;
    const inside = segments.filter((segment) => {
      const middle = (segment.x + segment.right) / 2;
      const y = segment.y - segment.size * 0.3;
      return middle > grid.x && middle < grid.right && y > grid.y && y < grid.bottom;
    });
    const rows = fill(grid, columns, lines, inside);
    const filled = rows.filter((row) => row.cells.length > 0);
    const isTable =
      filled.length >= 2 && filled.filter((row) => row.cells.length >= 2).length >= Math.max(1, filled.length * 0.3);
    if (isTable) tables.push({ top: grid.y, bottom: grid.bottom, rows: filled, used: new Set(inside) });
  }
  return tables;
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

function fill(grid: Grid, columns: number[], lines: number[], segments: Segment[]): TableRow[] {
  const rows: Map<number, Segment[]>[] = lines.map(() => new Map());
  for (const segment of segments) {
    const y = segment.y - segment.size * 0.3;
    // The line under a row must span the cell: a merged cell has none.
    const row = lines.findLastIndex((line) => line <= y && isCovered(grid.horizontal, line, segment));
    let column = columns.findLastIndex((x) => x <= segment.x + near);
    // Sides that are not drawn at this height do not divide.
    while (
      column > 0 &&
      !grid.vertical.some(
        (rule) => Math.abs(rule.x - (columns[column] ?? 0)) <= near && rule.y <= y && rule.bottom >= y,
      )
    )
      column -= 1;
    const cells = rows[Math.max(0, row)];
    const at = Math.max(0, column);
    cells?.set(at, [...(cells.get(at) ?? []), segment]);
  }
  return rows.map((cells) => ({
    cells: [...cells].sort((a, b) => a[0] - b[0]).map(([column, inside]) => ({ column, segments: inside })),
  }));
}

function isCovered(horizontal: Rule[], line: number, segment: Segment): boolean {
  const middle = (segment.x + Math.min(segment.right, segment.x + 20)) / 2;
  return horizontal.some(
    (rule) => Math.abs(rule.y - line) <= near && rule.x <= middle + near && rule.right >= middle - near,
  );
}
