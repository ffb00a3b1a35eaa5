const month =
  "(?:jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|june?|july?|aug(?:ust|\\.)?|sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?|januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre)";
const date = `(?:${month} \\d{1,2}(?:st|nd|rd|th)?(?!\\d)(?:,? \\d{4})?|\\d{1,2}(?:st|nd|rd|th|\\.)? ${month}(?:,? \\d{4})?|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4})`;
const clock =
  "(?:\\d{1,2}(?::\\d{2})? ?(?:[ap]\\.?m\\.?)?|noon|midnight|\\d{1,2}[:.]\\d{2}(?: uhr| h)?|\\d{1,2} ?h ?\\d{0,2})(?!\\d)(?: ?(?:[A-Z]{2,4}|\\([A-Z]{2,4}\\)|eastern|central|pacific|mountain)(?: time)?)?";
const amount =
  "(?:approximately )?(?:\\w+ )?\\(?\\d+\\)?(?: to \\d+)?|one|two|three|four|five|six|seven|ten|fourteen|thirty";
const span = "(?:calendar |business |working |federal |full )?(?:hours?|days?|weeks?|months?|years?)";
const tail = "(?: (?:of|after|from|before|prior to|following) [^,.;:()]{2,80})?";

const patterns = [
  `(?:by|on or before|no later than|not later than|until|due(?: by| on)?|before)(?: the)? (?:${clock}[^.;]{0,25}? )?(?:on )?${date}(?:,?(?: at| by| until)? ${clock})?`,
  `${date},? (?:at |by |à |um |gegen )?${clock}`,
  `(?:within|no later than|not later than|at least|up to|in) (?:${amount}) (?:\\(\\d+\\) )?${span}${tail}`,
  `(?:${amount}) (?:\\(\\d+\\) )?${span} (?:of|after|from|before|prior to|following) [^,.;:()]{2,80}`,
  "(?:immediately|promptly|upon award|on the same day(?: that)? [^,.;]{2,60}|by the (?:official )?closing date(?: and time)?|at the end of (?:each|every|the) [^,.;]{2,40}|(?:the )?end of (?:every|each|second|the) [^,.;|]{2,50}|before (?:the )?(?:award|start|booking|traveling|travelling)[^,.;]{0,40}|prior to [^,.;]{2,50})",
  "(?:daily|weekly|monthly|quarterly|annually|every (?:day|week|month|quarter|year|sprint)|each (?:day|week|month|quarter|year|sprint)|on a (?:daily|weekly|monthly|quarterly) basis)",
  `(?:innerhalb von|binnen|spätestens(?: bis| am)?|bis(?: zum)?|dans un délai de|au plus tard(?: le)?|avant le) [^,.;]{2,60}`,
].map((source) => new RegExp(`\\b${source}`, "iu"));

/** The literal words of a requirement that say by when or how often it must be done; the most definite of them. */
export function findDue(quote: string): string | null {
  for (const pattern of patterns) {
    const match = pattern.exec(quote);
    if (match) return match[0].trim();
  }
  return null;
}
