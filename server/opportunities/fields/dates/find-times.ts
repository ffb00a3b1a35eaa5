/** A time of day as written. `note` says how words were taken, where they are not a clock's own. */
export interface TimeMention {
  start: number;
  end: number;
  /** "16:00"; "24:00" is the end of the day. */
  time: string;
  isAssumed: boolean;
  note: string | null;
}

type Reading = Pick<TimeMention, "time"> & Partial<Pick<TimeMention, "isAssumed" | "note">>;

const before = "(?<![\\d:./-])";
const noonWords = "noon|midday|mid-day|mittags?|midi|mezzogiorno|mediodía|mediodia";
const midnightWords = "midnight|mitternacht|minuit|mezzanotte|medianoche|middernacht|północ";
const closeWords =
  "close of business|close of play|close of the business day|end of business(?: day)?|COB|C\\.O\\.B\\.|EOB|end of (?:the )?(?:working |work )?day|EOD|dienstschluss|geschäftsschluss|fermeture des bureaux|cierre de oficinas?";
const clockMarks = "[Uu]hr|UHR|uur|hours|hrs?|horas?|heures|godz\\.?|h";
const leads =
  "at|by|until|before|um|bis|kl\\.?|klo|om|ore|alle ore|entro le ore|a las|às|à|avant|godz\\.?|godzin(?:a|y|ie|ą)|to";

const hourWords = "one two three four five six seven eight nine ten eleven twelve".split(" ");

