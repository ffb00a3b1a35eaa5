import { headingTags } from "./html-names";
import type { PageBlock } from "./page-content";
import type { ScannedElement, TextRun } from "./scanned-page";

/** Turns runs of text into blocks: headings with their level, list items with their mark, rows of data tables with their cells. */
export function toBlocks(runs: readonly TextRun[]): PageBlock[] {
  const blocks: PageBlock[] = [];
  const tables = new Map<ScannedElement, number>();
  const markedItems = new Set<ScannedElement>();
  const places = runs.map((run) => placeOf(run.owner));
  const isLayout = layoutTables(runs, places);
  const row = new RowDraft((of, cells) => blocks.push(rowBlock(of, cells, tables)));
  for (const [at, run] of runs.entries()) {
    const place = places[at] as Place;
    if (place.cell && place.row && place.table && !isLayout.has(place.table)) {
      row.add(place.row, place.cell, run.text);
      continue;
    }
    row.end();
    blocks.push(blockOf(run, place, markedItems));
  }
  row.end();
  return blocks;
}

/** Gathers the cells of one row until the next begins. */
class RowDraft {
  private row: ScannedElement | null = null;
  private cells = new Map<ScannedElement, string>();

  constructor(private readonly write: (row: ScannedElement, cells: ReadonlyMap<ScannedElement, string>) => void) {}

  add(row: ScannedElement, cell: ScannedElement, text: string): void {
    if (this.row !== row) this.end();
    this.row = row;
    const before = this.cells.get(cell);
    this.cells.set(cell, before === undefined ? text : `${before} ${text}`);
  }

  end(): void {
    if (this.row) this.write(this.row, this.cells);
    this.row = null;
    this.cells = new Map();
  }
}

interface Place {
  heading: ScannedElement | null;
  item: ScannedElement | null;
  listDepth: number;
  cell: ScannedElement | null;
  row: ScannedElement | null;
  table: ScannedElement | null;
}

function placeOf(owner: ScannedElement): Place {
  const place: Place = { heading: null, item: null, listDepth: -1, cell: null, row: null, table: null };
  for (let open: ScannedElement | null = owner; open; open = open.parent) {
    const { tag } = open;
    if (headingTags.has(tag)) place.heading ??= open;
    else if (tag === "li" && !place.cell) place.item ??= open;
    else if (tag === "ul" || tag === "ol") place.listDepth++;
    else if (tag === "td" || tag === "th") place.cell ??= open;
    else if (tag === "tr" && place.cell) place.row ??= open;
    else if (tag === "table" && place.row) {
      place.table = open;
      break;
    }
  }
  return place;
}

/** Tables that place things on the page: one column only, or cells that hold several paragraphs, headings or other tables. */
function layoutTables(runs: readonly TextRun[], places: readonly Place[]): Set<ScannedElement> {
  const runsOfCell = new Map<ScannedElement, number>();
  const onlyColumn = new Map<ScannedElement, number | null>();
  const layout = new Set<ScannedElement>();
  runs.forEach((run, at) => {
    const { cell, row, table, heading } = places[at] as Place;
    if (!cell || !row || !table) return;
    // A table around a table places things.
    for (let open = table.parent; open; open = open.parent) if (open.tag === "table") layout.add(open);
    const count = (runsOfCell.get(cell) ?? 0) + 1;
    runsOfCell.set(cell, count);
    if (count > 6 || (heading && count > 1) || run.words > 120) layout.add(table);
    const column = columnOf(cell);
    const before = onlyColumn.get(table);
    onlyColumn.set(table, before === undefined || before === column ? column : null);
  });
  for (const [table, column] of onlyColumn) if (column !== null) layout.add(table);
  return layout;
}

function rowBlock(
  row: ScannedElement,
  texts: ReadonlyMap<ScannedElement, string>,
  tables: Map<ScannedElement, number>,
): PageBlock {
  const { table } = placeOf([...texts.keys()][0] ?? row);
  const number = table ? (tables.get(table) ?? tables.size) : 0;
  if (table) tables.set(table, number);
  const cells = [...texts].map(([cell, text]) => ({ text, column: columnOf(cell) }));
  const isHeader = [...texts.keys()].every((cell) => cell.tag === "th") || row.parent?.tag === "thead";
  return {
    kind: "table_row",
    text: cells.map((cell) => cell.text).join(" | "),
    cells,
    table: number,
    ...(isHeader ? { isHeader } : {}),
  };
}

/** Columns to the left of a cell in its row, spans counted; cells that span rows from above are not. */
function columnOf(cell: ScannedElement): number {
  return cell.column ?? 0;
}

function blockOf(run: TextRun, place: Place, markedItems: Set<ScannedElement>): PageBlock {
  if (run.isCode) return { kind: "code", text: run.text };
  if (place.heading) return { kind: "heading", text: run.text, level: Number(place.heading.tag[1]) };
  if (!place.item || markedItems.has(place.item)) return { kind: "paragraph", text: run.text };
  markedItems.add(place.item);
  return {
    kind: "list_item",
    text: run.text,
    level: Math.max(0, place.listDepth),
    marker: place.item.ordinal === undefined ? "-" : `${place.item.ordinal}.`,
  };
}
