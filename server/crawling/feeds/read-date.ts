/**
 * A date as feeds, sitemaps and listings write it, in ISO 8601, or null: RFC 822 and its misspellings, W3C, asctime, days with their month
 * in words of several languages, day.month.year. With a known zone it is an instant ("2004-01-01T19:48:21.000Z"), without one a local
 * time ("2004-01-01T19:48:21"), without a time a day ("2004-01-01"). Nothing is guessed: "03/04/2024" and "May 2024" are null.
 */
export function readDate(written: string | null | undefined): string | null {
  const text = (written ?? "").slice(0, 200).replace(/\s+/g, " ").trim();
  if (text === "") return null;
  const day = readIsoDay(text) ?? readWordedDay(text) ?? readNumericDay(text);
  if (!day) return null;
  const date = isoDay(day);
  if (!date) return null;
  const time = readTime(day.rest);
  if (!time) return date;
  const local = `${date}T${two(time.hours)}:${two(time.minutes)}:${two(time.seconds)}`;
  if (time.offsetMinutes === null) return local;
  const instant = Date.parse(`${local}.${String(time.milliseconds).padStart(3, "0")}Z`) - time.offsetMinutes * 60_000;
  return new Date(instant).toISOString();
}

interface Day {
  year: number;
  month: number;
  day: number;
  /** What follows or surrounds it: the time, if any. */
  rest: string;
}

function readIsoDay(text: string): Day | null {
  const match =
    /^(\d{4})(?:[-/]|年)(\d{1,2})(?:[-/]|月)(\d{1,2})(?!\d)日?(.*)$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})(?=$|[T ])(.*)$/.exec(text);
  if (!match) return readOrdinalDay(text);
  return { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]), rest: match[4] ?? "" };
}

/** "2003-335": the 335th day. */
function readOrdinalDay(text: string): Day | null {
  const match = /^(\d{4})-(\d{3})(?=$|[T ])(.*)$/.exec(text);
  const count = Number(match?.[2]);
  if (!match || count < 1 || count > 366) return null;
  const date = new Date(Date.UTC(Number(match[1]), 0, count));
  if (date.getUTCFullYear() !== Number(match[1])) return null;
  return { year: Number(match[1]), month: date.getUTCMonth() + 1, day: date.getUTCDate(), rest: match[3] ?? "" };
}

/** Months in English, German, French, Spanish, Italian, Portuguese, Dutch, Polish and the Nordic languages, and short forms that are no beginnings. */
const months = [
  "january januar jänner janvier enero gennaio janeiro januari stycznia styczeń",
  "february februar feber février fevrier febrero febbraio fevereiro februari lutego luty",
  "march märz maerz mars marzo março marco maart marca marzec mrz mrt",
  "april avril abril aprile kwietnia kwiecień",
  "may mai mayo maggio maio mei maj maja",
  "june juni juin junio giugno junho czerwca czerwiec",
  "july juli juillet julio luglio julho lipca lipiec",
  "august août aout agosto augustus augusti sierpnia sierpień",
  "september septembre septiembre setiembre settembre setembro września wrzesień",
  "october oktober octobre octubre ottobre outubro października październik",
  "november novembre noviembre novembro listopada listopad",
  "december dezember décembre decembre diciembre dicembre dezembro desember grudnia grudzień",
].map((names) => names.split(" "));

/** A month's name, or a beginning of it of three letters or more. */
function monthOf(word: string): number | null {
  const lower = word.toLowerCase();
  const index = lower.length < 3 ? -1 : months.findIndex((names) => names.some((name) => name.startsWith(lower)));
  return index < 0 ? null : index + 1;
}

/** "Thu, 01 Jan 2004 19:48:21 GMT", "12. März 2024", "3 de mayo de 2024", "March 12, 2024", "Thu Jan  1 19:48:21 2004". */
function readWordedDay(text: string): Day | null {
  const words = text.match(/\p{L}+|\d+(?:[:.]\d+)*|(?<=\s)[+-]\d{1,2}:?\d{2}/gu) ?? [];
  for (let index = 0; index < words.length && index < 8; index++) {
    const month = /^\p{L}{3,12}$/u.test(words[index] ?? "") ? monthOf(words[index] ?? "") : null;
    if (month === null) continue;
    const before = previousNumber(words, index);
    const after = words[index + 1] ?? "";
    const isDay = (word: string) => /^\d{1,2}\.?$/.test(word);
    if (before !== null && isDay(words[before] ?? "")) {
      const at = /^del?$/i.test(after) ? index + 2 : index + 1;
      const year = yearOf(words[at] ?? "");
      if (year !== null)
        return { year, month, day: Number.parseInt(words[before] ?? "", 10), rest: restAfter(text, words, at) };
    } else if (isDay(after)) {
      const suffix = /^(st|nd|rd|th)$/i.test(words[index + 2] ?? "") ? 1 : 0;
      const next = words[index + 2 + suffix] ?? "";
      // In asctime, and in the shell's `date`, the year stands behind the time and perhaps a zone.
      const at = next.includes(":")
        ? words.findIndex((word, place) => place > index + 2 && /^\d{4}$/.test(word))
        : index + 2 + suffix;
      const year = at < 0 ? null : yearOf(words[at] ?? "");
      if (year !== null)
        return {
          year,
          month,
          day: Number.parseInt(after, 10),
          rest: next.includes(":") ? words.slice(index + 2, at).join(" ") : restAfter(text, words, at),
        };
    }
  }
  return null;
}

