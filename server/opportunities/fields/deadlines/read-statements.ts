import type { DeadlineKind } from "@/lib/vocabulary/opportunities";
import type { TenderDocument } from "../../tender-document";
import { dateOrderOf } from "../dates/date-order";
import { monthPattern } from "../dates/date-words";
import { isoDate } from "../dates/find-dates";
import { type DateReading, type DateWithTime, findDatesWithTimes, toStatedDeadline } from "../stated-dates";
import type { StatedDeadline } from "../stated-deadline";
import { beforeOldDate, movedWords, stepWords } from "./deadline-words";
import { type DateSurroundings, judgeDateKind, type KindJudgement } from "./judge-date-kind";
import { isNoDateOfTender } from "./no-date-of-tender";

/** A stated date with what grouping needs to know of it. */
export interface DeadlineStatement {
  deadline: StatedDeadline & { place: NonNullable<StatedDeadline["place"]> };
  /** How surely it is a date of its kind. */
  strength: number;
  /** The sentence moves an earlier date to this one. */
  isMoved: boolean;
  /** Named as the date that held before. */
  isOld: boolean;
  /** "phase 2", "lot 1", "rfi": a step of its own, or null. */
  step: string | null;
  /** Of a date without a year: its parts, and the deadline that it is in one year. */
  yearless?: {
    month: number;
    day: number;
    weekday: number | null;
    in: (year: number) => DeadlineStatement["deadline"];
  };
}

type Unit = TenderDocument["units"][number];

/** A date where it stands. */
interface FoundDate {
  document: TenderDocument;
  /** Which unit of the document it stands in, or begins in. */
  index: number;
  unit: Unit;
  text: string;
  /** All dates of the text, and which of them this is. */
  dates: DateWithTime[];
  at: number;
  date: DateWithTime;
}

/** A day, its hour and its zone, and nothing else of length between them. */
const tightSpan = 90;
/** Longest quote kept whole; longer sentences are cut around their date. */
const quoteLength = 420;
/** "Can the date be moved to 19 September?": what somebody asks for is no word of the buyer. */
const askedFactor = 0.5;
/** Units within which a paper says when it was issued. */
const topUnits = 40;

/** Every date of a document that is named as one of the procedure, typed, with its literal words. */
export function readStatements(document: TenderDocument, reading: DateReading = {}): DeadlineStatement[] {
  const order = reading.order ?? dateOrderOf([document.text]);
  const known = { ...reading, order };
  const found: DeadlineStatement[] = [];
  for (const [index, unit] of document.units.entries()) {
    if (unit.kind === "code") continue;
    const own = document.text.slice(unit.start, unit.end);
    if (!mayHoldDate(own) || asksBuyer.test(own)) continue;
    const { text, dates, whole } = withTimeBelow(document, index, own, findDatesWithTimes(own, known), known);
    for (const [at, date] of dates.entries()) {
      const statement = readStatement({ document, index, unit: whole, text, dates, at, date }, known);
      if (!statement) continue;
      found.push(statement);
      const second = dates.length === 1 ? secondKind(text, date, statement.deadline.kind) : null;
      if (second)
        found.push({ ...statement, strength: second.strength, deadline: { ...statement.deadline, kind: second.kind } });
    }
  }
  return found;
}

/** "Opening time: 10:30", a line of its own that holds no date. */
const timeLine = /^\W{0,3}(?:\p{L}+[ -]){0,4}(?:time|uhrzeit|heure|hora|ora|tijd|hour)(?!\p{L})[^:|\d]{0,24}[:|–-]/iu;

/** A form that asks for the date in one line and for the time in the next is read as one statement of both. */
function withTimeBelow(
  document: TenderDocument,
  index: number,
  text: string,
  dates: DateWithTime[],
  reading: DateReading,
): { text: string; dates: DateWithTime[]; whole: Unit } {
  const unit = document.units[index] as Unit;
  const below = document.units[index + 1];
  const [only] = dates;
  const alone = { text, dates, whole: unit };
  if (!below || dates.length !== 1 || !only || only.time || only.date.state !== "whole") return alone;
  const next = document.text.slice(below.start, below.end);
  if (next.length > 120 || !timeLine.test(next) || findDatesWithTimes(next, reading).length > 0) return alone;
  // Of the same length, but without the empty line that would part them.
  const both = document.text.slice(unit.start, below.end).replace(/\n/g, " ");
  const read = findDatesWithTimes(both, reading);
  return read.length === 1 && read[0]?.time ? { text: both, dates: read, whole: { ...unit, end: below.end } } : alone;
}

