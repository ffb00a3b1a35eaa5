import { zoneAfter } from "../fields/dates/find-zone";

const month =
  "(?:jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|june?|july?|aug(?:ust|\\.)?|sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?|januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre)";
const date = `(?:${month} \\d{1,2}(?:st|nd|rd|th)?(?!\\d)(?:,? \\d{4})?|\\d{1,2}(?:st|nd|rd|th|\\.)? ${month}(?:,? \\d{4})?|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4})`;
const clock =
  "(?:\\d{1,2}[:.]\\d{2}(?: ?[ap]\\.?m\\.?| uhr| h)?|\\d{1,2} ?h ?\\d{0,2}(?!\\p{L})|\\d{1,2} ?(?:[ap]\\.?m\\.?)?|noon|midnight)(?!\\d)";
const amount =
  "(?:approximately )?(?:\\w+ )?\\(?\\d+\\)?(?: to \\d+)?|one|two|three|four|five|six|seven|ten|fourteen|thirty";
const span = "(?:calendar |business |working |federal |full )?(?:hours?|days?|weeks?|months?|years?)";
const tail = "(?: (?:of|after|from|before|prior to|following) [^,.;:()]{2,200})?";

const patterns = [
  `(?:by|on or before|no later than|not later than|until|due(?: by| on)?|before)(?: the)? (?:${clock}[^.;]{0,40}? )?(?:on )?${date}(?:,?(?: at| by| until)? ${clock})?`,
  `${date},? (?:at |by |à |um |gegen )?${clock}`,
  `(?:within|no later than|not later than|at least|up to|in) (?:${amount}) (?:\\(\\d+\\) )?${span}${tail}`,
  `(?:${amount}) (?:\\(\\d+\\) )?${span} (?:of|after|from|before|prior to|following) [^,.;:()]{2,200}`,
  "(?:immediately|promptly|upon award|on the same day(?: that)? [^,.;]{2,60}|by the (?:official )?closing date(?: and time)?|at the end of (?:each|every|the) [^,.;]{2,40}|(?:the )?end of (?:every|each|second|the) [^,.;|]{2,50}|before (?:the )?(?:award|start|booking|traveling|travelling)[^,.;]{0,40}|prior to [^,.;]{2,50})",
  "(?:daily|weekly|monthly|quarterly|annually|every (?:day|week|month|quarter|year|sprint)|each (?:day|week|month|quarter|year|sprint)|on a (?:daily|weekly|monthly|quarterly) basis)",
  `(?:innerhalb von|binnen|spätestens(?: bis| am)?|bis(?: zum)?|dans un délai de|au plus tard(?: le)?|avant le) [^,.;]{2,60}`,
].map((source) => new RegExp(`\\b${source}`, "iu"));

/** A match that ends in a time of day: the zone that it is told in stands behind it. */
const endsInClock = /(?:\d[:.]\d{2}(?: uhr| h)?|\d ?h ?\d{0,2}|[ap]\.?m\.?|noon|midnight)$/iu;

/** The literal words of a requirement that say by when or how often it must be done; the most definite of them. */
export function findDue(quote: string): string | null {
  for (const pattern of patterns) {
    const match = pattern.exec(quote);
    if (match) return quote.slice(match.index, endOf(quote, match.index + match[0].length)).trim();
  }
  return null;
}

/** Where the words end: no word is cut in two, and a time of day keeps its zone. */
function endOf(quote: string, from: number): number {
  const isInWord = /\p{L}$/u.test(quote.slice(0, from));
  const end = isInWord ? from + (/^\p{L}*/u.exec(quote.slice(from))?.[0].length ?? 0) : from;
  if (!endsInClock.test(quote.slice(0, end))) return end;
  const zone = zoneAfter(quote, end);
  if (!zone) return end;
  return /^[)\]]/.test(quote.slice(zone.end)) && /[([]/.test(quote.slice(end, zone.start)) ? zone.end + 1 : zone.end;
}
