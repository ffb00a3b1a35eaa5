import { localTimeAt } from "../resolve-local-time";
import { weekdayNumber, weekdayPattern } from "./date-words";
import { type DateMention, isoDate, weekdayOf } from "./find-dates";

/** A date counted from the moment of reading: a mention of its words, and the instant where hours were counted. */
export interface RelativeDate {
  mention: DateMention;
  at: string | null;
  localTime: string | null;
}

const units =
  "(?<unit>minutes?|mins?|minuten|minuti|minutos|hours?|hrs?|stunden?|heures?|horas?|ore|uur|days?|tage?n?|jours?|días?|dias?|giorn[io]|dage?n|weeks?|wochen?|semaines?|semanas?|settiman[ae]|weken)";
const count = "(?<count>\\d{1,3})\\s*";

const ahead = new RegExp(
  `(?<!\\p{L})(?:(?:in|within|noch|dans|over|tra|fra|dentro de|reste(?:nt)?|en)\\s+${count}${units}|${count.replace("count", "count2")}${units.replace("unit", "unit2")}\\s+(?:left|remaining|to go|verbleibend|restants?|restantes?))(?!\\p{L})`,
  "iu",
);
const ago = new RegExp(
  `(?<!\\p{L})(?:(?:vor|il y a|hace)\\s+${count}${units}|${count.replace("count", "count2")}${units.replace("unit", "unit2")}\\s+(?:ago|geleden|fa))(?!\\p{L})`,
  "iu",
);
const dayWords: readonly (readonly [RegExp, number])[] = [
  [/(?<!\p{L})(?:day after tomorrow|übermorgen|après-demain|pasado mañana|dopodomani|overmorgen)(?!\p{L})/iu, 2],
  [/(?<!\p{L})(?:tomorrow|morgen|demain|mañana|domani)(?!\p{L})/iu, 1],
  [/(?<!\p{L})(?:today|tonight|heute|aujourd['’]hui|hoy|oggi|vandaag)(?!\p{L})/iu, 0],
  [/(?<!\p{L})(?:yesterday|gestern|hier|ayer|ieri|gisteren)(?!\p{L})/iu, -1],
];
const bareWeekday = new RegExp(`(?<!\\p{L})(?<weekday>${weekdayPattern})`, "iu");

/** "in 5 days", "noch 3 Tage", "today", "Friday" and dates without a year, from `reference` on; null where a text counts nothing. */
export function relativeDate(
  text: string,
  reference: Date,
  yearless: DateMention | null,
  options: { zone?: string | null; looksBack?: boolean },
): RelativeDate | null {
  const zone = options.zone ?? "UTC";
  const today = localTimeAt(reference.getTime(), zone).date;
  if (yearless) {
    const date = yearFor(yearless, today, options.looksBack ?? false);
    if (!date) return null;
    const note = `No year is stated; ${date} is the ${options.looksBack ? "last" : "next"} such day when it was read.`;
    return { mention: { ...yearless, state: "whole", date, note }, at: null, localTime: null };
  }
  for (const [pattern, sign] of [
    [ahead, 1],
    [ago, -1],
  ] as const) {
    const match = pattern.exec(text);
    if (match) return counted(match, sign, reference, zone, today);
  }
  for (const [pattern, days] of dayWords) {
    const match = pattern.exec(text);
    if (match) return whole(match, addDays(today, days), reference);
  }
  const match = bareWeekday.exec(text);
  const weekday = match?.groups?.weekday ? weekdayNumber(match.groups.weekday) : undefined;
  if (!match || weekday === undefined) return null;
  return whole(match, addDays(today, (weekday - weekdayOf(today) + 7) % 7), reference);
}

function counted(match: RegExpExecArray, sign: number, reference: Date, zone: string, today: string): RelativeDate {
  const amount = sign * Number(match.groups?.count ?? match.groups?.count2);
  const unit = (match.groups?.unit ?? match.groups?.unit2 ?? "").toLowerCase();
  const minutes = /^min/.test(unit) ? 1 : /^(?:h|stund|ore|uur)/.test(unit) ? 60 : 0;
  if (minutes === 0) return whole(match, addDays(today, amount * (/^(?:w|sem|sett)/.test(unit) ? 7 : 1)), reference);
  const at = reference.getTime() + amount * minutes * 60_000;
  const local = localTimeAt(at, zone);
  return { ...whole(match, local.date, reference), at: new Date(at).toISOString(), localTime: local.time };
}

function whole(match: RegExpExecArray, date: string, reference: Date): RelativeDate {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  const note = `“${match[0].trim()}”, counted from ${reference.toISOString().slice(0, 16).replace("T", " ")} UTC, when it was read.`;
  const start = match.index;
  return {
    mention: {
      start,
      end: start + match[0].length,
      state: "whole",
      date: isoDate(year, month, day),
      month,
      day,
      note,
      proves: null,
    },
    at: null,
    localTime: null,
  };
}

function yearFor(mention: DateMention, today: string, looksBack: boolean): string | null {
  const thisYear = Number(today.slice(0, 4));
  for (const year of looksBack ? [thisYear, thisYear - 1] : [thisYear, thisYear + 1]) {
    const date = isoDate(year, mention.month ?? 0, mention.day ?? 0);
    if (Number.isNaN(Date.parse(date))) continue;
    if (looksBack ? date <= today : date >= today) return date;
  }
  return null;
}

function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