/** A document's dates of the procedure, in reading order. */
export function readDeadlines(document: TenderDocument, reading: DateReading = {}): StatedDeadline[] {
  return readStatements(document, reading).map(({ deadline }) => deadline);
}

/** "July 25th", "25. Juli": without a year. */
const yearless = new RegExp(
  `(?<!\\p{L})(?:(?:${monthPattern})\\.?\\s+(?:the\\s+)?\\d{1,2}(?:st|nd|rd|th)?|\\d{1,2}(?:st|nd|rd|th|er|\\.)?\\s+(?:of\\s+|de\\s+)?(?:${monthPattern}))(?!\\p{L}|\\d)`,
  "iu",
);

function mayHoldDate(text: string): boolean {
  return (
    yearless.test(text) ||
    /\d{4}|\d{1,2}[./-]\d|['’]\d\d|_{2,}|XX|\b(?:tb[dca]|to be|date|datum|wird|steht|définir|préciser|nader|bekend|mm)\b|confirmer|[dg]eterminar/iu.test(
      text,
    )
  );
}

function readStatement(found: FoundDate, reading: DateReading): DeadlineStatement | null {
  const { document, index, unit, text, dates, at, date } = found;
  const around = surroundings(found);
  const named = judgeDateKind(around) ?? namedByForm(document, index, text, date);
  if (!named) return null;
  const judged = beginsSpan(text, date, dates[at + 1]) && pairedKinds.has(named.kind) ? beginningOf(named) : named;
  // "Contract from 15 June 2031 to 14 June 2033": the second is no start.
  const before = dates[at - 1];
  if (judged.kind === "start" && before && beginsSpan(text, before, date)) return null;
  const isBlank = date.date.state === "blank" || date.date.state === "no_year";
  if (isBlank && !isNamedBlank(judged, around, date)) return null;
  const words = { before: text.slice(0, date.start), after: text.slice(date.end) };
  if (!isBlank && isNoDateOfTender(words, judged.kind === "issued")) return null;
  // Laws, standards and policies are dated too; a paper's own date stands at its top.
  if (judged.kind === "issued" && index > topUnits && !around.label) return null;
  const start = unit.start + date.start;
  const span = quoteSpan(document.text, unit, start, unit.start + date.end);
  const place = { document: document.id, ...span, ...(unit.page === undefined ? {} : { page: unit.page }) };
  const quote = document.text.slice(span.start, span.end);
  const isOld = beforeOldDate.test(text.slice(0, date.start)) && movedWords.test(text);
  const isAsked = /^[^.?!\n|]*\?/u.test(text.slice(date.end));
  const toDeadline = (one: DateWithTime) => ({
    ...toStatedDeadline(one, { kind: judged.kind, quote }, reading),
    place,
  });
  return {
    deadline: toDeadline(date),
    ...yearlessPart(text, date, toDeadline),
    strength: judged.strength * (isAsked ? askedFactor : 1),
    isMoved: !isOld && !isAsked && movedWords.test(text.slice(0, date.start)),
    isOld,
    step: judged.kind === "site_visit" ? visitOf(around, place) : stepOf(document, around),
  };
}

/** "3. Question: Is there flexibility past October 3": a bidder's words, with a mark of asking or without. */
const asksBuyer = /^\W{0,3}(?:\d{1,3}[.)]\s*)?(?:q|question)\s*#?\d*\s*[:.–-]\s+\p{L}/iu;

/** What recurs or is no day of the procedure needs no year. */
const recurring =
  /(?<!\p{L})(?:each|every|annual(?:ly)?|yearly|fiscal|calendar year|season|holidays?|invoices?|reports?|jedes jahr|jährlich|chaque|cada)(?!\p{L})/iu;

function yearlessPart(
  text: string,
  found: DateWithTime,
  toDeadline: (found: DateWithTime) => DeadlineStatement["deadline"],
): Pick<DeadlineStatement, "yearless"> {
  const { state, month, day, weekday } = found.date;
  if (state !== "no_year" || !month || !day || recurring.test(text)) return {};
  const inYear = (year: number) => {
    const note = `No year is stated; taken as ${year}, as the request’s other dates tell.`;
    const deadline = toDeadline({
      ...found,
      date: { ...found.date, state: "whole", date: isoDate(year, month, day), note },
    });
    return { ...deadline, flags: [...deadline.flags, "relative" as const] };
  };
  return { yearless: { month, day, weekday: weekday ?? null, in: inYear } };
}

