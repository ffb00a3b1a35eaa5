/** What a clock on the wall shows. Months from 1. */
export interface LocalTime {
  year: number;
  month: number;
  day: number;
  hours: number;
  minutes: number;
  seconds: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

export function localTimeOf(instant: Date, timeZone: string): LocalTime {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone,
      calendar: "gregory",
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    formats.set(timeZone, format);
  }
  const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  return {
    year: parts.year ?? 0,
    month: parts.month ?? 0,
    day: parts.day ?? 0,
    hours: parts.hour ?? 0,
    minutes: parts.minute ?? 0,
    seconds: parts.second ?? 0,
  };
}

/**
 * The instant at which the wall clock shows this time. Days beyond the month's end roll over. A time that the clocks skip is taken as far
 * behind the gap as it stood in it (2:30 becomes 3:30); of a time that comes twice the first is meant.
 */
export function instantOf(local: LocalTime, timeZone: string): Date {
  const shown = asUtc(local);
  // The offset half a day before and after tells both sides of a change of clocks.
  const before = offsetAt(shown - 12 * 3_600_000, timeZone);
  const after = offsetAt(shown + 12 * 3_600_000, timeZone);
  for (const offset of [before, after]) {
    const instant = new Date(shown - offset);
    if (asUtc(localTimeOf(instant, timeZone)) === shown) return instant;
  }
  return new Date(shown - before);
}

function offsetAt(instantMs: number, timeZone: string): number {
  const whole = Math.floor(instantMs / 1000) * 1000;
  return asUtc(localTimeOf(new Date(whole), timeZone)) - whole;
}

function asUtc({ year, month, day, hours, minutes, seconds }: LocalTime): number {
  return Date.UTC(year, month - 1, day, hours, minutes, seconds);
}
