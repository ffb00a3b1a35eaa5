import type { Unit } from "../units/build-units";
import type { PreparedDocument } from "./prepared-document";

/** Units of one list or table, inclusive, with what introduces it. */
export interface ListExtent {
  from: number;
  to: number;
}

/** "(ii)", "b)", "3.", "Option 2:", "Annex B -": how paragraphs begin that are a list without its marks. */
const enumerated =
  /^(?:\(?(?:[ivx]{1,5}|[a-z]|\d{1,2})[.)]\s|(\p{Lu}[\p{L} ]{2,24}?) (?:\d{1,2}|\p{Lu})(?:\.\d+)?\s?(?:[:.)–-]|\())/u;

/** The list or table that a unit belongs to or introduces, or null. Rows of one table, items under one lead-in, paragraphs that count themselves. */
export function findListExtent(document: PreparedDocument, index: number): ListExtent | null {
  const unit = document.units[index];
  if (!unit) return null;
  const extent = ofTable(document, index) ?? ofItems(document, index) ?? ofSeries(document, index);
  return extent && extent.to - extent.from >= 1 ? extent : null;
}

function ofTable({ units }: PreparedDocument, index: number): ListExtent | null {
  const unit = units[index] as Unit;
  if (unit.kind !== "table_row") return null;
  const head = headOf(unit);
  const isSame = (other: Unit | undefined) => other?.kind === "table_row" && headOf(other) === head;
  return grow(index, (at) => isSame(units[at]));
}

function headOf(unit: Unit): number | undefined {
  return unit.header?.start ?? (unit.isHeader ? unit.start : undefined);
}

function ofItems(document: PreparedDocument, index: number): ListExtent | null {
  const { units, text } = document;
  const unit = units[index] as Unit;
  const next = units[index + 1];
  const isIntroducing = next?.kind === "list_item" && next.leadIn?.start === unit.start && text[unit.end - 1] === ":";
  const leadIn = isIntroducing ? unit.start : unit.kind === "list_item" ? unit.leadIn?.start : undefined;
  if (leadIn === undefined) {
    if (unit.kind !== "list_item") return null;
    return grow(index, (at) => units[at]?.kind === "list_item" && units[at]?.leadIn === undefined);
  }
  const first = units.findIndex((one) => one.start === leadIn);
  if (first < 0) return null;
  const level = units[first]?.kind === "list_item" ? (units[first]?.level ?? 0) : -1;
  let to = first;
  // What hangs below an item belongs to the list that the item belongs to.
  while (units[to + 1]?.kind === "list_item" && (units[to + 1]?.level ?? 0) > level) to++;
  return to > first ? { from: first, to } : null;
}

function ofSeries(document: PreparedDocument, index: number): ListExtent | null {
  const { units, text } = document;
  const section = units[index]?.headings.at(-1)?.start;
  const markOf = (at: number): string | null => {
    const unit = units[at];
    if (unit?.kind !== "sentence" || unit.headings.at(-1)?.start !== section) return null;
    if (units[at - 1]?.block === unit.block) return null;
    const match = enumerated.exec(text.slice(unit.start, unit.start + 60));
    if (!match) return null;
    return match[1] ?? shapeOf(match[0]);
  };
  const opens = (at: number) => {
    let start = at;
    while (units[start - 1]?.block === units[start]?.block && start > 0) start--;
    return start;
  };
  const isIntroducing = text[(units[index] as Unit).end - 1] === ":" && units[index + 1]?.block !== units[index]?.block;
  const seed = isIntroducing && markOf(index + 1) ? index + 1 : opens(index);
  const mark = markOf(seed);
  if (!mark) return null;
  const belongs = (at: number) => markOf(opens(at)) === mark && units[at]?.headings.at(-1)?.start === section;
  const extent = grow(seed, belongs);
  const starts = new Set(Array.from({ length: extent.to - extent.from + 1 }, (_, step) => opens(extent.from + step)));
  if (starts.size < 2) return null;
  const before = units[extent.from - 1];
  const isLedIn = before?.kind === "sentence" && text[before.end - 1] === ":";
  return isLedIn ? { from: extent.from - 1, to: extent.to } : extent;
}

function shapeOf(mark: string): string {
  return mark
    .trim()
    .replace(/[ivx]+|[a-z]/, "x")
    .replace(/\d+/, "1");
}

function grow(index: number, belongs: (at: number) => boolean): ListExtent {
  let from = index;
  let to = index;
  while (belongs(from - 1)) from--;
  while (belongs(to + 1)) to++;
  return { from, to };
}
