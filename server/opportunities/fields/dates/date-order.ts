import { isForeignMonth, monthPattern } from "./date-words";
import { type DateOrder, findDates } from "./find-dates";

const monthFirstCountries = new Set(["US", "PH", "FM", "PW", "GU", "PR"]);
/** English-speaking or mixed; Canada writes both ways and is left out. */
const dayFirstCountries = new Set(
  "GB IE AU NZ IN ZA KE NG GH UG TZ SG MT DE AT CH FR BE NL LU IT ES PT PL CZ SK HU RO BG GR SE NO DK FI EE LV LT SI HR IS UA BR MX AR CO CL PE".split(
    " ",
  ),
);

export function orderOfCountry(country: string | null | undefined): DateOrder | null {
  const code = country?.toUpperCase() ?? "";
  if (monthFirstCountries.has(code)) return "month_first";
  return dayFirstCountries.has(code) ? "day_first" : null;
}

/** Words that only papers of one side write; each kind counts once, so that a long clause does not outvote the rest. */
const monthFirstSigns = [
  /\bU\.S\. (?:Government|Department|Government's)\b/,
  /\bFederal Acquisition Regulation\b/,
  /\b(?:EST|EDT|CST|CDT|PST|PDT|Eastern (?:Standard |Daylight )?Time)\b/,
  /\b[A-Z]{2} \d{5}(?:-\d{4})?\b/,
  /\bUSD\b|\bUnited States\b/,
];
const dayFirstSigns = [
  /£\s?\d/,
  /€\s?\d|\d\s?€|\bEUR\b/,
  /\b(?:UK|GBP|BST|CET|CEST|MEZ|AEST|NZST|SAST|INR|AUD)\b/,
  /\bUnited Kingdom\b|\b[Cc]ouncil\b|\bcentre\b|\borganisation\b|\bprogramme\b/,
  /\.(?:gov\.uk|co\.uk|gov\.au|govt\.nz|gov\.ie|gov\.in)\b/,
];

const foreignWords =
  /(?<!\p{L})(?:der|die|das|und|wird|des|les|une|dans|pour|della|degli|per|los|las|para|het|een|voor|oraz|nie|och|til)(?!\p{L})/giu;

/**
 * Whether a document writes the day or the month first: what its unambiguous numeric dates prove, else its language, how it
 * writes dates in words, and marks of the country. Null when these are silent or at odds: then nothing is guessed.
 */
export function dateOrderOf(texts: readonly string[]): DateOrder | null {
  let [dayFirst, monthFirst] = [0, 0];
  for (const text of texts) {
    for (const date of findDates(text)) {
      if (date.proves === "day_first") dayFirst += 1;
      if (date.proves === "month_first") monthFirst += 1;
    }
  }
  if (dayFirst > 0 && monthFirst > 0) return null;
  if (dayFirst + monthFirst > 0) return dayFirst > 0 ? "day_first" : "month_first";
  const whole = texts.join("\n");
  const pictured = [
    /\bmm\s?[/.-]\s?dd\s?[/.-]\s?yy/i.test(whole),
    /\b(?:dd|tt|jj)\s?[/.-]\s?mm\s?[/.-]\s?(?:yy|jj|aa)/i.test(whole),
  ];
  // "(mm/dd/yyyy)" beside a date says how it is written.
  if (pictured[0] !== pictured[1]) return pictured[0] ? "month_first" : "day_first";
  if (isForeign(whole)) return "day_first";
  const worded = orderOfWords(whole);
  const marks = signs(whole, monthFirstSigns) - signs(whole, dayFirstSigns);
  if (worded === "day_first" && marks <= 0) return "day_first";
  if (worded === "month_first" && marks >= 0) return "month_first";
  if (worded === null && Math.abs(marks) >= 2) return marks > 0 ? "month_first" : "day_first";
  return null;
}

function signs(text: string, patterns: RegExp[]): number {
  return patterns.filter((pattern) => pattern.test(text)).length;
}

const monthWord = new RegExp(`(?<!\\p{L})${monthPattern}`, "giu");

function isForeign(text: string): boolean {
  const months = [...text.matchAll(monthWord)].filter((match) => isForeignMonth(match[0])).length;
  const words = text.match(foreignWords)?.length ?? 0;
  const all = text.split(/\s+/).length;
  return months > 0 && words / all > 0.02 ? true : words / all > 0.08;
}

/** "4 March 2026" beside "March 4, 2026": whoever writes words in one order writes numbers in it. */
function orderOfWords(text: string): DateOrder | null {
  const dayFirst = text.match(new RegExp(`\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?${monthPattern}`, "giu"))?.length ?? 0;
  const monthFirst =
    text.match(new RegExp(`(?<!\\p{L})${monthPattern}\\.?\\s+\\d{1,2}(?:st|nd|rd|th)?(?:,|\\s)`, "giu"))?.length ?? 0;
  if (dayFirst > 3 * monthFirst) return "day_first";
  return monthFirst > 3 * dayFirst ? "month_first" : null;
}
