import { isTimeZone, wallClock } from "@/lib/zoned-day";
import type { DateOrder } from "../fields/dates/find-dates";
import { zoneAfter } from "../fields/dates/find-zone";
import { readStatedDate } from "../fields/read-stated-date";
import type { StatedDeadline } from "../fields/stated-deadline";
import { statedInstant } from "../notices/stated-instant";

export interface CellDate {
  date: string;
  time: string | null;
  zone: string | null;
}

interface Context {
  country: string | null;
  order: DateOrder | null;
  now: Date;
}

/** A date that stands in one to three cells of a table, as a stated deadline; or why it is none and what to write. */
export function readCellDate(
  kind: "submission" | "questions",
  { date, time, zone }: CellDate,
  { country, order, now }: Context,
): StatedDeadline | { problem: string; isZone?: boolean } {
  if (zone && !isZone(zone) && !zoneAfter(zone, 0, country)) {
    return { problem: `“${zone.slice(0, 60)}” is no time zone. Write it as Europe/Berlin or as CET.`, isZone: true };
  }
  const quote = [date, time, zone].filter((part) => part !== null).join(" ");
  // What a machine wrote, our own export among them: an instant, told in the zone beside it.
  const instant = /^\d{4}-\d{2}-\d{2}T.*(?:Z|[+-]\d{2}:?\d{2})$/.test(date) ? statedInstant(kind, date) : null;
  if (instant?.at) {
    if (!zone || !isZone(zone)) return { ...instant, quote };
    const local = wallClock(new Date(instant.at), zone);
    return { ...instant, quote, localDate: local.date, localTime: local.time, zoneStated: zone, zone };
  }
  const stated = readStatedDate(quote, {
    kind,
    order,
    now,
    context: { country, zone: zone && isZone(zone) ? zone : null },
  });
  if (stated?.flags.includes("order_unclear")) {
    return { problem: `“${date}” can be read with the day or the month first. Write it as 2031-09-20.` };
  }
  if (!stated?.localDate) return { problem: `“${date.slice(0, 60)}” is no date that exists. Write it as 2031-09-20.` };
  if (time && !stated.localTime) return { problem: `“${time.slice(0, 60)}” is no time. Write it as 16:00.` };
  return stated;
}

/** An IANA name; short ones ("CET", "EST") are read with the season of the date instead. */
const isZone = (name: string) => (name.includes("/") || name === "UTC") && isTimeZone(name);
