const longNames = "en de fr es it nl pt pl sv da nb fi cs ro hu".split(" ");
// Elsewhere the short names are words of other languages ("out", "set", "ago").
const shortNames = "en de fr es nl".split(" ");
const months = new Set([
  ...longNames.flatMap((language) => monthNames(language, "long")),
  ...shortNames.flatMap((language) => monthNames(language, "short")),
]);

/** As they stand beside a day: some languages inflect them. */
function monthNames(language: string, month: "long" | "short"): string[] {
  const format = new Intl.DateTimeFormat(language, { day: "numeric", month, timeZone: "UTC" });
  return Array.from({ length: 12 }, (_, at) => format.formatToParts(Date.UTC(2031, at, 15)))
    .flatMap((parts) => parts.filter(({ type }) => type === "month"))
    .map(({ value }) => value.toLowerCase().replace(/\.$/, ""));
}

const dayThenWord = /(?<![\p{L}\d])\d{1,2}(?:st|nd|rd|th|er|º)?[.,]?\s(?:de\s|d')?(\p{L}{3,12})(?!\p{L})/giu;
const wordThenDay = /(?<!\p{L})(\p{L}{3,12})\.?\s\d{1,2}(?:st|nd|rd|th)?(?!\d)(?:,?\s\d{4})?/giu;

function namesDay(text: string): boolean {
  for (const pattern of [dayThenWord, wordThenDay]) {
    for (const [, word = ""] of text.matchAll(pattern)) if (months.has(word.toLowerCase())) return true;
  }
  return false;
}

const numeric = /(?:^|[^\d])(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2}))(?!\d)/;
const cjk = /\d{4}\s?[年년]\s?\d{1,2}\s?[月월]/u;
const past =
  /(?:\b(?:yesterday|gestern|ayer|ieri|gisteren|ontem|wczoraj)\b|\bhier\b|\b\d{1,3}\+?\s?(?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|[hdw])\sago\b|\bvor\s(?:\d{1,3}|einer|einem)\s(?:minuten?|stunden?|tage?n?|wochen?|monate?n?)|\bil\sy\sa\s\d{1,3}\s(?:minutes?|heures?|jours?|semaines?|mois)|\bhace\s\d{1,3}\s|\b\d{1,3}\s(?:giorni|giorno|ore|settimane)\sfa\b|\b\d{1,3}\s(?:dagen|dag|uur|weken)\sgeleden\b|\bhá\s\d{1,3}\s(?:dias?|horas?|semanas?)|\b\d{1,3}\s(?:dni|godzin|tygodni)\stemu\b)/iu;
const ahead =
  /(?:\b(?:today|tomorrow|heute|morgen|hoy|oggi|vandaag|hoje|dziś)\b|aujourd.hui|\b\d{1,3}\+?\s?(?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|[hdw])\s(?:left|remaining)\b|\bin\s\d{1,3}\s(?:hours?|days?|weeks?|months?)\b|\bnoch\s\d{1,3}\s(?:tage?|stunden?|wochen?)|\bdans\s\d{1,3}\s(?:minutes?|heures?|jours?|semaines?|mois))/iu;

/** Whether a short text states a date or a time from now, in words of many languages or in numbers. */
export function isDateText(text: string): boolean {
  if (text.length > 90) return false;
  return isDay(text) || past.test(text) || ahead.test(text);
}

/** Whether it only says how long ago something was: another text at each visit. */
export function isAgeText(text: string): boolean {
  return text.length <= 90 && past.test(text) && !isDay(text);
}

const isDay = (text: string) => numeric.test(text) || namesDay(text) || cjk.test(text);

const money =
  /(?:[£$€¥₹]|\b(?:EUR|USD|GBP|CHF|SEK|NOK|DKK|PLN|CZK|AUD|CAD|BRL|INR|JPY|kr|zł|Fr)\b\.?)\s?\d|\d[\d.,' \u00a0\u202f’]{0,20}(?:[£$€¥₹]|\b(?:EUR|USD|GBP|CHF|SEK|NOK|DKK|PLN|CZK|AUD|CAD|BRL|INR|JPY|kr|zł)(?![\p{L}]))/u;

/** Whether a short text is an amount of money. */
export function isAmountText(text: string): boolean {
  return text.length <= 60 && money.test(text);
}

/** A number, reference or code: fewer letters than other signs, or one word with digits in it. */
export function isCodeText(text: string): boolean {
  if (text.length > 60) return false;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return letters < 3 || (/\d/.test(text) && !/\s/.test(text.trim())) || letters * 2 < text.length;
}

export function hasWords(text: string): boolean {
  return /\p{L}{3}|[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]{2}/u.test(text);
}

const numberedStart = /^(?:[\p{L}.]{1,8}[\s-]{0,3}){0,2}\d[\p{L}\d]*(?:[-/.][\p{L}\d]+)+(?=[\s:,–—-])/u;

/** "RFP 23-04 Street sweeping": a reference, and then words. */
export function isNumberedText(text: string): boolean {
  const [start = ""] = numberedStart.exec(text) ?? [];
  return start !== "" && !isDateText(start) && hasWords(text.slice(start.length));
}
