import { contentStems } from "../retrieval/tokens";
import type { Unit } from "../units/build-units";
import type { ExtractiveAnswer, Quote } from "./answer-from-units";
import { countWords, type PreparedDocument } from "./prepared-document";

export interface ComposedCitation {
  documentIndex: number;
  start: number;
  end: number;
  page?: number;
}

/** A sentence of an answer in the documents' own words, with the passages that it rests on (the first holds its main part). */
export interface ComposedSentence {
  text: string;
  citations: ComposedCitation[];
  /** It may matter, but something else answers far more surely; after all that do. */
  isAside: boolean;
}

const MAX_CITATIONS = 5;
const MAX_WORDS = 60;
/** A passage that stands so far behind the best one tells something else; found on tender questions, where no answer was lost. */
const NOISE = 0.0015;
/** One that stands behind this is shown apart: three in four of them said nothing about the question. */
const MAIN = 0.3;

/**
 * An answer without a model: the literal sentences of the quotes, best first, without list marks, items behind the sentence that
 * introduces them, nothing said twice. Every sentence still has to pass the gate.
 */
export function composeExtractive(
  answer: ExtractiveAnswer,
  documents: readonly PreparedDocument[],
): ComposedSentence[] {
  const sentences: ComposedSentence[] = [];
  const said: Set<string>[] = [];
  let citations = 0;
  for (const [rank, quote] of answer.quotes.entries()) {
    if (citations >= MAX_CITATIONS) break;
    // Of a part that the documents do not answer nothing is said as if they did.
    if (answer.isAnswered && !answer.parts[quote.part]?.isAnswered) continue;
    if (isFarBehind(answer, quote)) continue;
    const document = documents[quote.documentIndex] as PreparedDocument;
    const { text, leadIn } = wordQuote(document, quote, quote.standing === 1);
    if (text === "") continue;
    const stems = new Set(contentStems(text, document.language));
    // Entries of one list are alike.
    if (!quote.isEntry && said.some((other) => isRepeat(stems, other))) continue;
    said.push(stems);
    const cited: ComposedCitation[] = [
      { documentIndex: quote.documentIndex, start: quote.start, end: quote.end, ...pageOf(quote.page) },
    ];
    const waiting = answer.quotes.length - rank - 1;
    const hasRoom = citations + 2 + waiting <= MAX_CITATIONS;
    // What turns an item round must never be left out; other introductions come along while there is room.
    if (
      leadIn &&
      citations + 2 <= MAX_CITATIONS &&
      (hasRoom || isTurning(document.text.slice(leadIn.start, leadIn.end)))
    ) {
      cited.push({ documentIndex: quote.documentIndex, start: leadIn.start, end: leadIn.end, ...pageOf(quote.page) });
    }
    citations += cited.length;
    sentences.push({
      text: leadIn && cited.length === 2 ? `${clean(document.text.slice(leadIn.start, leadIn.end))} ${text}` : text,
      citations: cited,
      isAside: quote.standing < MAIN,
    });
  }
  return sentences.sort((a, b) => Number(a.isAside) - Number(b.isAside));
}

/** Comparisons need every place they can get; other answers are not made longer by what matches half as well. */
function isFarBehind({ parts }: ExtractiveAnswer, quote: Quote): boolean {
  const question = parts[quote.part]?.question;
  return !question?.isList && !question?.isComparison && quote.standing < NOISE;
}

function isTurning(leadIn: string): boolean {
  return /\b(?:not|no|never|none|without|unless|except|exclud\w*|prohibit\w*|nicht|kein\w*|ohne|pas|sans|sauf)\b/i.test(
    leadIn,
  );
}

function pageOf(page: number | undefined): { page?: number } {
  return page === undefined ? {} : { page };
}

/** The telling units of a quote as one text; `leadIn` is what introduces its first item, where that stands outside the quote. */
function wordQuote(
  document: PreparedDocument,
  quote: Quote,
  isFirst: boolean,
): { text: string; leadIn?: { start: number; end: number } } {
  const { from, to, cores } = quote.units;
  // A unit longer than a quote was cut: its part is what can be shown.
  const opens = document.units[from] as Unit;
  const ends = document.units[to] as Unit;
  if (from === to && (opens.start < quote.start || ends.end > quote.end))
    return { text: `${opens.start < quote.start ? "… " : ""}${clean(document.text.slice(quote.start, quote.end))} …` };
  const { first, last } = quote.isEntry ? { first: from, last: to } : tellingUnits(document, quote, isFirst);
  const units = document.units.slice(first, last + 1);
  const parts = units.map((unit) => wordUnit(document, unit));
  const text = parts.map((part, index) => joinPart(part, units[index], units[index + 1])).join(" ");
  const opening = document.units[first] as Unit;
  const leadIn = opening.leadIn && opening.leadIn.start < quote.start ? opening.leadIn : undefined;
  const introduction = leadIn && document.text.slice(leadIn.start, leadIn.end);
  // A list that is quoted on from another quote was introduced there.
  const isKnown = quote.isEntry && introduction !== undefined && !isTurning(introduction) && cores[0] === from;
  return leadIn && introduction && !isKnown && countWords(introduction) <= MAX_WORDS ? { text, leadIn } : { text };
}

/** From the first to the last unit for whose sake the quote was taken, with the list they belong to, or one neighbour for the best passage. */
function tellingUnits(document: PreparedDocument, quote: Quote, isFirst: boolean): { first: number; last: number } {
  const { from, to, cores } = quote.units;
  let first = Math.min(...cores);
  let last = Math.max(...cores);
  const coreUnit = document.units[cores[0] as number] as Unit;
  const isIntroducing = coreUnit.kind !== "heading" && document.text[coreUnit.end - 1] === ":";
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

function wordUnit(document: PreparedDocument, unit: Unit): string {
  const text = document.text.slice(unit.start, unit.end);
  if (unit.kind !== "table_row") return clean(text);
  const cells = text
    .split(" | ")
    .map(clean)
    .filter((cell) => cell !== "");
  const [label, ...rest] = cells;
  return rest.length === 0 ? (label ?? "") : `${label}: ${rest.join("; ")}`;
}

/** Items of a list are parted by semicolons where they bring no mark of their own. */
function joinPart(part: string, unit: Unit | undefined, next: Unit | undefined): string {
  if (/[.!?:;,]["'”’)]*$/.test(part) || unit === undefined) return part;
  if (unit.kind === "heading") return `${part}:`;
  return next ? `${part};` : part;
}

function clean(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function isRepeat(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  let shared = 0;
  for (const stem of a) if (b.has(stem)) shared++;
  return shared / Math.max(1, Math.min(a.size, b.size)) > 0.8;
}
