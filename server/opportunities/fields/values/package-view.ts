import type { Place, TenderDocument } from "../../tender-document";
import { type DocumentStanding, standingOf } from "../deadlines/document-standing";
import { type LabelledValue, labelledValues } from "./labelled-values";

export type Unit = TenderDocument["units"][number];

export interface Span {
  start: number;
  end: number;
}

/** A document with what every reader of fields asks of it, worked out once. */
export interface DocumentView {
  document: TenderDocument;
  standing: DocumentStanding;
  /** How much its word counts for fields that stand on a title page. */
  weight: number;
  /** Units before the first long sentence: title page, letter head, table of particulars. */
  front: Unit[];
  labelled: LabelledValue[];
}

const solicitationNames =
  /(?<!\p{L})(?:rf[pqit]|rfx|itt|itb|ifb|iftb|(?:task|delivery|call) order request|solicitation|invitation|request for|tender notice|notice|bekanntmachung|aufforderung|avis|règlement|pliego|bando|disciplinare|leidraad|swz|combined synopsis)(?!\p{L})/iu;

/** Papers that come with a solicitation and speak for its part only. */
const attachedNames =
  /(?<!\p{L})(?:qasp|quality assurance surveillance|nda|non-?disclosure|template|form|pric(?:e|ing)|attachment|appendix|annex|anlage|annexe|questions and answers|q ?& ?a|roles and responsibilities|oral presentations?|ordering guide|slides|agenda)(?!\p{L})/iu;

export function viewOf(document: TenderDocument): DocumentView {
  const standing = standingOf(document);
  const path = document.path.replace(/[_-]+/g, " ");
  const opening = document.units.slice(0, 12).map((unit) => textOf(document, unit));
  const isSolicitation =
    solicitationNames.test(path) || opening.some((text) => text.length < 80 && solicitationNames.test(text));
  const isAttached =
    attachedNames.test(path) || opening.slice(0, 3).some((text) => text.length < 90 && attachedNames.test(text));
  const rank = /\b(?:licen[cs]e|contributing)\b/i.test(path) ? 0 : isAttached ? 0.8 : isSolicitation ? 1.3 : 1;
  return {
    document,
    standing,
    weight: standing.weight * rank,
    front: frontOf(document),
    labelled: labelledValues(document),
  };
}

/** Neither a label with its value nor an address, whose lines a page has run into one. */
function isProse(text: string): boolean {
  return !/^[^.]{0,60}:\s/.test(text) && /\p{Ll}{2}\)?[.:;,”"]*\s*$/u.test(text);
}

function frontOf(document: TenderDocument): Unit[] {
  const first = document.units.findIndex(
    (unit) => unit.kind === "sentence" && unit.end - unit.start > 150 && isProse(textOf(document, unit)),
  );
  return document.units.slice(0, Math.min(first === -1 ? 30 : first + 1, 40));
}

export function textOf(document: TenderDocument, span: Span): string {
  return document.text.slice(span.start, span.end);
}

export function plain(text: string): string {
  return text
    .replace(/\*\*|__/g, " ")
    .replace(/[\s\\]+/g, " ")
    .trim();
}

/** Cuts white space and trailing marks off a span, so that the quote is what people would mark. */
export function trimmed(document: TenderDocument, span: Span): Span {
  let { start, end } = span;
  while (start < end && leadMarks.has(document.text[start] ?? "")) start += 1;
  while (end > start && tailMarks.has(document.text[end - 1] ?? "")) end -= 1;
  return { start, end };
}

/** Looked up one by one: a pattern would take the square of a long rule of "____". */
const leadMarks = new Set(' \t\n\u00a0"“”„*_:|–-');
const tailMarks = new Set(' \t\n\u00a0"“”\\*_:;,|');

export function placeOf(document: TenderDocument, span: Span, unit?: Unit): Place {
  return {
    document: document.id,
    start: span.start,
    end: span.end,
    ...(unit?.page === undefined ? {} : { page: unit.page }),
  };
}

export function contentTokens(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((token) => !stopWords.has(token));
}

const stopWords = new Set(
  "the of and for a an to in on at by with from its this that der die das und für des von zur zum le la les du de et pour el los las y para il lo gli di e per het een en voor".split(
    " ",
  ),
);
