/** All sample sites keep this time zone, so that summer time can be watched too. */
export const siteTimeZone = "Europe/London";

const dayMs = 86_400_000;

export function addDays(date: Date, days: number): Date {
  return new Date(date.getTime() + days * dayMs);
}

/** The instant at which a clock on the site's wall shows this hour, on the day that `date` falls on there. */
export function atLocalHour(date: Date, hour: number): Date {
  const day = new Intl.DateTimeFormat("en-CA", { timeZone: siteTimeZone }).format(date);
  const asUtc = new Date(`${day}T${String(hour).padStart(2, "0")}:00:00Z`);
  return new Date(asUtc.getTime() - offsetMinutes(asUtc) * 60_000);
}

/** `14 December 2031` */
export function longDate(date: Date): string {
  return new Intl.DateTimeFormat("en-GB", { timeZone: siteTimeZone, dateStyle: "long" }).format(date);
}

/** `14 December 2031 at 12:00 GMT` */
export function dateWithTime(date: Date): string {
  const time = new Intl.DateTimeFormat("en-GB", {
    timeZone: siteTimeZone,
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
  }).format(date);
  return `${longDate(date)} at ${time}`;
}

/** `2031-12-14T12:00:00+00:00` */
export function isoWithOffset(date: Date): string {
  const minutes = offsetMinutes(date);
  const local = new Date(date.getTime() + minutes * 60_000).toISOString().slice(0, 19);
  const hours = String(Math.floor(minutes / 60)).padStart(2, "0");
  return `${local}+${hours}:${String(minutes % 60).padStart(2, "0")}`;
}

function offsetMinutes(date: Date): number {
  const name = new Intl.DateTimeFormat("en-GB", { timeZone: siteTimeZone, timeZoneName: "longOffset" })
    .formatToParts(date)
    .find(({ type }) => type === "timeZoneName")?.value;
  const [hours = 0, minutes = 0] = (name ?? "")
    .replace(/[^\d:]/g, "")
    .split(":")
    .map(Number);
  return hours * 60 + minutes;
}
