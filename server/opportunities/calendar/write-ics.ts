/** An entry of a calendar. */
export interface IcsEvent {
  /** The same for the same matter, whenever it is written. */
  uid: string;
  /** Grows whenever the matter changes. */
  sequence: number;
  summary: string;
  description: string;
  url: string;
  /** A moment, or a day as "2026-03-29". */
  at: Date | string;
  changedAt: Date;
  isCancelled: boolean;
}

/**
 * A calendar as programs import or subscribe to it (RFC 5545, with the refresh hint of RFC 7986). Moments are in UTC, so that no
 * zone needs to be described; a date without a time is a whole day.
 */
export function writeIcs(name: string, events: readonly IcsEvent[], now: Date): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Outrider//Calendar of deadlines//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `NAME:${text(name)}`,
    `X-WR-CALNAME:${text(name)}`,
    "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
    "X-PUBLISHED-TTL:PT1H",
    ...events.flatMap((event) => [
      "BEGIN:VEVENT",
      `UID:${text(event.uid)}`,
      `DTSTAMP:${moment(now)}`,
      `LAST-MODIFIED:${moment(event.changedAt)}`,
      `SEQUENCE:${event.sequence}`,
      ...(typeof event.at === "string"
        ? [`DTSTART;VALUE=DATE:${event.at.replaceAll("-", "")}`]
        : [`DTSTART:${moment(event.at)}`]),
      `SUMMARY:${text(event.summary)}`,
      `DESCRIPTION:${text(event.description)}`,
      `URL:${event.url}`,
      `STATUS:${event.isCancelled ? "CANCELLED" : "CONFIRMED"}`,
      // A deadline keeps nobody busy.
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
  ];
  return `${lines.map(fold).join("\r\n")}\r\n`;
}

const moment = (at: Date) => `${at.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;

/** RFC 5545 3.3.11. Other control characters are not allowed in any text. */
function text(value: string): string {
  return value
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\t\n]/gu, "")
    .replace(/[\\;,]/g, (character) => `\\${character}`)
    .replaceAll("\n", "\\n");
}

/** RFC 5545 3.1: no line is longer than 75 octets; a character is never cut. */
function fold(line: string): string {
  const parts: string[] = [];
  let part = "";
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > 75) {
      parts.push(part);
      part = " ";
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join("\r\n");
}
