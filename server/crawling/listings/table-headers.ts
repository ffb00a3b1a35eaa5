import { type Element, isTag } from "domhandler";
import { plainText } from "./plain-text";

export interface TableCell {
  element: Element;
  column: number;
}

const cellRoles = new Set(["cell", "gridcell", "columnheader", "rowheader"]);

/** A table's row, or what says by its role that it is one. */
export function isRow({ name, attribs }: Element): boolean {
  return name === "tr" || attribs.role === "row";
}

export function isCell({ name, attribs }: Element): boolean {
  return name === "td" || name === "th" || cellRoles.has(attribs.role ?? "");
}

function isHead({ name, attribs }: Element): boolean {
  return name === "th" || attribs.role === "columnheader";
}

const maxColumns = 200;

/** The cells of a row with their columns, wide cells counted as wide as they are. */
export function cellsOf(row: Element): TableCell[] {
  const cells: TableCell[] = [];
  let column = 0;
  for (const child of row.children) {
    if (!isTag(child) || !isCell(child)) continue;
    cells.push({ element: child, column });
    column += Math.min(maxColumns, Math.max(1, Number.parseInt(child.attribs.colspan ?? "1", 10) || 1));
    if (column > maxColumns) break;
  }
  return cells;
}

/** A row whose cells are all headers, or all bold in a row that calls itself a head. */
export function isHeaderRow(row: Element): boolean {
  const cells = cellsOf(row).filter(({ element }) => plainText(element) !== "");
  if (cells.length < 2) return false;
  if (cells.every(({ element }) => isHead(element))) return true;
  const parent = row.parent;
  if (parent && isTag(parent) && parent.name === "thead") return true;
  const saysSo = /(?:^|[\s_-])(?:head|header|heading|kopf|titel|th)(?:$|[\s_-])/i.test(row.attribs.class ?? "");
  return cells.every(({ element }) => {
    const text = plainText(element);
    return text.length <= 40 && (saysSo || isAllBold(element));
  });
}

/** Bold as a whole, also inside of what sets a font. */
function isAllBold(cell: Element): boolean {
  let inner = cell.children.filter(isTag);
  for (let depth = 0; depth < 4 && inner.length === 1; depth++) {
    const [only] = inner;
    if (only?.name === "b" || only?.name === "strong") return plainText(only) === plainText(cell);
    inner = only?.children.filter(isTag) ?? [];
  }
  return false;
}

/** The header text of each column, from the nearest header row above in the same table. */
export function headersFor(row: Element): Map<number, string> {
  const headers = new Map<number, string>();
  const header = findHeaderRow(row);
  if (!header) return headers;
  for (const { element, column } of cellsOf(header)) {
    const text = plainText(element)
      .replace(/[▲▼△▽↑↓⇅]/gu, "")
      .trim();
    if (text !== "" && text.length <= 80) headers.set(column, text);
  }
  return headers;
}

function findHeaderRow(row: Element): Element | null {
  const table = tableOf(row);
  if (!table) return null;
  for (const part of table.children) {
    if (!isTag(part) || !/^(?:tr|thead|tbody|div|ul|li)$/.test(part.name)) continue;
    const rows = isRow(part) ? [part] : part.children.filter(isTag).filter(isRow);
    const found = rows.slice(0, 4).findLast(isHeaderRow);
    if (found) return found;
    if (rows.length > 0 && part.name !== "thead") return null;
  }
  return null;
}

function tableOf(row: Element): Element | null {
  for (let at = row.parent; at && isTag(at); at = at.parent)
    if (at.name === "table" || /^(?:table|grid|treegrid)$/.test(at.attribs.role ?? "")) return at;
  return null;
}
