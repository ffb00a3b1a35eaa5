import { monthNumber, monthPattern, ordinalNumber, ordinalPattern, weekdayNumber, weekdayPattern } from "./date-words";

export type DateOrder = "day_first" | "month_first";

/**
 * A date as written. `whole` has a calendar date; `impossible` has one that no calendar has, or whose weekday is another;
 * `order_unclear` is numeric and may be read two ways; `no_year` lacks the year; `blank` is a gap that somebody was to fill.
 */
export interface DateMention {
  start: number;
  end: number;
  state: "whole" | "impossible" | "order_unclear" | "no_year" | "blank";
  /** "2026-03-29" of `whole`. */
  date: string | null;
  month: number | null;
  day: number | null;
  /** The one that is stated, Monday 1 to Sunday 7. */
  weekday?: number | null;
  /** Why it is impossible, or how it was read, for people. */
  note: string | null;
  /** The order that a numeric date proves by itself (a part above 12, or its weekday). */
  proves: DateOrder | null;
}

interface Parts {
  start: number;
  end: number;
  year: number | null;
  month: number;
  day: number;
  weekday: number | null;
}

const weekday = `(?:(?<weekday>${weekdayPattern})\\.?,?\\s+(?:the\\s+|den\\s+|dem\\s+|le\\s+|el\\s+|dia\\s+|día\\s+)?)?`;
const weekdayAfter = `(?:,?\\s*\\(\\s*(?<weekdayAfter>${weekdayPattern})\\.?\\s*\\))?`;
const dayNumber = `(?<day>\\d{1,2})(?:st|nd|rd|th|er|ère|º|°|ª|\\.)?`;
const notATime = `(?!\\d|[:.]\\d|\\s*(?:noon|midday|[ap]\\.?m\\b|uhr|hrs|hours|h\\b|o['’]clock|%|days|tage|jours))`;
const year = `(?:in the year\\s+(?:of our lord\\s+)?)?(?<year>\\d{4}(?!\\d)|['’]\\d{2}(?!\\d))`;

const dayFirst = new RegExp(
  `${weekday}(?:the\\s+)?(?<![\\d.,/:])(?:${dayNumber}|(?<dayWord>${ordinalPattern}))(?:\\s+day)?[\\s\\-–/.]*(?:of\\s+|de\\s+|d['’])?` +
    `(?<month>${monthPattern})\\.?(?:[\\s\\-–/,]*(?:de\\s+|del\\s+|of\\s+)?${year}|[\\-–/\\s](?<shortYear>\\d{2})${notATime}|(?<=(?<!\\d)\\d{2}\\p{L}{3})(?<gluedYear>\\d{2})(?!\\d))?${weekdayAfter}`,
  "giu",
);
const monthFirst = new RegExp(
  `${weekday}(?<!\\p{L})(?<month>${monthPattern})\\.?\\s*[-–]?\\s*(?:the\\s+)?(?:(?<day>\\d{1,2})(?!\\d)(?:st|nd|rd|th)?|(?<dayWord>${ordinalPattern}))(?:\\s*(?:[-–]|and|&|or|to)\\s*(?<lastDay>\\d{1,2})(?!\\d|:|\\s*[ap]\\.?m)(?:st|nd|rd|th)?)?` +
    `(?:[\\s,\\-–/]+${year}|-(?<shortYear>\\d{2})(?![\\d:]))?${weekdayAfter}`,
  "giu",
);
const yearFirst = new RegExp(
  `${weekday}(?<![\\d./-])(?<year>\\d{4})(?<mark>[-/.])(?<month>\\d{1,2})\\k<mark>(?<day>\\d{1,2})(?!\\d|[./-]\\d)${weekdayAfter}`,
  "giu",
);
const numeric = new RegExp(
  `${weekday}(?<![\\d./-])(?<a>\\d{1,2})(?<mark>[./-])\\s?(?<b>\\d{1,2})\\k<mark>\\s?(?<year>\\d{4}|2\\d{4}|\\d{2})(?!\\d|[./-]\\d|\\s*%)${weekdayAfter}`,
  "giu",
);