/** "10 November - 9 January", "from 3 May to 10 May": the day on which something begins that ends on the next one named. */
function beginsSpan(text: string, date: DateWithTime, next: DateWithTime | undefined): boolean {
  return (
    next !== undefined &&
    !movedWords.test(text) &&
    /^[\s,]*(?:-|–|—|to|through|thru|until|till|bis(?: zum)?|au|jusqu['’]au|al|hasta|fino al|tot)[\s,]*(?:the\s+|el\s+|le\s+|den\s+)?$/iu.test(
      text.slice(date.end, next.start),
    )
  );
}

/** Until then is not from then: the first day of a period for bids or questions is no last day for them. */
function beginningOf(named: KindJudgement): KindJudgement {
  return { ...named, kind: "other" };
}

/** Ends that a schedule may name in one line. */
const pairedKinds: ReadonlySet<DeadlineKind> = new Set(["submission", "questions", "intent_to_bid"]);
/** A line of a schedule no longer than this may name two ends of one day. */
const scheduleLine = 120;

/** "6 July: the tender closes, the period for questions closes": the other of two ends that one line of a schedule names for its day. */
function secondKind(text: string, date: DateWithTime, first: DeadlineKind): KindJudgement | null {
  if (text.length > scheduleLine || !pairedKinds.has(first)) return null;
  const said = `${text.slice(0, date.start)} ${text.slice(date.end)}`.trim();
  const parts = said.split(/[,;]|(?<!\p{L})(?:and|und|et)(?!\p{L})|&/u).filter((part) => /\p{L}{3}/u.test(part));
  if (parts.length !== 2) return null;
  const judged = parts.map((part) => judgeDateKind({ lead: part.trim(), tail: "", headings: [], isBare: false }));
  if (judged.some((one) => !one || one.strength < 2.2)) return null;
  const kinds = new Set(judged.map((one) => one?.kind));
  if (kinds.size !== 2 || ![...kinds].every((kind) => kind && pairedKinds.has(kind)) || !kinds.has("questions"))
    return null;
  return judged.find((one) => one?.kind !== first) ?? null;
}

const formLabel =
  /(?<!\p{L})(?:(?:offers?|quotes?|quotations?|bids?|proposals?|tenders?|responses?) due(?: date)?|due date\s*\/\s*local time|closing date(?: and time)?)(?!\p{L})/iu;
/** How far above its value a printed form's label may stand, in units and in letters. */
const formReach = { units: 6, letters: 200 };

/** A date and a time alone in a printed form, whose labels the page sets apart from what is filled in. */
function namedByForm(document: TenderDocument, index: number, text: string, date: DateWithTime): KindJudgement | null {
  if (!date.time || text.trim().length - (date.end - date.start) > 12) return null;
  for (const unit of document.units.slice(Math.max(0, index - formReach.units), index).reverse()) {
    const above = document.text.slice(unit.start, unit.end);
    if (above.length > formReach.letters) return null;
    if (formLabel.test(above)) return { kind: "submission", strength: 2 };
  }
  return null;
}

/** "To be determined" stands for much else; as a date it must be named as one, close by. */
function isNamedBlank(judged: KindJudgement, around: DateSurroundings, date: DateWithTime): boolean {
  if (judged.strength < 2.2 || judged.kind === "other" || around.lead.length > 160) return false;
  const named = `${around.label ?? ""} ${around.lead} ${around.previous ?? ""}`;
  if (
    date.date.state === "blank" &&
    /(?<!\p{L})(?:location|place|address|method|format|where|who|name|contact|issues?|ort|lieu|lugar|luogo)(?!\p{L})/iu.test(
      named,
    )
  )
    return false;
  return judged.kind !== "issued" || date.date.state === "blank";
}

function surroundings({ document, index, unit, text, dates, at, date }: FoundDate): DateSurroundings {
  const slice = (span: { start: number; end: number } | undefined) => span && document.text.slice(span.start, span.end);
  const cell = cellSpan(document, unit, unit.start + date.start);
  const from = Math.max(dates[at - 1]?.end ?? 0, cell ? cell.start - unit.start : 0);
  const to = Math.min(dates[at + 1]?.start ?? text.length, cell ? cell.end - unit.start : text.length);
  const own = text.slice(from, date.start);
  // "from 3 May to 10 May", "on 3 and 10 May": what names the first names the second.
  const isLinked =
    from > 0 &&
    !cell &&
    /^[\s,]*(?:to|until|through|and|or|auf|bis|und|au|et|al|y|a|e|naar|en|–|-|&)?(?:\s+(?:the|den|le|el))?\s*$/iu.test(
      own,
    );
  const lead = isLinked ? `${text.slice(0, dates[0]?.start ?? 0)} ${own}` : own;
  // Between a day and its hour may stand what is due then.
  const isTight = date.time && date.zone && date.end - date.start < tightSpan;
  const between = isTight ? "" : text.slice(date.date.end, Math.max(date.date.end, date.end));
  const tail = `${between} ${text.slice(date.end, to)}`.slice(0, 160);
  const before = document.units[index - 1];
  const isBare = text.length - (date.end - date.start) < 25;
  const isLabel = before && (isBare || /:\s*$/.test(slice(before) ?? "")) && before.end - before.start < 90;
  const label =
    cellBefore(document, unit, cell) ??
    (unit.label && cell?.start !== unit.label.start ? slice(unit.label) : undefined);
  return {
    lead,
    tail,
    headings: unit.headings.map((span) => slice(span) ?? "").reverse(),
    isBare: isBare || unit.kind === "table_row",
    ...(label ? { label } : {}),
    ...(cell ? { column: columnHead(document, unit, cell.column) } : {}),
    ...(unit.leadIn ? { leadIn: slice(unit.leadIn) } : {}),
    ...(isLabel && unit.kind !== "table_row" ? { previous: slice(before) } : {}),
  };
}

function cellSpan(document: TenderDocument, unit: Unit, offset: number) {
  if (unit.kind !== "table_row") return undefined;
  return document.blocks[unit.block]?.cells?.find((cell) => cell.start <= offset && offset < cell.end);
}

/** In a row of several labels with their values, the cell before the date's, when its words name a date. */
function cellBefore(document: TenderDocument, unit: Unit, cell: { start: number } | undefined): string | undefined {
  if (!cell) return undefined;
  const cells = document.blocks[unit.block]?.cells ?? [];
  const before = cells.findLast((one) => one.end <= cell.start && one.end > one.start);
  if (!before || before.start === unit.label?.start) return undefined;
  const text = document.text.slice(before.start, before.end);
  return text.length < 80 && judgeDateKind({ lead: "", tail: "", label: text, headings: [], isBare: true })
    ? text
    : undefined;
}

function columnHead(document: TenderDocument, unit: Unit, column: number): string {
  const header = document.blocks.find((block) => block.start === unit.header?.start && block.end === unit.header.end);
  const cell = header?.cells?.find((one) => one.column === column);
  return cell ? document.text.slice(cell.start, cell.end) : "";
}

/** The unit, or of a long one the sentence's part around the date. */
function quoteSpan(text: string, unit: Unit, start: number, end: number): { start: number; end: number } {
  const last = text.slice(unit.start, unit.end).trimEnd().replace(/\\$/, "").trimEnd().length;
  if (last <= quoteLength) return { start: unit.start, end: Math.max(end, unit.start + last) };
  const from = Math.max(unit.start, start - 240);
  const to = Math.min(unit.end, end + 120);
  const opening = from === unit.start ? 0 : Math.max(0, text.slice(from, start).search(/\s/) + 1);
  const rest = text.slice(end, to);
  const closing = to === unit.end ? rest.length : Math.max(0, rest.lastIndexOf(" "));
  return { start: from + opening, end: end + closing };
}

/** Meetings with bidders and visits to a place are two events; of sessions, or of dates that only stand in a list, each is one of its own. */
function visitOf({ lead, tail, label }: DateSurroundings, place: { document: string; start: number }): string {
  const said = `${label ?? ""} ${lead} ${tail}`;
  const event =
    /(?<!\p{L})(?:meetings?|conferences?|briefings?|webinars?|information (?:sessions?|days?)|industry day)(?!\p{L})/iu.test(
      said,
    )
      ? "meeting"
      : /(?<!\p{L})(?:visits?|inspections?|tours?|walk(?:-?through)?|besichtigung|ortstermin|visite|visita|sopralluogo|schouw)/iu.test(
            said,
          )
        ? "visit"
        : null;
  const isOneOfSeveral =
    /(?<!\p{L})(?:first|second|third|either|alternative(?:ly)?|additional|another|also|again|sessions|tours|visits|meetings|dates|group [a-z\d]|lot \d+|site [a-z\d](?!\p{L})|(?:from|between|to|until|through)\s*$)/iu;
  return event === null || isOneOfSeveral.test(said) ? `${place.document} ${place.start}` : event;
}

function stepOf(document: TenderDocument, around: DateSurroundings): string | null {
  const named = [around.lead, around.label, around.previous, around.leadIn].map((text) =>
    text?.match(stepWords)?.at(-1),
  );
  const step = named.find((match) => match !== undefined) ?? document.path.replace(/[_-]+/g, " ").match(stepWords)?.[0];
  return step
    ? step
        .toLowerCase()
        .replace(/\s+/g, " ")
        .replace(/^requests? for information$/, "rfi")
    : null;
}
