import type { Unit } from "../units/build-units";
import type { Quote } from "./answer-from-units";
import { countWords, isBare, isCut, isStatement, type PreparedDocument } from "./prepared-document";
import { isAsking } from "./score-units";

interface Span {
  start: number;
  end: number;
}

/** A quote in the words that are shown, and what it needs beside itself to be understood. */
export interface WordedQuote {
  text: string;
  /** What introduces its first item, where that stands outside the quote. */
  leadIn?: Span;
  /** What it only announces ("the following:"), where that stands outside the quote. */
  following?: Span & { text: string };
}

const MAX_WORDS = 60;
const hasEnd = /[.!?…:;,]["'”’»)\]]*(?:\[\d{1,3}\]|[¹²³⁴-⁹†‡*])*$/;

/** The telling units of a quote as one text, whole items behind what introduces them. */
export function wordQuote(document: PreparedDocument, quote: Quote, isFirst: boolean): WordedQuote {
  const { from, to, cores } = quote.units;
  // A unit longer than a quote was cut: its part is what can be shown.
  const opens = document.units[from] as Unit;
  const ends = document.units[to] as Unit;
  if (from === to && (opens.start < quote.start || ends.end > quote.end))
    return { text: `${opens.start < quote.start ? "… " : ""}${clean(document.text.slice(quote.start, quote.end))} …` };
  const telling = quote.isEntry ? { first: from, last: to } : tellingUnits(document, quote, isFirst);
  const { first } = telling;
  // The name of the next clause belongs to the next clause.
  const least = quote.isEntry ? first : Math.max(...cores);
  let { last } = telling;
  while (last > least && isBare(document.units[last] as Unit, document.text)) last--;
  const text = wordUnits(document, first, last);
  const opening = document.units[first] as Unit;
  const leadIn = opening.leadIn && opening.leadIn.start < quote.start ? opening.leadIn : undefined;
  const introduction = leadIn && document.text.slice(leadIn.start, leadIn.end);
  // A list that is quoted on from another quote was introduced there.
  const isKnown = quote.isEntry && introduction !== undefined && !isTurning(introduction) && cores[0] === from;
  const isPointing = /list_item|table_row/.test(document.units[last + 1]?.kind ?? "") && pointing.test(text);
  const following = isOpen(text) || isPointing ? findFollowing(document, last) : undefined;
  return {
    text,
    ...(leadIn && introduction && !isKnown && countWords(introduction) <= MAX_WORDS ? { leadIn } : {}),
    ...(following ? { following } : {}),
  };
}

/** "The following:" says nothing until what follows is there. */
export function isAnnouncing(text: string): boolean {
  return /(?::|[-–—]{2,}|—)["'”’)*]*$/.test(text);
}

/** "... are listed in the following table." */
const pointing = /\b(?:following|below)\b[^.:;]{0,40}\.$/i;

/** Says nothing until what follows is there: an announcement, a question in the papers, a sentence that the page has cut. */
function isOpen(text: string): boolean {
  return isAnnouncing(text) || isAsking(text) || isCut(text);
}

/** What turns an item round ("must not: ...") and must never be left out. */
export function isTurning(leadIn: string): boolean {
  return /\b(?:not|no|never|none|without|unless|except|exclud\w*|prohibit\w*|nicht|kein\w*|ohne|pas|sans|sauf)\b/i.test(
    leadIn,
  );
}

export function clean(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** What introduces an item, parted from it: the item above it often has no mark of its own. */
export function introducing(text: string): string {
  const words = clean(text);
  return hasEnd.test(words) || /[–—-]$/.test(words) ? words : `${words}:`;
}

/** From the first to the last unit for whose sake the quote was taken, with the list they belong to, or one neighbour for the best passage. */
function tellingUnits(document: PreparedDocument, quote: Quote, isFirst: boolean): { first: number; last: number } {
  const { from, to, cores } = quote.units;
  let first = Math.min(...cores);
  let last = Math.max(...cores);
  const coreUnit = document.units[cores[0] as number] as Unit;
  const isIntroducing = coreUnit.kind !== "heading" && /[:?]/.test(document.text[coreUnit.end - 1] ?? "");
  const list = isIntroducing ? coreUnit.start : coreUnit.leadIn?.start;
  if (list !== undefined) {
    while (first > from && isOfList(document.units[first - 1], list)) first--;
    while (last < to && isOfList(document.units[last + 1], list)) last++;
  } else if (cores.length === 1 && (isFirst || coreUnit.kind === "heading")) {
    if (last < to) last++;
    else if (first > from && coreUnit.kind !== "heading") first--;
  }
  return { first, last };
}

function isOfList(unit: Unit | undefined, leadInStart: number): boolean {
  return unit !== undefined && (unit.leadIn?.start === leadInStart || unit.start === leadInStart);
}

/** The items, rows or sentences behind an announcement, as many whole ones as a quote may hold. */
function findFollowing(document: PreparedDocument, last: number): (Span & { text: string }) | undefined {
  const { units, text } = document;
  const announcing = units[last] as Unit;
  const next = units[last + 1];
  if (!next || next.kind === "heading") return undefined;
  if (next.headings.at(-1)?.start !== announcing.headings.at(-1)?.start) return undefined;
  let to = last + 1;
  const isLike = (unit: Unit | undefined) =>
    unit !== undefined && unit.kind === next.kind && (unit.kind !== "sentence" || unit.block === next.block);
  while (isLike(units[to + 1]) && countWords(text.slice(next.start, units[to + 1]?.end)) <= MAX_WORDS) to++;
  const end = (units[to] as Unit).end;
  if (countWords(text.slice(next.start, end)) > MAX_WORDS) return undefined;
  return { start: next.start, end, text: wordUnits(document, last + 1, to) };
}

function wordUnits(document: PreparedDocument, first: number, last: number): string {
  const units = document.units.slice(first, last + 1);
  return units
    .map((unit, index) => joinPart(wordUnit(document, unit, units), unit, units[index + 1]))
    .filter((part) => part !== "")
    .join(" ");
}

function wordUnit(document: PreparedDocument, unit: Unit, shown: readonly Unit[]): string {
  const text = document.text.slice(unit.start, unit.end);
  if (unit.kind !== "table_row") return clean(text);
  const cells = text.split(" | ").map(clean);
  const header = shown.find((one) => one.isHeader && one.start === unit.header?.start);
  // The heads of columns stand before their values where both are quoted.
  if (unit.isHeader && shown.some((one) => one.header?.start === unit.start && one !== unit) && cells.length > 2)
    return "";
  const heads = header && cells.length > 2 ? document.text.slice(header.start, header.end).split(" | ").map(clean) : [];
  const [label, ...rest] = cells
    .map((cell, at) =>
      at > 0 && cell !== "" && heads.length === cells.length && heads[at] ? `${heads[at]}: ${cell}` : cell,
    )
    .filter((cell) => cell !== "");
  if (rest.length === 0) return label ?? "";
  return `${label}${heads.length === cells.length ? " –" : ":"} ${rest.join("; ")}`;
}

/** Items of a list are parted by semicolons where they bring no mark of their own. */
function joinPart(part: string, unit: Unit | undefined, next: Unit | undefined): string {
  if (part === "" || hasEnd.test(part) || unit === undefined) return part;
  if (unit.kind === "heading") return isStatement(part) ? `${part}.` : `${part}:`;
  return next ? `${part};` : part;
}
