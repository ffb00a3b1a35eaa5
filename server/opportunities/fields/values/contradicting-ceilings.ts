import type { Contradiction, FoundField } from "../tender-fields";
import type { DocumentView } from "./package-view";

/** The most that the buyer pays for all of it. */
const ceiling =
  /(?<!\p{L})(?:(?:not|never) (?:to )?(?:be )?exceed|not[- ]to[- ]exceed|(?:price )?ceiling|maximum (?:contract |total )?(?:budget|value|price|amount)|(?:total|overall|available) budget|budget (?:of|is|for)|will pay up to|höchst(?:wert|preis|betrag)|budget maximum|montant maxim\w+|presupuesto (?:base|máximo)|importo massimo)(?!\p{L})/iu;
/** What the sum is said of. */
const whole =
  /(?<!\p{L})(?:projects?|tenders?|contracts?|agreement|procurement|assignment|budget|consultancy|services|works?|auftrag\w*|projekt\w*|marché|prestations?|contrato|appalto)(?!\p{L})/iu;
/** Sums of a part or a time, and of what is asked or estimated, hold beside the whole. */
const partial =
  /(?<!\p{L})(?:per|each|every|annual\w*|years?|yearly|months?|monthly|base|options?|optional|phases?|lots?|stages?|milestones?|travel|expenses|first|second|third|additional|initial|pilot|maintenance|licen[cs]es?|deposit|advance|los|jahr\w*|monat\w*|an|mois|tranche|lote|año)(?!\p{L})|\?\s*$/iu;

/**
 * Two papers in force, or two sentences of one, that cap the whole procurement at different sums of one currency. Sums of a
 * lot, a phase, a year or an option are none of the whole, and more than two different ones are sums of several things.
 */
export function contradictingCeilings(views: readonly DocumentView[], fields: readonly FoundField[]): Contradiction[] {
  const sure = new Set(views.filter(({ standing }) => standing.weight >= 1).map(({ document }) => document.id));
  const said = fields.flatMap((field) => {
    if (field.name !== "value" || field.value.maxAmount || !field.value.currency || !sure.has(field.place.document))
      return [];
    const isOfAll = ceiling.test(field.quote) && whole.test(field.quote) && !partial.test(field.quote);
    return isOfAll ? [{ place: field.place, quote: field.quote, text: field.text, value: field.value }] : [];
  });
  const [first] = said;
  const others = said.filter(({ value }) => Number(value.amount) !== Number(first?.value.amount));
  const [other] = others;
  if (!first || !other || first.value.currency !== other.value.currency) return [];
  if (others.some(({ value }) => Number(value.amount) !== Number(other.value.amount))) return [];
  return [
    {
      what: `ceiling of the price: ${first.text} or ${other.text}`,
      kind: "value",
      severity: "hard",
      a: { place: first.place, quote: first.quote },
      b: { place: other.place, quote: other.quote },
    },
  ];
}
