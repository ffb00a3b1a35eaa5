import type { Element } from "domhandler";
import { classTokens } from "./class-tokens";

/** Words by which pages' makers call what a value is, in the languages that markup is written in. */
const meanings = new Set(
  "price prices cost fee rate amount total salary wage pay currency discount preis kosten prix precio date day time deadline due closing start begin end expiry published posted updated created datum frist delai fecha location place city town region country county state address street venue area postcode zip ort standort lieu ville ciudad category categories topic kind type class sector industry theme section department team unit division group kategorie rubrik abteilung author byline writer editor speaker owner manager agent buyer seller vendor supplier company organisation organization employer client customer authority publisher agency contractor firma auteur autor status stage phase availability stock delivery shipping lead duration length hours schedule reference ref number code sku model version edition identifier isbn article brand maker manufacturer marke marque description summary excerpt abstract intro teaser tagline subtitle lede standfirst beschreibung note notes quantity size weight colour color material capacity rating score reviews votes views comments email mail phone telephone tel fax website contact role position job occupation level experience contract employment terms remote language format file source license licence genre season origin distance surface rooms".split(
    " ",
  ),
);
/** Said of values by themselves, and of looks in company: "text-start", "font-size". */
const alsoLooks = new Set(
  "start begin end size weight color colour format group type class order surface position".split(" "),
);
/** Parts of names that speak of looks, place on the screen or nothing. */
const looks = new Set(
  "text value item content body inner outer wrapper wrap container row col column cell flex grid block bold semibold medium small large sm md lg xl xs muted soft hard dim faint strong light dark gray grey white black center centre left right top bottom start end badge tag tags pill chip meta info details detail link title heading header footer label data box card list group line main primary secondary tertiary accent truncate uppercase lowercase icon span field desc first last even odd new old active big tiny bg font fs fw px py mx my mt mb pt pb ml mr border rounded shadow css js is has u l c o d wp e t p h n".split(
    " ",
  ),
);

/**
 * What the classes of an element call the value in it: a known word of the trade in any of their parts, or the last part of a name that was made
 * for the purpose (`berth-card__tide`). Null for names of looks: "text-soft" says nothing about a value.
 */
export function nameByClass(element: Element): string | null {
  const names = classTokens(element).map((token) =>
    token
      .replace(/([a-zà-ÿ])([A-Z])/g, "$1-$2")
      .toLowerCase()
      .split(/[-_]+/)
      .filter(Boolean),
  );
  for (const parts of names) {
    const known = parts.findLast((part) => meanings.has(part) && (parts.length === 1 || !alsoLooks.has(part)));
    if (known) return known;
  }
  for (const token of classTokens(element)) {
    const made = /^[a-z-]{2,40}__([a-zà-ÿ]{3,20})(?:--|$)/.exec(token)?.[1];
    if (made && !looks.has(made)) return made;
  }
  return null;
}
