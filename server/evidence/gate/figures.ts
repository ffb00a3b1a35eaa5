import { readDates } from "./read-dates";
import { numberWords, readDigits, readNumberWords, scaleOf, scaleWords } from "./read-number";

/** A number, date or amount as a text states it, in every reading that its writing allows. */
export interface Figure {
  kind: "date" | "time" | "money" | "percent" | "number" | "ordinal";
  values: string[];
  at: number;
  text: string;
  /** What is counted ("day", "page"), currency ("USD"), and what it is the number of ("phase", "section"). */
  unit?: string;
  currency?: string;
  label?: string;
  /** "business" and "calendar" days are not the same. */
  qualifier?: string;
}

const units = new Map<string, string>();
for (const line of [
  "second seconds sekunde sekunden seconde secondes",
  "minute minutes mins min minuten",
  "hour hours hrs hr stunde stunden heure heures",
  "day days tag tage tagen jour jours",
  "week weeks woche wochen semaine semaines",
  "month months monat monate monaten mois",
  "quarter quarters",
  "year years yrs yr jahr jahre jahren an ans année années",
  "sprint sprints",
  "page pages seite seiten",
  "word words wörter mots",
  "character characters zeichen",
  "slide slides",
  "copy copies",
  "point points punkte",
  "person persons people personen personnes",
  "user users",
  "employee employees",
  "resume resumes",
  "reference references",
  "project projects",
  "interview interviews",
  "round rounds",
  "vendor vendors",
  "offeror offerors",
  "bidder bidders",
  "quoter quoters",
  "award awards",
  "contract contracts",
  "option options",
  "lot lots",
  "phase phases",
  "copies",
  "mile miles",
  "kilometre kilometres kilometer kilometers km",
  "metre metres meter meters",
  "foot feet",
  "inch inches",
  "gb gigabyte gigabytes",
  "mb megabyte megabytes",
  "tb terabyte terabytes",
  "kg kilogram kilograms kilogramm",
  "ton tons tonne tonnes",
  "litre litres liter liters",
  "mw megawatt megawatts",
  "kw kilowatt kilowatts",
]) {
  const words = line.split(" ");
  for (const word of words) if (!units.has(word)) units.set(word, words[0] as string);
}

const qualifiers: Record<string, string> = {
  business: "business",
  working: "business",
  work: "business",
  calendar: "calendar",
  arbeitstage: "business",
  werktage: "business",
};
const labels =
  /\b(version|section|phase|level|option|attachment|article|clause|appendix|lot|task|item|chapter|paragraph|table|annex|exhibit|step|stage|tier|grade|part|volume|schedule|page|figure|amendment|sprint|release|no|nr|number|category|group|zone|class|abschnitt|artikel|anlage|los|titre|annexe)\.?\s*$/i;
const currencies: Record<string, string> = {
  $: "USD",
  us$: "USD",
  usd: "USD",
  dollar: "USD",
  dollars: "USD",
  "€": "EUR",
  eur: "EUR",
  euro: "EUR",
  euros: "EUR",
  "£": "GBP",
  gbp: "GBP",
  pound: "GBP",
  pounds: "GBP",
  "¥": "JPY",
  yen: "JPY",
  chf: "CHF",
  cad: "CAD",
  aud: "AUD",
};
const ordinals = "first second third fourth fifth sixth seventh eighth ninth tenth".split(" ");

const digits = "\\d+(?:[.,'’]\\d+)*(?:[\\u00a0\\u202f ]\\d{3}(?!\\d))*";
const word = [...numberWords, ...scaleWords].sort((a, b) => b.length - a.length).join("|");
const numberPattern = new RegExp(
  `(us\\$|[$€£¥]|\\b(?:usd|eur|gbp|chf|cad|aud)\\b)?\\s?(?:(?<![\\p{L}\\d])(${digits})|\\b((?:${word})(?:(?:[\\s-]+(?:and\\s+)?)(?:${word}))*)\\b)(st|nd|rd|th)?(?:[\\s-]?(${scaleWords.join("|")}|[kKmM](?![\\p{L}])|bn|mn|mio|mrd)\\b\\.?)?(?:\\s?(%|percent\\b|per cent\\b|prozent\\b|pour cent\\b)|\\s?(€|\\$|£|(?:usd|eur|euros?|dollars?|gbp|pounds|chf|cad|aud)\\b))?`,
  "giu",
);

