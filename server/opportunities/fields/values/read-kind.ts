import type { OpportunityKind } from "@/lib/vocabulary/opportunities";
import type { FoundField } from "../tender-fields";
import { type DocumentView, placeOf, plain, textOf, trimmed } from "./package-view";

const kinds: readonly { kind: OpportunityKind; words: RegExp }[] = [
  { kind: "rfq", words: /(?<!\p{L})(?:requests? for (?:quotations?|quotes?)|rfqs?|invitation to quote)(?!\p{L})/giu },
  { kind: "rfp", words: /(?<!\p{L})(?:requests? for proposals?|rfps?)(?!\p{L})/giu },
  {
    kind: "rfi",
    words:
      /(?<!\p{L})(?:requests? for information|rfis?|sources sought|market (?:consultation|sounding)|prior information notice)(?!\p{L})/giu,
  },
  {
    kind: "framework",
    words:
      /(?<!\p{L})(?:framework agreement|rahmenvereinbarung|rahmenvertrag|accord-cadre|acuerdo marco|accordo quadro|raamovereenkomst|dynamic purchasing system)(?!\p{L})/giu,
  },
  {
    kind: "grant",
    words:
      /(?<!\p{L})(?:notice of funding opportunity|funding opportunity|call for (?:applications|grant)|grant (?:application|programme|program|agreement)s?|zuwendung|appel à projets)(?!\p{L})/giu,
  },
  {
    kind: "tender",
    words:
      /(?<!\p{L})(?:invitations? (?:to|for) (?:tender|bids?)|itt|ifb|tender (?:notice|documents?)|(?:open|restricted|negotiated) procedure|contract notice|ausschreibung|aufforderung zur (?:angebotsabgabe|abgabe eines angebots)|vergabeunterlagen|offenes verfahren|règlement de (?:la )?consultation|aanbestedingsleidraad|appel d['’]offres|licitación|bando di gara|aanbesteding|przetarg|tenders?(?= (?:are|is|must|will)(?!\p{L}))|notice inviting tenders?|invitation and bid)(?!\p{L})/giu,
  },
];

/** How the buyer calls what it asks for: the first lines count most, then how often the papers say it. */
export function readKind(views: readonly DocumentView[]): FoundField[] {
  const found: FoundField[] = [];
  for (const { kind, words } of kinds) {
    let score = 0;
    let best: FoundField | null = null;
    for (const view of views) {
      if (view.weight === 0) continue;
      const { document } = view;
      const times = document.text.match(words)?.length ?? 0;
      score += Math.min(1.5, times * 0.15) * view.weight;
      const inFront = view.front.slice(0, 14).findIndex((unit) => textOf(document, unit).match(words));
      if (inFront !== -1) score += (2.5 - inFront * 0.1) * view.weight;
      const unit =
        inFront === -1 ? document.units.find((one) => textOf(document, one).match(words)) : view.front[inFront];
      if (!unit || (best && best.score >= view.weight)) continue;
      const at = textOf(document, unit).search(new RegExp(words.source, "iu"));
      const length = textOf(document, unit).match(words)?.[0].length ?? 0;
      const span = trimmed(document, { start: unit.start + at, end: unit.start + at + length });
      best = {
        name: "kind",
        value: kind,
        text: plain(textOf(document, span)),
        place: placeOf(document, span, unit),
        quote: textOf(document, span),
        score: view.weight,
      };
    }
    if (best) found.push({ ...best, score });
  }
  return found.sort((a, b) => b.score - a.score).slice(0, 3);
}