function previousNumber(words: string[], index: number): number | null {
  if (/^\d/.test(words[index - 1] ?? "")) return index - 1;
  // "3 de mayo", "1er mars", "2nd May"
  if (/^(de|er|st|nd|rd|th|of)$/i.test(words[index - 1] ?? "") && /^\d/.test(words[index - 2] ?? "")) return index - 2;
  return null;
}

/** Two digits as RFC 2822, 4.3 reads them. */
function yearOf(word: string): number | null {
  if (/^\d{4}$/.test(word)) return Number(word);
  if (/^\d{2}$/.test(word)) return Number(word) + (Number(word) < 50 ? 2000 : 1900);
  return null;
}

/** The text behind the word at `at`. */
function restAfter(text: string, words: string[], at: number): string {
  let position = 0;
  for (let index = 0; index <= at; index++) {
    const word = words[index] ?? "";
    position = text.indexOf(word, position) + word.length;
  }
  return text.slice(position);
}

/** "31.12.2024" is always day first; with slashes or hyphens only where one of the two can be no month. */
function readNumericDay(text: string): Day | null {
  const match = /^(?:\p{L}{2,12}\.?,? )?(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)(.*)$/u.exec(text);
  if (!match) return null;
  const [first, second] = [Number(match[1]), Number(match[3])];
  const rest = match[5] ?? "";
  const year = Number(match[4]);
  if (match[2] === "." || (first > 12 && second <= 12)) return { year, month: second, day: first, rest };
  return second > 12 && first <= 12 ? { year, month: first, day: second, rest } : null;
}

function isoDay({ year, month, day }: Day): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < 1970 || year > 2200 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return `${year}-${two(month)}-${two(day)}`;
}

interface Time {
  hours: number;
  minutes: number;
  seconds: number;
  milliseconds: number;
  /** Null when no zone is named, or none that everybody understands alike. */
  offsetMinutes: number | null;
}

function readTime(rest: string): Time | null {
  // XML Schema's days may carry a zone, which is no time.
  if (/^ ?(z|[+-]\d{2}:?\d{2})$/i.test(rest)) return null;
  const match =
    /(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)? ?(am|pm|a\.m\.|p\.m\.)?(?![\d:])/i.exec(rest) ??
    /^T(\d{2})(\d{2})(\d{2})?()()/.exec(rest) ??
    /(?<!\d)(\d{1,2}) ?[hH] ?(\d{2})()()()(?!\d)/.exec(rest) ??
    /^[, ]{1,3}(\d{1,2})()()() ?(am|pm)\b/i.exec(rest);
  if (!match) return null;
  const half = match[5]?.toLowerCase()[0];
  let hours = Number(match[1]);
  if (half && hours <= 12) hours = (hours % 12) + (half === "p" ? 12 : 0);
  const minutes = Number(match[2] || 0);
  // A leap second is the last one that clocks know.
  const seconds = Math.min(Number(match[3] ?? 0), Number(match[3] ?? 0) === 60 ? 59 : 60);
  if (hours > 23 || minutes > 59 || seconds > 59) return null;
  const milliseconds = Number((match[4] ?? "").slice(0, 3).padEnd(3, "0"));
  return { hours, minutes, seconds, milliseconds, offsetMinutes: readZone(rest.slice(match.index + match[0].length)) };
}

/** Names that mean one offset to everybody who writes them in a feed (RFC 822, 5.1, and Europe's). */
// biome-ignore format: pairs
const zones: Record<string, number> = {
  z: 0, gmt: 0, ut: 0, utc: 0, wet: 0, west: 60, cet: 60, cest: 120, mez: 60, mesz: 120, eet: 120, eest: 180, msk: 180, jst: 540,
  est: -300, edt: -240, cst: -360, cdt: -300, mst: -420, mdt: -360, pst: -480, pdt: -420, akst: -540, akdt: -480, hst: -600,
};

function readZone(text: string): number | null {
  const match = /^ ?\(?(?:(?:gmt|utc)? ?([+-])(\d{1,2}):?(\d{2})?(?!\d)|([a-z]{1,5})\b)/i.exec(text);
  if (!match) return null;
  if (match[4]) return zones[match[4].toLowerCase()] ?? null;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return minutes > 15 * 60 ? null : match[1] === "-" ? -minutes : minutes;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
