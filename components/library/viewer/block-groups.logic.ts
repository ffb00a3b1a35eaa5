import type { Block } from "@/lib/rendition";

export type BlockGroup = { kind: "block"; block: Block } | { kind: "table"; table: number; rows: Block[] };

export interface PageGroup {
  /** Null where the format has no pages. */
  page: number | null;
  groups: BlockGroup[];
}

/** Rows that follow each other in one table become one table; blocks of one page stand together. */
export function groupBlocks(blocks: readonly Block[]): PageGroup[] {
  const pages: PageGroup[] = [];
  for (const block of blocks) {
    const page = block.page ?? null;
    let current = pages.at(-1);
    if (!current || current.page !== page) {
      current = { page, groups: [] };
      pages.push(current);
    }
    const last = current.groups.at(-1);
    if (block.kind !== "table_row") current.groups.push({ kind: "block", block });
    else if (last?.kind === "table" && last.table === (block.table ?? 0)) last.rows.push(block);
    else current.groups.push({ kind: "table", table: block.table ?? 0, rows: [block] });
  }
  return pages;
}

const counted = /^(\d+)([.)])$/;

/**
 * What stands before each item of a list. Authors of Markdown write "1." before every one and leave the counting to whoever shows it;
 * the text itself stays as it was written.
 */
export function shownMarkers(blocks: readonly Block[]): Map<Block, string> {
  const markers = new Map<Block, string>();
  // By level; what is no item, or stands further out, ends the lists inside.
  let last: { written: string; number: number }[] = [];
  for (const block of blocks) {
    const level = block.kind === "list_item" ? (block.level ?? 0) : -1;
    last = last.slice(0, level + 1);
    if (block.kind !== "list_item") continue;
    const written = block.marker ?? "•";
    const [, digits, sign] = written.match(counted) ?? [];
    const before = last[level];
    const number = before?.written === written ? before.number + 1 : Number(digits);
    markers.set(block, digits ? `${number}${sign}` : written);
    last[level] = { written, number };
  }
  return markers;
}

/** "A", "Z", "AA": how a spreadsheet calls its columns, from 0. */
export function columnName(column: number): string {
  const rest = Math.floor(column / 26) - 1;
  return (rest >= 0 ? columnName(rest) : "") + String.fromCharCode(65 + (column % 26));
}

/** The row of a spreadsheet address, from 1: 7 of "B7"; null where there is none. */
export function rowNumber(ref: string | undefined): number | null {
  const digits = ref?.match(/\d+$/)?.[0];
  return digits ? Number(digits) : null;
}