const blanks = new RegExp(
  [
    `\\bX{2,}\\s+X{1,2},?\\s*(?:\\d{4}|20XX)`,
    `\\bX{2,4}[./-]X{2,4}[./-](?:\\d{4}|X{2,4}|20XX)`,
    `(?<!\\p{L})${monthPattern}\\s+(?:X{1,2}|_{2,12}|\\[[^\\]\\n]{0,12}\\]),?(?:\\s*(?:\\d{4}|20XX))?`,
    `(?:\\bX{1,2}\\b|(?<!_)_{2,12}|\\[[^\\]\\n]{0,12}\\])\\.?\\s+(?:${monthPattern}|X{2,4}|_{2,12}|\\[[^\\]\\n]{0,12}\\])\\s*,?\\s*(?:20\\d{2}|20XX|20__|X{4})`,
    `(?<!_)_{2,12}\\s*[./-]\\s*_{2,12}\\s*[./-]\\s*(?:\\d{2,4}|_{2,12})`,
    `\\b(?:dd|tt|jj|gg)[./-]mm[./-](?:yyyy|jjjj|aaaa|yy)\\b`,
    `[\\[<(]\\s*(?:insert\\s+|enter\\s+|add\\s+|the\\s+)*(?:closing\\s+|due\\s+|submission\\s+)?(?:date|datum|fecha|data)(?:\\s+(?:and|&)\\s+time|\\s+here|\\s+to be\\s+\\w+|\\s+of\\s+\\w+)?\\s*[\\]>)]`,
    `\\b(?:TBD|TBC|TBA|tbd|tbc|tba)\\b`,
    `\\bto be (?:determined|confirmed|announced|advised|decided|agreed|set)\\b`,
    `\\bwird (?:noch )?(?:bekannt\\s?gegeben|festgelegt|mitgeteilt|bestimmt)\\b`,
    `\\bsteht noch nicht fest\\b`,
    `(?<!\\p{L})à (?:définir|preciser|préciser|confirmer|déterminer)(?!\\p{L})`,
    `\\b(?:por (?:determinar|definir|confirmar)|da (?:definire|stabilire)|nog niet bekend|nader te bepalen|do ustalenia)\\b`,
  ].join("|"),
  "giu",
);

/** Every date of a text in reading order, none overlapping. `order` is what the document proves elsewhere. */
export function findDates(text: string, order: DateOrder | null = null): DateMention[] {
  const found: DateMention[] = [];
  const add = (mention: DateMention) => {
    if (!found.some((other) => mention.start < other.end && other.start < mention.end)) found.push(mention);
  };
  for (const match of text.matchAll(yearFirst)) add(fromParts(partsOf(match, Number(match.groups?.month))));
  for (const match of text.matchAll(numeric)) {
    const mention = fromNumeric(match, order);
    if (mention) add(mention);
  }
  for (const match of text.matchAll(blanks)) add(blankAt(match));
  const named = [
    ...[...text.matchAll(dayFirst)].map((match) => namedDate(match, false)),
    ...[...text.matchAll(monthFirst)].map((match) => namedDate(match, true)),
  ].filter((mention) => mention !== null);
  // Where both readings meet ("4 January 12, 2017"), the one with a year is the date.
  named.sort((a, b) => Number(a.state === "no_year") - Number(b.state === "no_year") || a.start - b.start);
  for (const mention of named) add(mention);
  return found.sort((a, b) => a.start - b.start);
}

function namedDate(match: RegExpMatchArray, isMonthFirst: boolean): DateMention | null {
  const word = match.groups?.month ?? "";
  const month = monthNumber(word);
  if (month === undefined) return null;
  const parts = partsOf(match, month);
  // "you may 1) ask" and "mar 3" in lower case are words, not months.
  const isCapital = word[0] !== word[0]?.toLowerCase();
  if (parts.year === null && !isCapital && (isMonthFirst || word.length < 5)) return null;
  if (parts.day > 31 && parts.year === null) return null;
  return fromParts(parts);
}

