import type { Figure } from "./figures";

const months = [
  "jan january januar janvier jänner enero gennaio",
  "feb february februar février febrero febbraio",
  "mar march märz mars marzo",
  "apr april avril abril aprile",
  "may mai mayo maggio",
  "jun june juni juin junio giugno",
  "jul july juli juillet julio luglio",
  "aug august août agosto",
  "sep sept september septembre septiembre settembre",
  "oct october oktober octobre octubre ottobre",
  "nov november novembre noviembre",
  "dec december dezember décembre diciembre dicembre",
];
const monthNumbers = new Map(
  months.flatMap((names, index) => names.split(" ").map((name) => [name, String(index + 1).padStart(2, "0")] as const)),
);
/** "March", "déc", of any case. */
export const isMonthName = (word: string): boolean => monthNumbers.has(word.toLowerCase());
const month = `(${[...monthNumbers.keys()].sort((a, b) => b.length - a.length).join("|")})\\.?`;
const day = "(\\d{1,2})(?:st|nd|rd|th|er|\\.)?";
const year = "((?:19|20)\\d\\d)";

type Reader = [RegExp, (match: RegExpExecArray) => string[]];
const two = (text: string | undefined) => (text ?? "").padStart(2, "0");
const named = (text: string | undefined) => monthNumbers.get((text ?? "").toLowerCase().replace(/\.$/, "")) ?? "00";

/** Most specific first; what one has read is blanked for the next. */
const readers: Reader[] = [
  [new RegExp(`\\b${year}-(\\d{2})-(\\d{2})\\b`, "giu"), (m) => [`${m[1]}-${m[2]}-${m[3]}`]],
  [
    new RegExp(`(?<![\\p{L}\\d])${month}\\s+${day},?\\s+${year}\\b`, "giu"),
    (m) => [`${m[3]}-${named(m[1])}-${two(m[2])}`],
  ],
  [
    new RegExp(`\\b${day}\\s+(?:(?:of|de)\\s+)?${month},?\\s+(?:(?:de|del)\\s+)?${year}\\b`, "giu"),
    (m) => [`${m[3]}-${named(m[2])}-${two(m[1])}`],
  ],
  [
    /\b(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})\b/giu,
    (m) => [`${century(m[3])}-${two(m[1])}-${two(m[2])}`, `${century(m[3])}-${two(m[2])}-${two(m[1])}`],
  ],
  [/\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b/giu, (m) => [`${m[3]}-${two(m[2])}-${two(m[1])}`]],
  [new RegExp(`(?<![\\p{L}\\d])${month}\\s+${year}\\b`, "giu"), (m) => [`${m[2]}-${named(m[1])}`]],
  [new RegExp(`(?<![\\p{L}\\d])${month}\\s+${day}(?![\\d%:])`, "giu"), (m) => [`-${named(m[1])}-${two(m[2])}`]],
  [new RegExp(`\\b${day}\\s+(?:of\\s+)?${month}(?![\\p{L}\\d])`, "giu"), (m) => [`-${named(m[2])}-${two(m[1])}`]],
];

function century(text: string | undefined): string {
  return text?.length === 2 ? `20${text}` : (text ?? "");
}

const clock =
  /\b(\d{1,2})(?:[:.h](\d{2}))?\s*([ap])\.?\s?m\b\.?|\b(\d{1,2}):(\d{2})(?::\d{2})?\b|\b(\d{1,2})(?:[:.](\d{2}))?\s*(?:uhr|hrs)\b|\b(\d{1,2})(?:\s?h\s?(\d{2})|\.(\d{2})\s?h(?:oras|eures)?)\b|\b(noon|midday|mittags?|midi)\b|\b(midnight|minuit)\b/giu;

/** Dates and clock times, in ISO order; "5/6/2026" has two readings. `rest` is the text with them blanked, offsets kept. */
export function readDates(text: string): { figures: Figure[]; rest: string } {
  const figures: Figure[] = [];
  let rest = text;
  const blank = (at: number, length: number) => {
    rest = rest.slice(0, at) + " ".repeat(length) + rest.slice(at + length);
  };
  for (const [pattern, read] of readers) {
    for (const match of rest.matchAll(pattern)) {
      const values = read(match);
      // "may 30 days": the modal verb before a number of days is no month.
      if (/^may\b/.test(match[0]) || /\bmay$/.test(match[0])) continue;
      figures.push({ kind: "date", values, at: match.index, text: match[0] });
      blank(match.index, match[0].length);
    }
  }
  for (const match of rest.matchAll(clock)) {
    figures.push({ kind: "time", values: [String(minutes(match))], at: match.index, text: match[0] });
    blank(match.index, match[0].length);
  }
  return { figures, rest };
}

function minutes(match: RegExpExecArray): number {
  const [, hour, minute, half, hour24, minute24, hourUhr, minuteUhr, hourH, minuteH, minuteDotted, noon, midnight] =
    match;
  if (noon) return 720;
  if (midnight) return 0;
  if (hour24) return Number(hour24) * 60 + Number(minute24);
  if (hourH) return Number(hourH) * 60 + Number(minuteH ?? minuteDotted);
  if (hourUhr) return Number(hourUhr) * 60 + Number(minuteUhr ?? 0);
  return ((Number(hour) % 12) + (half?.toLowerCase() === "p" ? 12 : 0)) * 60 + Number(minute ?? 0);
}
