import type { DeadlineFlag, DeadlineKind } from "@/lib/vocabulary/opportunities";
import { type DateMention, type DateOrder, findDates } from "./dates/find-dates";
import { findTimes, type TimeMention } from "./dates/find-times";
import { type ZoneMention, zoneAfter } from "./dates/find-zone";
import { resolveLocalTime, type ZoneContext } from "./resolve-local-time";
import type { StatedDeadline } from "./stated-deadline";

export interface DateReading {
  /** What numeric dates elsewhere, the language or the country prove; null flags those that may be read two ways. */
  order?: DateOrder | null;
  context?: ZoneContext;
  /** Decides what is past; without it nothing is. */
  now?: Date;
  /** The zone that the paper says all its times are in: for those that name none. */
  zoneForAll?: ZoneMention | null;
}

/** A date with the time and zone that belong to it, by offsets of the text that was read. */
export interface DateWithTime {
  date: DateMention;
  time: TimeMention | null;
  zone: ZoneMention | null;
  start: number;
  end: number;
}

/** How far a time may stand from its date. */
const reach = 45;
/** The same of the only time and the only date of a sentence: "5 May 2031, offers must be sent by e-mail and arrive no later than 12:00". */
const farReach = 160;
const untilThen =
  /(?<!\p{L})(?:(?:no|not) later than|by|before|until|prior to|bis(?: spätestens)?|spätestens um|au plus tard à|avant|antes de(?: las)?|entro le(?: ore)?|uiterlijk)\s*$/iu;

/** Every date of a text with the nearest time that no other date or sentence end stands before. */
export function findDatesWithTimes(text: string, reading: DateReading = {}): DateWithTime[] {
  return pairWithTimes(text, findDates(text, reading.order ?? null), reading);
}

export function pairWithTimes(text: string, dates: DateMention[], reading: DateReading): DateWithTime[] {
  const free = findTimes(text).filter((time) => !dates.some((date) => time.start < date.end && date.start < time.end));
  const pairs = dates
    .flatMap((date) => free.map((time) => ({ date, time, gap: gapBetween(date, time) })))
    .filter(({ date, time, gap }) => {
      const isOnly = dates.length === 1 && free.length === 1 && untilThen.test(text.slice(0, time.start));
      return gap <= (isOnly ? farReach : reach) && !isCutOff(text, date, time, dates);
    });
  // "The close of business on 29 September at 2:00 pm": the hour that is named holds, not the one that words stand for.
  pairs.sort((a, b) => Number(a.time.isAssumed) - Number(b.time.isAssumed) || a.gap - b.gap);
  const timeOf = new Map<DateMention, TimeMention>();
  const taken = new Set<TimeMention>();
  for (const { date, time } of pairs) {
    if (timeOf.has(date) || taken.has(time)) continue;
    timeOf.set(date, time);
    taken.add(time);
  }
  return dates.map((date) => {
    const time = openingOfSpan(text, timeOf.get(date) ?? null, free);
    const zone = time ? zoneOf(text, date, time, reading.context?.country) : null;
    const parts = [date, time, zone].filter((part) => part !== null);
    return {
      date,
      time,
      zone,
      start: Math.min(...parts.map((part) => part.start)),
      end: Math.max(...parts.map((part) => part.end)),
    };
  });
}

function gapBetween(date: DateMention, time: TimeMention): number {
  return time.start >= date.end ? time.start - date.end : date.start - time.end;
}

function isCutOff(text: string, date: DateMention, time: TimeMention, dates: DateMention[]): boolean {
  const [from, to] = time.start >= date.end ? [date.end, time.start] : [time.end, date.start];
  if (dates.some((other) => other !== date && other.start >= from && other.end <= to)) return true;
  return /[.!?]\s+\p{Lu}|[;\n]\s*\n/u.test(text.slice(from, to).replace(/\b(?:[ap]\.m|no|nr)\.\s/giu, " "));
}

/** "10:00 to 12:00" and "10-12 Uhr": the beginning is when one must be there. */
function openingOfSpan(text: string, time: TimeMention | null, times: TimeMention[]): TimeMention | null {
  if (!time) return null;
  const earlier = times.findLast((other) => other.end <= time.start);
  if (earlier && /^\s*(?:-|–|to|until|till|bis|and|à|a)\s*$/iu.test(text.slice(earlier.end, time.start)))
    return earlier;
  return time;
}

/** After the time, after the date when it follows the time, or as "heure de Paris" before both. */
function zoneOf(text: string, date: DateMention, time: TimeMention, country?: string | null): ZoneMention | null {
  const direct = zoneAfter(text, time.end, country);
  if (direct) return direct;
  const span = /^\s*(?:-|–|to|until|bis|and)\s*[\d:.]+\s*(?:[ap]\.?m\.?|uhr|h|hrs)?/iu.exec(
    text.slice(time.end, time.end + 24),
  );
  if (span) return zoneAfter(text, time.end + span[0].length, country);
  return date.start >= time.end ? zoneAfter(text, date.end, country) : null;
}

export function toStatedDeadline(
  found: DateWithTime,
  statement: { kind: DeadlineKind; quote: string; place?: StatedDeadline["place"] },
  reading: DateReading = {},
): StatedDeadline {
  const { date, time } = found;
  const zone = found.zone ?? (time ? (reading.zoneForAll ?? null) : null);
  const flags = new Set<DeadlineFlag>();
  if (date.state === "blank" || date.state === "no_year") flags.add("blank");
  if (date.state === "impossible") flags.add("impossible");
  if (date.state === "order_unclear") flags.add("order_unclear");
  if (date.date && !time) flags.add("no_time");
  if (time?.isAssumed) flags.add("time_assumed");
  const resolved = resolveLocalTime(date.date, time?.time ?? null, zone?.stated ?? null, reading.context);
  if (date.date) for (const flag of resolved.flags) flags.add(flag);
  if (reading.now && isPast(date.date, resolved.at, reading.now)) flags.add("past");
  const notes = [date.note, time?.note ?? null, resolved.note].filter((note) => note !== null);
  return {
    ...statement,
    localDate: date.date,
    localTime: time?.time ?? null,
    zoneStated: zone?.stated ?? null,
    zone: time ? resolved.zone : null,
    at: resolved.at,
    note: notes.length > 0 ? notes.join(" ") : null,
    flags: [...flags],
  };
}

/** Without an instant, a date is past when it has ended everywhere on Earth. */
export function isPast(localDate: string | null, at: string | null, now: Date): boolean {
  if (at) return Date.parse(at) < now.getTime();
  return localDate !== null && Date.parse(`${localDate}T24:00:00-12:00`) < now.getTime();
}
