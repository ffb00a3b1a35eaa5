/** All lengths in PDF points, the origin at the page's top left corner as it is shown. */
export interface Run {
  text: string;
  x: number;
  /** Baseline. */
  y: number;
  width: number;
  size: number;
  isBold: boolean;
}

/** Runs of one baseline without a wide gap between them: a line of a column, or a cell's line. */
export interface Segment {
  text: string;
  x: number;
  right: number;
  y: number;
  size: number;
  isBold: boolean;
  page: number;
}

/** A drawn line, as tables have them. */
export interface Rule {
  x: number;
  y: number;
  right: number;
  bottom: number;
}

export interface PageContent {
  page: number;
  width: number;
  height: number;
  label: string | null;
  runs: Run[];
  rules: Rule[];
  /** Words that were left out because a line goes through them. */
  struckWords: number;
}

export interface TableRow {
  cells: { column: number; segments: Segment[] }[];
}

/** What a page holds in reading order. */
export type Element =
  | { kind: "line"; segments: Segment[] /** It stands at the head of other pages as well. */; isRunningHead?: true }
  | { kind: "table"; rows: TableRow[] };

export interface PageLayout {
  page: number;
  width: number;
  height: number;
  label: string | null;
  elements: Element[];
}

export function median(values: number[]): number {
  if (values.length === 0) return 0;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
