import { weightIn } from "./factor-weight";
import { type DocumentView, textOf, type Unit } from "./package-view";

const bareWeight = /^\(?\s*(?<weight>\d{1,3}(?:[.,]\d+)?)\s*\)?$/;
const criteriaHead =
  /(?<!\p{L})(?:criteri\p{L}*|kriteri\p{L}*|factors?|weight(?:s|ings?)?|gewicht\p{L}*|critères?|pondération|points|scores?|marks)(?!\p{L})/iu;
/** The column of names in such a table. */
const nameHead = /(?<!\p{L})(?:criteri\p{L}*|kriteri\p{L}*|factors?|critères?|description|element)(?!\p{L})/iu;
/** The column of weights. */
const weightHead =
  /^(?!.*(?<!\p{L})(?:min(?:imum|\.)?|pass)(?!\p{L})).*(?<!\p{L})(?:weight(?:s|ings?)?|importance|points?|marks|scores?|gewicht\p{L}*|pondération|punkte)(?!\p{L})/iu;
/** "most important", "second", "equal to price": a weight in words. */
const rank =
  /^(?:(?:the )?(?:most|least|more|less|equally|significantly \w+|approximately equal)(?: important)?|first|second|third|fourth|fifth|sixth|high(?:est)?|medium|low(?:est)?|equal)\b.{0,30}$/iu;
const total = /^\W*(?:sub-?)?total|^\W*(?:gesamt|summe|insgesamt)/iu;
const number = /^\(?(?:[A-Z]?\d+(?:\.\d+)*|[A-Z])[.):]?\s+/;
/** So far above its row a table's head may stand: a table goes on over pages, between their footers. */
const reach = { rows: 40, others: 3 };
const longestName = 110;

/** "Quality | 60 %": the factor of a table's row and its weight, under a head or heading that speaks of criteria. */
export function factorInRow(
  view: DocumentView,
  at: number,
  isWithin: boolean,
): { name: string; weight: string | null } | null {
  const unit = view.document.units[at] as Unit;
  const cells = cellsOf(view, unit);
  const head = headAbove(view, at);
  if (unit.isHeader || cells.length < 2 || isHead(cells) || (!head && !isWithin)) return null;
  const weights = cells.map((cell, index) => {
    const bare = head ? bareWeight.exec(cell)?.groups?.weight : undefined;
    const inWords = weightHead.test(head?.[index] ?? "") ? rank.exec(cell)?.[0] : undefined;
    return bare ?? inWords ?? (cell.length < 30 ? weightIn(cell) : null);
  });
  // Of several columns of figures the one that is called a weight holds it, not a least score or a page number.
  const called = head?.length === cells.length ? head.findIndex((cell) => weightHead.test(cell)) : -1;
  const last = weights[called] ? called : weights.findLastIndex((weight) => weight !== null);
  if (last < 0 || cells.some((cell) => total.test(cell))) return null;
  const named = head && head.length === cells.length ? head.findIndex((cell) => nameHead.test(cell)) : -1;
  const candidates = named >= 0 && named !== last ? [cells[named] ?? ""] : cells.filter((_, index) => index !== last);
  const cell = candidates.find((text) => /\p{L}{3}/u.test(text));
  const name = cell && nameOf(cell.replace(number, ""));
  return name ? { name, weight: weights[last] ?? null } : null;
}

function cellsOf(view: DocumentView, unit: Unit): string[] {
  return (view.document.blocks[unit.block]?.cells ?? []).map((cell) => textOf(view.document, cell).trim());
}

/** The table's own head, or a row of headings among the rows above: "Delivery plan | Maximum points". */
function headAbove(view: DocumentView, at: number): string[] | null {
  const { units } = view.document;
  let others = 0;
  for (let index = at - 1; index >= Math.max(0, at - reach.rows); index--) {
    const unit = units[index] as Unit;
    if (unit.kind === "heading") return null;
    if (unit.kind !== "table_row") {
      others += 1;
      if (others > reach.others || unit.end - unit.start > 60) return null;
      continue;
    }
    const cells = cellsOf(view, unit);
    if (isHead(cells)) return cells;
  }
  return null;
}

function isHead(cells: readonly string[]): boolean {
  return (
    cells.length > 1 &&
    cells.some((cell) => cell.length < 60 && criteriaHead.test(cell)) &&
    cells.every((cell) => cell.length < 80 && !bareWeight.test(cell) && weightIn(cell) === null)
  );
}

/**
 * A short cell is the name. A long one begins with it: "Safety Programme Bidders with ...", whose line break is lost, so that the last
 * capital before the small letters belongs to the explanation.
 */
function nameOf(cell: string): string | null {
  if (cell.length < longestName) return cell;
  const beforeColon = /^[^.;:]{4,80}(?=\s*[:–—])/u.exec(cell)?.[0];
  if (beforeColon) return beforeColon;
  const words = cell.trim().split(/\s+/);
  // Word by word: one pattern over all of them would try every way to cut a line of capitals.
  const end = words.findIndex((word) => !isCapitalised(word) && !linkingWord.test(word));
  const lead = words.slice(0, Math.max(0, end));
  const named = lead.filter(isCapitalised).length;
  const isLead = named >= 2 && named <= mostNameWords && /^\p{Ll}/u.test(words[end] ?? "");
  return isLead ? lead.slice(0, -1).join(" ") : null;
}

const mostNameWords = 14;
const linkingWord = /^(?:and|of|the|for|&|\/|in|to)$/u;
const isCapitalised = (word: string) => word.length < 60 && /^[^.:;\p{Ll}]*\p{Lu}[\p{L}’'/&-]*,?$/u.test(word);
