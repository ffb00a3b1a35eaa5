import type { Money } from "../notice-facts";

const symbols: [RegExp, string][] = [
  [/£|\bGBP\b|\bpounds?\b/i, "GBP"],
  [/€|\bEUR\b|\beuros?\b/i, "EUR"],
  [/\bCHF\b|\bFr\.|\bSFr/i, "CHF"],
  [/\bUSD\b|\bUS\$/i, "USD"],
  [/\bCAD\b|\bC\$|\bCA\$/i, "CAD"],
  [/\bAUD\b|\bA\$|\bAU\$/i, "AUD"],
  [/\bNZD\b|\bNZ\$/i, "NZD"],
  [/\bSEK\b/i, "SEK"],
  [/\bNOK\b/i, "NOK"],
  [/\bDKK\b/i, "DKK"],
  [/\bPLN\b|zł/i, "PLN"],
  [/\bCZK\b|Kč/i, "CZK"],
  [/\bHUF\b/i, "HUF"],
  [/\bRON\b/i, "RON"],
  [/\bZAR\b/i, "ZAR"],
  [/\bINR\b|₹/i, "INR"],
  [/\bJPY\b|¥/i, "JPY"],
  [/\bBRL\b|\bR\$/i, "BRL"],
  [/\bMXN\b/i, "MXN"],
  [/\$/, "USD"],
];

const number = /\d[\d.,'’\u00a0\u202f ]*\d|\d/g;
const scales: [RegExp, number][] = [
  [/^\s*(?:bn|billion|mrd|milliarden?|milliards?)(?!\p{L})/iu, 1e9],
  [/^\s*(?:m|mn|mio|million(?:en|s)?|millones|milioni)(?!\p{L})\.?/iu, 1e6],
  [/^\s*(?:k|thousand|tsd|tausend|mille|mil)(?!\p{L})\.?/iu, 1e3],
];

/** "£1.2 million", "1.250.000,50 €", "EUR 100 000 – 200 000": the amount as a decimal, the upper end of a range, the currency where told. */
export function readMoney(text: string): Money | null {
  const currency = symbols.find(([pattern]) => pattern.test(text))?.[1] ?? null;
  const found = [...text.matchAll(number)].flatMap((match) => {
    const after = text.slice(match.index + match[0].length);
    if (/^\s*%/.test(after)) return [];
    const scale = scales.find(([pattern]) => pattern.test(after))?.[1] ?? 1;
    const amount = decimalOf(match[0], scale);
    return amount === null ? [] : [{ amount, scale, end: match.index + match[0].length, start: match.index }];
  });
  const [first, second] = found;
  if (!first || (currency === null && Number(first.amount) < 100)) return null;
  const between = second ? text.slice(first.end, second.start) : "";
  const isRange =
    second !== undefined &&
    /^[\s\p{L}£€$.]*(?:-|–|—|\bto\b|\bbis\b|\band\b|\bund\b|\bet\b|\ba\b|\bà\b|\by\b)[\s£€$]*(?:[A-Z]{3}\s*)?$/iu.test(
      between,
    );
  if (!isRange) {
    const isLimit = /\b(?:up to|maximum|max|bis zu|jusqu['’]?à|hasta|fino a|tot)\b/iu.test(text.slice(0, first.start));
    return isLimit ? { amount: null, maxAmount: first.amount, currency } : { amount: first.amount, currency };
  }
  // "£1 – 2 million": the scale stands once, after both.
  const low =
    first.scale === 1 && second.scale > 1 && Number(first.amount) < 1_000
      ? String(Number(first.amount) * second.scale)
      : first.amount;
  return { amount: low, maxAmount: second.amount, currency };
}

function decimalOf(written: string, scale: number): string | null {
  const bare = written.replace(/[\s\u00a0\u202f'’]/g, "");
  const lastMark = Math.max(bare.lastIndexOf("."), bare.lastIndexOf(","));
  const digitsAfter = lastMark < 0 ? 0 : bare.length - lastMark - 1;
  const marks = bare.match(/[.,]/g)?.length ?? 0;
  const sameMarks = new Set(bare.match(/[.,]/g) ?? []).size === 1;
  // Three digits after the only kind of mark are thousands, unless a scale says that it is a fraction ("1.250 million").
  const isFraction = lastMark >= 0 && (digitsAfter !== 3 || (marks === 1 && scale > 1)) && !(marks > 1 && sameMarks);
  const whole = (isFraction ? bare.slice(0, lastMark) : bare).replace(/[.,]/g, "");
  const fraction = isFraction ? bare.slice(lastMark + 1) : "";
  if (!/^\d+$/.test(whole) || whole.length > 15) return null;
  const value =
    scale === 1
      ? `${whole}${fraction ? `.${fraction}` : ""}`
      : String(Math.round(Number(`${whole}.${fraction || 0}`) * scale));
  return value.replace(/^0+(?=\d)/, "").replace(/\.0+$/, "");
}
