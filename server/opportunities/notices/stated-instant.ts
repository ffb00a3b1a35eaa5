import type { DeadlineFlag, DeadlineKind } from "@/lib/vocabulary/opportunities";
import type { StatedDeadline } from "../fields/stated-deadline";

const shape =
  /^\s*(\d{4})-?(\d{2})-?(\d{2})(?:[T ](\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?)?\s*(Z|UTC|[+-]\d{2}(?::?\d{2})?)?\s*$/i;

/**
 * A date that a structured notice states in ISO 8601: its day and time as they stand there, and the instant when an offset is given.
 * Impossible days and times keep their words and mean nothing.
 */
export function statedInstant(kind: DeadlineKind, stated: string, note: string | null = null): StatedDeadline {
  const quote = stated.trim();
  const empty = { kind, quote, localDate: null, localTime: null, zoneStated: null, zone: null, at: null, note };
  const match = shape.exec(quote);
  if (!match) return { ...empty, flags: [quote === "" ? "blank" : "impossible"] };
  const [, year = "", month = "", day = "", hour, minute, second = "00", zoneStated] = match;
  const localDate = `${year}-${month}-${day}`;
  if (!isDay(localDate) || Number(hour ?? 0) > 24 || Number(minute ?? 0) > 59)
    return { ...empty, flags: ["impossible"] };
  const localTime = hour === undefined || minute === undefined ? null : `${hour}:${minute}`;
  const zone = zoneStated ? offsetOf(zoneStated) : null;
  const flags: DeadlineFlag[] = [];
  if (!localTime) flags.push("no_time");
  if (!zone) flags.push("no_zone");
  const instant =
    localTime && zone ? Date.parse(`${localDate}T${localTime}:${second}${zone === "UTC" ? "Z" : zone}`) : Number.NaN;
  const at = Number.isNaN(instant) ? null : new Date(instant).toISOString();
  return { kind, quote, localDate, localTime, zoneStated: zoneStated ?? null, zone, at, note, flags };
}

/** The day and the time stand in two places, each with its offset (as UBL has them). */
export function statedDayAndTime(
  kind: DeadlineKind,
  day: string,
  time: string | null,
  note: string | null = null,
): StatedDeadline {
  const [, date = day.trim(), dayOffset] = /^\s*(\d{4}-\d{2}-\d{2})(Z|[+-]\d{2}:\d{2})?\s*$/.exec(day) ?? [];
  const [, clock, timeOffset] = /^\s*(\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?(Z|[+-]\d{2}:\d{2})?\s*$/.exec(time ?? "") ?? [];
  const offset = timeOffset ?? dayOffset ?? "";
  const stated = statedInstant(kind, `${date}${clock ? `T${clock}` : ""}${offset}`, note);
  return { ...stated, quote: [day.trim(), time?.trim()].filter(Boolean).join(" ") };
}

function offsetOf(stated: string): string {
  if (/^(Z|UTC)$/i.test(stated)) return "UTC";
  const [, sign, hours, minutes = "00"] = /^([+-])(\d{2}):?(\d{2})?$/.exec(stated) ?? [];
  return `${sign}${hours}:${minutes}`;
}

export function isDay(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}

/** When a notice was published, as an instant where it says one, else the day. Null for what is no date. */
export function publishedOf(stated: string | null): string | null {
  if (!stated) return null;
  const { at, localDate, localTime } = statedInstant("issued", stated);
  return at ?? (localDate && localTime ? `${localDate}T${localTime}:00` : localDate);
}
