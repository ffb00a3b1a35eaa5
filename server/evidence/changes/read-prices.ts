import { seenText } from "./reading/words";

export interface Price {
  /** As written: "$49", "1.200,50 EUR". */
  text: string;
  /** Symbol or code as written. */
  currency: string;
  amount: number;
  at: number;
}

const codes = "EUR|USD|GBP|CHF|CAD|AUD|NZD|JPY|CNY|INR|BRL|SEK|NOK|DKK|PLN|CZK|HUF|RON|MXN|ZAR|SGD|HKD|KRW|TRY|ILS|AED";
const names = "[Ee]uros?|[Dd]ollars?|[Pp]ounds?|[Ff]rancs?|[Pp]esos?|[Dd]ólares|Fr\\.";
const amount = "\\d{1,3}(?:[.,' \\u00a0\\u202f’]\\d{3}){1,4}(?:[.,]\\d{1,2})?(?!\\d)|\\d{1,9}(?:[.,]\\d{1,4})?";
const scale =
  "(?:\\s?(?:k|m|bn|thousand|million|billion|Mio|Mrd|Millionen|Milliarden|millions?|milliards?|millones)(?![\\p{L}]))?";
const price = new RegExp(
  `((?:\\b(?:US|CA|AU|NZ|HK|C|A|R|S)|(?<![\\p{L}]))\\p{Sc}|\\b(?:${codes})\\b)\\s?(${amount})(${scale})|(?<![\\d.,])(${amount})(${scale})\\s?(\\p{Sc}(?!\\d)|(?:${codes}|${names})(?![\\p{L}]))`,
  "gu",
);

/** Every amount with its currency in a text, in reading order. */
export function readPrices(text: string): Price[] {
  return [...seenText(text).matchAll(price)].map((match) => {
    const [whole, front, frontAmount, frontScale, backAmount, backScale, back] = match;
    const digits = frontAmount ?? backAmount ?? "";
    return {
      text: whole.trim(),
      currency: (front ?? back ?? "").trim(),
      amount: readAmount(digits) * scaleOf((frontScale ?? backScale ?? "").trim().toLowerCase()),
      at: match.index,
    };
  });
}

/** "1.200,50", "1,200.50", "1 200", "12,5": a separator that occurs once is a decimal point, unless exactly three digits follow. */
export function readAmount(digits: string): number {
  const plain = digits.replace(/[\s'’]/g, "");
  const last = Math.max(plain.lastIndexOf("."), plain.lastIndexOf(","));
  if (last < 0) return Number(plain);
  const [whole, fraction] = [plain.slice(0, last), plain.slice(last + 1)];
  const hasBoth = plain.includes(".") && plain.includes(",");
  const isRepeated = whole.includes(plain[last] ?? "");
  const isDecimal = !isRepeated && (hasBoth || fraction.length !== 3 || whole === "0");
  const units = whole.replace(/[.,]/g, "");
  return Number(isDecimal ? `${units}.${fraction}` : units + fraction);
}

function scaleOf(word: string): number {
  if (word === "k" || word === "thousand") return 1_000;
  if (word === "m" || word === "mio" || /^mill/.test(word)) return /^milliard/.test(word) ? 1e9 : 1e6;
  return word === "" ? 1 : 1e9;
}

/** "+20%", "-7.5%"; null where a currency changed or one side is nothing. */
export function percentChange(before: Price, after: Price): string | null {
  if (before.currency !== after.currency || before.amount === 0 || after.amount === 0) return null;
  const percent = ((after.amount - before.amount) / before.amount) * 100;
  const rounded = Math.abs(percent) < 10 ? Math.round(percent * 10) / 10 : Math.round(percent);
  return `${percent > 0 ? "+" : ""}${rounded}%`;
}

/** What stands where a price would: free, or to be asked for. */
export const unpriced =
  /^(?:free(?: forever)?|kostenlos|gratis|gratuite?|custom(?: pricing)?|contact (?:us|sales)|let.s talk|on request|auf anfrage|sur demande|nous contacter|a consultar|contáctenos)$/iu;
