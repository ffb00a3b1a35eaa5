/** ISO 639-2 and -3 as eForms writes them, to BCP 47. */
const tags: Record<string, string> = Object.fromEntries(
  "BUL:bg CES:cs DAN:da DEU:de ELL:el ENG:en EST:et FIN:fi FRA:fr GLE:ga HRV:hr HUN:hu ITA:it LAV:lv LIT:lt MLT:mt NLD:nl POL:pl POR:pt RON:ro SLK:sk SLV:sl SPA:es SWE:sv NOR:no NOB:nb NNO:nn ISL:is CAT:ca EUS:eu GLG:gl SRP:sr MKD:mk SQI:sq BOS:bs TUR:tr UKR:uk RUS:ru ARA:ar CYM:cy LTZ:lb"
    .split(" ")
    .map((pair) => pair.split(":") as [string, string]),
);

export function languageTag(code: string | null): string | null {
  return code ? (tags[code.toUpperCase()] ?? code.toLowerCase()) : null;
}