function partsOf(match: RegExpMatchArray, month: number): Parts {
  const groups = match.groups ?? {};
  const start = match.index ?? 0;
  const yearText = groups.year ?? groups.shortYear ?? groups.gluedYear;
  const dayOfWeek = groups.weekday ?? groups.weekdayAfter;
  return {
    start,
    end: start + match[0].trimEnd().length,
    year: yearText === undefined ? null : fullYear(yearText.replace(/\D/g, "")),
    month,
    day: groups.dayWord ? (ordinalNumber(groups.dayWord) ?? 0) : Number(groups.lastDay ?? groups.day),
    weekday: dayOfWeek ? (weekdayNumber(dayOfWeek) ?? null) : null,
  };
}

/** Two digits: 00 to 69 are of this century, as POSIX has it. */
function fullYear(digits: string): number {
  const value = Number(digits);
  if (digits.length > 2) return value;
  return value < 70 ? 2000 + value : 1900 + value;
}

function fromParts(parts: Parts, proves: DateOrder | null = null): DateMention {
  const { start, end, year, month, day } = parts;
  const base = { start, end, month, day, weekday: parts.weekday, proves };
  if (year === null) return { ...base, state: "no_year", date: null, note: "No year is stated." };
  // "08/16/22024": whoever wrote it must say which year was meant.
  if (year > 9999) return { ...base, state: "impossible", date: null, note: `${year} is no year.` };
  if (!existsOnCalendar(year, month, day)) {
    return { ...base, state: "impossible", date: null, note: "No calendar has this date." };
  }
  const date = isoDate(year, month, day);
  const actual = weekdayOf(date);
  if (parts.weekday !== null && parts.weekday !== actual) {
    return {
      ...base,
      state: "impossible",
      date: null,
      note: `${date} is a ${weekdayNames[actual - 1]}, not the weekday stated.`,
    };
  }
  return { ...base, state: "whole", date, note: null };
}

/** Numbers say which is the day by being above 12, by their weekday, or by the order of the document; dots mean day first. */
function fromNumeric(match: RegExpMatchArray, order: DateOrder | null): DateMention | null {
  const groups = match.groups ?? {};
  const [a, b] = [Number(groups.a), Number(groups.b)];
  const isShort = groups.year?.length === 2;
  // "3.1.16" and "10-2-14" number sections and parts far more often than days.
  if (isShort && groups.mark !== "/" && (groups.a?.length !== 2 || groups.b?.length !== 2)) return null;
  if (a === 0 || b === 0) return null;
  const asDayFirst = fromParts({ ...partsOf(match, b), day: a }, "day_first");
  const asMonthFirst = fromParts({ ...partsOf(match, a), day: b }, "month_first");
  const unproven = (mention: DateMention): DateMention => ({ ...mention, proves: null });
  if (a === b) return unproven(asDayFirst);
  if (a > 12) return b > 12 ? { ...unproven(asDayFirst), state: "impossible", date: null } : asDayFirst;
  if (b > 12) return asMonthFirst;
  const hasWeekday = groups.weekday !== undefined || groups.weekdayAfter !== undefined;
  if (hasWeekday && asDayFirst.state !== asMonthFirst.state)
    return asDayFirst.state === "whole" ? asDayFirst : asMonthFirst;
  const settled = order ?? (groups.mark === "." ? "day_first" : null);
  if (settled) return unproven(settled === "day_first" ? asDayFirst : asMonthFirst);
  return {
    ...unproven(asDayFirst),
    state: "order_unclear",
    date: null,
    note: `May be ${asDayFirst.date ?? "no date"} (day first) or ${asMonthFirst.date ?? "no date"} (month first); nothing in the document tells which.`,
  };
}

function blankAt(match: RegExpMatchArray): DateMention {
  const start = match.index ?? 0;
  const end = start + match[0].length;
  return {
    start,
    end,
    state: "blank",
    date: null,
    month: null,
    day: null,
    note: "The document leaves the date blank.",
    proves: null,
  };
}

function existsOnCalendar(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

export function isoDate(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** Monday is 1, Sunday 7. */
export function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}

const weekdayNames = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
