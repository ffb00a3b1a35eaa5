import { type Element, isTag } from "domhandler";
import { plainText } from "./plain-text";

export interface TableCell {
  element: Element;
  column: number;
}

const maxColumns = 200;

/** The cells of a row with their columns, wide cells counted as wide as they are. */
export function cellsOf(row: Element): TableCell[] {
  const cells: TableCell[] = [];
  let column = 0;
  for (const child of row.children) {
    if (!isTag(child) || (child.name !== "td" && child.name !== "th")) continue;
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
  if (cells.every(({ element }) => element.name === "th")) return true;
  const parent = row.parent;
  if (parent && isTag(parent) && parent.name === "thead") return true;
  const saysSo = /(?:^|[\s_-])(?:head|header|heading|kopf|titel|th)(?:$|[\s_-])/i.test(row.attribs.class ?? "");
  return cells.every(({ element }) => {
    const text = plainText(element);
    const inner = element.children.filter(isTag);
    const isBold = inner.length === 1 && /^(?:b|strong)$/.test(inner[0]?.name ?? "") && text.length <= 40;
    return (saysSo && text.length <= 40) || isBold;
  });
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
  let table: Element | null = null;
  for (let at = row.parent; at && isTag(at); at = at.parent) {
    if (at.name === "table") {
      table = at;
      break;
    }
  }
  if (!table) return null;
  for (const part of table.children) {
    if (!isTag(part)) continue;
    const rows = part.name === "tr" ? [part] : part.children.filter(isTag).filter(({ name }) => name === "tr");
    if (!/^(?:tr|thead|tbody)$/.test(part.name)) continue;
    const found = rows.slice(0, 4).findLast(isHeaderRow);
    if (found) return found;
    if (part.name !== "thead") return null;
  }
  return null;
}
