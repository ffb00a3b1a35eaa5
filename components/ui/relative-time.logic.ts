const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * "just now", "5 min ago", "in 3 days"; from 30 days on the date itself, for "7 weeks ago" says less than 2026-10-02.
 * Both in milliseconds since the epoch.
 */
export function relativeTime(atMs: number, nowMs: number): string {
  const apart = Math.abs(nowMs - atMs);
  if (apart < 45_000) return "just now";
  if (apart >= 30 * day) return isoDate(atMs);
  const amount =
    apart < hour
      ? count(apart / minute, "min")
      : apart < day
        ? count(apart / hour, "h")
        : days(Math.round(apart / day));
  return atMs > nowMs ? `in ${amount}` : `${amount} ago`;
}

/** 2026-11-20 14:05 with the name of the time zone that it is said in. */
export function exactTime(atMs: number, timeZone?: string): string {
  const parts = new Intl.DateTimeFormat("en-GB", {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZoneName: "short",
    timeZone,
  }).formatToParts(atMs);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? "";
  // A minus sign: at the hyphen of "GMT-8" a narrow line would break.
  const zone = part("timeZoneName").replace("-", "−");
  return `${part("year")}-${part("month")}-${part("day")} ${part("hour")}:${part("minute")} ${zone}`;
}

/** 2026-11-20, in UTC, so that server and browser write the same. */
export function isoDate(atMs: number): string {
  return new Date(atMs).toISOString().slice(0, 10);
}

function count(amount: number, unit: string): string {
  return `${Math.max(1, Math.round(amount))} ${unit}`;
}

function days(amount: number): string {
  return amount === 1 ? "1 day" : `${amount} days`;
}