/** Every figure of a text in its order. */
export function readFigures(text: string): Figure[] {
  const { figures, rest } = readDates(text);
  for (const match of rest.matchAll(numberPattern)) {
    const figure = readFigure(rest, match);
    if (figure) figures.push(figure);
  }
  for (const match of rest.matchAll(new RegExp(`\\b(${ordinals.join("|")})\\b`, "gi"))) {
    // "30 second", "first and foremost" stay out.
    if (
      /\d\s*-?\s*$/.test(rest.slice(0, match.index)) ||
      /^\s*(?:and foremost|of all)/i.test(rest.slice(match.index + match[0].length))
    )
      continue;
    figures.push({
      kind: "ordinal",
      values: [String(ordinals.indexOf(match[0].toLowerCase()) + 1)],
      at: match.index,
      text: match[0],
    });
  }
  return figures.sort((a, b) => a.at - b.at);
}

function readFigure(rest: string, match: RegExpExecArray): Figure | null {
  const [whole, before, figure, words, ordinal, scaleWord, percent, after] = match;
  const end = match.index + whole.length;
  let values: string[];
  if (figure !== undefined) {
    // Part of a code ("B2", "2B"): codes are compared as names.
    if (/^\p{L}/u.test(rest.slice(end)) && !ordinal && !scaleWord) return null;
    values = readDigits(figure);
  } else {
    const value = readNumberWords(words ?? "");
    if (value === null) return null;
    values = [String(value)];
  }
  const scale = scaleWord ? scaleOf(scaleWord) : undefined;
  if (scale) values = values.map((value) => String(Number((Number(value) * scale).toPrecision(12))));
  const base = { at: match.index + (whole.length - whole.trimStart().length), text: whole.trim() };
  const symbol = (before ?? after)?.toLowerCase();
  if (symbol) return { kind: "money", values, currency: currencies[symbol] ?? symbol.toUpperCase(), ...base };
  if (percent) return { kind: "percent", values, ...base };
  if (ordinal) return { kind: "ordinal", values, ...base };
  const counted = readUnit(rest.slice(end));
  // "one" is a pronoun more often than a number, unless something is counted.
  if (words && /^(?:one|un|sept|dix|mille|m|six)$/i.test(words) && !counted.unit && !/^\s*\(\d/.test(rest.slice(end)))
    return words.toLowerCase() === "six" ? { kind: "number", values, ...base } : null;
  const label = labels.exec(rest.slice(Math.max(0, base.at - 20), base.at))?.[1]?.toLowerCase();
  return { kind: "number", values, ...(label ? { label } : counted), ...base };
}

/** "60 (sixty) consecutive calendar days": up to three words may stand between a number and what it counts. */
function readUnit(after: string): { unit?: string; qualifier?: string } {
  let qualifier: string | undefined;
  const words =
    after
      .replace(/^\s*\([^)]{1,20}\)/, " ")
      .slice(0, 60)
      .match(/^(?:[\s-]*[\p{L}]+){1,4}/u)?.[0]
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  for (const one of words) {
    qualifier ??= qualifiers[one];
    const unit = units.get(one);
    if (unit) return { unit, ...(qualifier ? { qualifier } : {}) };
    if (/^(?:and|or|to|of|in|for|the|at|by|from|on|with|after|before|shall|must|will|is|are|und|oder|et|ou)$/.test(one))
      break;
  }
  return {};
}

/** Whether a figure of a sentence is stated by one of its quotes; `quoteText` is for tables, where the unit stands in another cell. */
export function isStated(figure: Figure, quoted: readonly Figure[], quoteText: string): boolean {
  return quoted.some((other) => {
    if (figure.kind === "date")
      return other.kind === "date" && figure.values.some((value) => other.values.some((one) => agrees(value, one)));
    const isSame = figure.values.some((value) => other.values.includes(value));
    if (figure.kind === "number") {
      if (other.kind === "date")
        return !figure.unit && other.values.some((one) => one.startsWith(`${figure.values[0]}-`));
      if (!isSame || (other.kind !== "number" && !(other.kind === "money" && !figure.unit))) return false;
      if (figure.label && other.label !== figure.label) return false;
      if (figure.qualifier && other.qualifier !== figure.qualifier) return false;
      if (!figure.unit) return true;
      if (other.unit || other.label) return other.unit === figure.unit;
      return [...units].some(
        ([name, unit]) => unit === figure.unit && new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, "iu").test(quoteText),
      );
    }
    if (figure.kind === "money") return other.kind === "money" && isSame && other.currency === figure.currency;
    return other.kind === figure.kind && isSame;
  });
}

/** A date may be told with less than the quote has ("March 2026" of 15 March 2026), never with more. */
function agrees(stated: string, quoted: string): boolean {
  if (stated === quoted) return true;
  if (stated.startsWith("-")) return quoted.endsWith(stated);
  return quoted.startsWith(`${stated}-`);
}