/** In order of how much they say; the first to match a place keeps it. */
const forms: { pattern: RegExp; read: (match: RegExpMatchArray) => Reading | null }[] = [
  {
    pattern: new RegExp(
      `${before}(?:12(?:[:.]00)?|twelve)\\s*(?:o['’]clock\\s*)?(?:[ap]\\.?m\\.?\\s*)?\\(?(?:${noonWords})\\)?(?!\\p{L})`,
      "giu",
    ),
    read: () => ({ time: "12:00" }),
  },
  {
    pattern: new RegExp(
      `${before}(?:12(?:[:.]00)?|twelve|24[:.]00|0{1,2}[:.]00)\\s*(?:o['’]clock\\s*)?(?:a\\.?m\\.?\\s*)?\\(?(?:${midnightWords})\\)?(?!\\p{L})`,
      "giu",
    ),
    read: () => midnight,
  },
  {
    // "5 o'clock in the afternoon", "two in the afternoon"
    pattern: new RegExp(
      `(?<![\\p{L}\\d:./-])(\\d{1,2}|${hourWords.join("|")})(?:[:.](\\d{2}))?\\s*(?:o['’]clock\\s*)?(?:in the\\s+(morning|afternoon|evening)|at night)(?!\\p{L})`,
      "giu",
    ),
    read: ([, hour = "", minute, part]) => {
      const named = hourWords.indexOf(hour.toLowerCase()) + 1;
      return twelveHours(named || Number(hour), Number(minute ?? 0), part?.toLowerCase() !== "morning");
    },
  },
  {
    pattern: new RegExp(
      `(?<!\\p{L})(${hourWords.join("|")})\\s+o['’]clock\\s*([ap])\\.?\\s?m(?:\\.|(?!\\p{L}))`,
      "giu",
    ),
    read: ([, hour = "", half]) =>
      twelveHours(hourWords.indexOf(hour.toLowerCase()) + 1, 0, half?.toLowerCase() === "p"),
  },
  {
    pattern: new RegExp(
      `${before}(\\d{1,2})(?:[:.](\\d{2}))?(?::\\d{2})?\\s*(?:o['’]clock\\s*)?([ap])\\.?\\s?m(?:\\.|(?!\\p{L}))`,
      "giu",
    ),
    read: ([, hour, minute, half]) => twelveHours(Number(hour), Number(minute ?? 0), half?.toLowerCase() === "p"),
  },
  {
    pattern: new RegExp(
      `${before}(\\d{1,2})(?:[:.]|\\s*[hH]\\s*|[uU])(\\d{2})(?::\\d{2}(?:\\.\\d{1,6})?)?\\s*(?:${clockMarks})?(?=Z(?!\\p{L})|[^\\p{L}\\d%/:]|$)(?!\\.\\d{1,2}(?!\\d))`,
      "gu",
    ),
    read: (match) => (isDotted(match[0]) ? null : clock(Number(match[1]), Number(match[2]))),
  },
  {
    pattern: new RegExp(`${before}(\\d{1,2})\\.(\\d{2})\\s*(?:${clockMarks})(?!\\p{L})`, "giu"),
    read: ([, hour, minute]) => clock(Number(hour), Number(minute)),
  },
  {
    pattern: new RegExp(`(?<=(?<!\\p{L})(?:${leads})\\s+)${before}(\\d{1,2})\\.(\\d{2})(?![\\p{L}\\d%/.])`, "giu"),
    read: ([, hour, minute]) => clock(Number(hour), Number(minute)),
  },
  {
    pattern: /(?<![\d:./-])(\d{1,2})\s*uhr(?:\s*(\d{2})(?!\d))?(?!\p{L})/giu,
    read: ([, hour, minute]) => clock(Number(hour), Number(minute ?? 0)),
  },
  {
    pattern: new RegExp(
      `(?<=(?<!\\p{L})(?:${leads}|,)\\s*)${before}(\\d{1,2})\\s*(?:h|heures|horas|uur)(?![\\p{L}\\d])`,
      "giu",
    ),
    read: ([, hour]) => clock(Number(hour), 0),
  },
  {
    // "klo 16", "kl. 12": words that lead to nothing but a clock's hour.
    pattern: /(?<=(?<!\p{L})(?:klo|kl\.)\s*)(\d{1,2})(?![\p{L}\d:%/]|\.\d)/giu,
    read: ([, hour]) => clock(Number(hour), 0),
  },
  {
    pattern: /(?<![\d:./-])([01]\d|2[0-4])([0-5]\d)\s*(?:hours|hrs|hr|h|Z)(?![\p{L}\d])/gu,
    read: ([, hour, minute]) => clock(Number(hour), Number(minute)),
  },
  {
    pattern:
      /(?<=(?<!\p{L})(?:at|by|until|before)\s+)([01]\d|2[0-3])([0-5]\d)(?=\s+\(?(?:[A-Z]{2,4}\b|local|eastern|pacific|central|mountain|on\s))/gu,
    read: ([, hour, minute]) => clock(Number(hour), Number(minute)),
  },
  { pattern: /(?<![\d:./-])(\d{1,2})\s*o['’]clock(?!\p{L})/giu, read: () => null },
  { pattern: new RegExp(`(?<!\\p{L})(?:${noonWords})(?!\\p{L})`, "giu"), read: () => ({ time: "12:00" }) },
  { pattern: new RegExp(`(?<!\\p{L})(?:${midnightWords})(?!\\p{L})`, "giu"), read: () => midnight },
  {
    pattern: new RegExp(`(?<!\\p{L})(?:${closeWords})(?!\\p{L})`, "giu"),
    read: ([words]) => ({
      time: "17:00",
      isAssumed: true,
      note: `“${words}” is taken as 17:00; the document names no hour.`,
    }),
  },
];

const midnight: Reading = {
  time: "23:59",
  isAssumed: true,
  note: "“Midnight” is taken as the end of that day; if its beginning is meant, the deadline is a day earlier.",
};

/** Every time of day of a text, in reading order. Of a span ("10:00 to 12:00") the first is kept apart from the second. */
export function findTimes(text: string): TimeMention[] {
  const found: TimeMention[] = [];
  for (const { pattern, read } of forms) {
    for (const match of text.matchAll(pattern)) {
      const reading = read(match);
      const start = match.index;
      const end = start + match[0].trimEnd().length;
      if (!reading || found.some((other) => start < other.end && other.start < end)) continue;
      found.push({ start, end, time: reading.time, isAssumed: reading.isAssumed ?? false, note: reading.note ?? null });
    }
  }
  found.sort((a, b) => a.start - b.start);
  return found.filter((one, index) => !isSaidAgain(text, one, found[index - 1]));
}

/** "12:00 PM ET (Noon)": the same hour once more, in brackets. */
function isSaidAgain(text: string, one: TimeMention, before: TimeMention | undefined): boolean {
  if (!before || before.time !== one.time) return false;
  return /^\s*(?:\p{L}{2,12}\.?\s*){0,3}\($/u.test(text.slice(before.end, one.start)) && text[one.end] === ")";
}

function isDotted(words: string): boolean {
  return /^\d{1,2}\.\d{2}/.test(words);
}

function clock(hour: number, minute: number): Reading | null {
  if (minute > 59 || hour > 24 || (hour === 24 && minute > 0)) return null;
  // Which midnight is meant is what a hurried reader gets wrong.
  if (hour === 0 && minute === 0) return { time: "00:00", note: "00:00 is the beginning of that day." };
  if (hour === 24) return { time: "24:00", note: "24:00 is the end of that day." };
  return { time: `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}` };
}

function twelveHours(hour: number, minute: number, isAfternoon: boolean): Reading | null {
  // "17:00 pm" is said now and then, and can only mean one thing.
  if (hour > 12) return isAfternoon ? clock(hour, minute) : null;
  if (hour === 0) return isAfternoon ? null : clock(0, minute);
  const reading = clock((hour % 12) + (isAfternoon ? 12 : 0), minute);
  if (reading && hour === 12 && !isAfternoon) {
    return { ...reading, note: "12 a.m. is the beginning of that day." };
  }
  return reading;
}
