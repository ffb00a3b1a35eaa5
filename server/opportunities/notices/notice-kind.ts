import type { OpportunityKind } from "@/lib/vocabulary/opportunities";

/** What buyers call what they publish, in the languages of the portals; the first that is named wins. */
const words: [OpportunityKind, RegExp][] = [
  [
    "rfi",
    /\b(?:rfi|requests? for information|sources sought|market (?:engagement|sounding|consultation|research)|early engagement|expressions? of interest|soft market test\w*)\b|\bMarkterkundung|\bInteressenbekundung|\b(?:sourcing|consultation du marché)\b|\bmanifestation d['’]intérêt|\bconsulta preliminar|\bmanifestazione d['’]interesse|\bmarktconsultatie/iu,
  ],
  [
    "grant",
    /\b(?:grants?|funding opportunit(?:y|ies)|notice of funding|call for proposals|cooperative agreement)\b|\bZuwendung|\bFörderaufruf|\bappel à projets|\bsubvention|\bsubvenci[oó]n|\bsovvenzion/iu,
  ],
  [
    "rfq",
    /\b(?:rf[qt]q|rfq|requests? for (?:quotes?|quotations?)|invitation to quote|quotation|itq)\b|\bdemande de (?:devis|prix)|\bAngebotsanfrage|\bPreisanfrage|\bsolicitud de (?:cotizaci[oó]n|presupuesto)|\brichiesta di preventivo|\bofferteaanvraag/iu,
  ],
  ["rfp", /\b(?:rfp|requests? for (?:proposals?|offers?)|solicitud de propuestas?|invitation for proposals?)\b/iu],
  [
    "framework",
    /\b(?:framework(?: agreement)?|dynamic purchasing system|dps)\b|\bRahmen(?:vertrag|vereinbarung)|\baccord[- ]cadre|\bacuerdo marco|\baccordo quadro|\braamovereenkomst/iu,
  ],
  [
    "tender",
    /\b(?:tender|itt|ifb|invitation (?:to|for) (?:tender|bids?)|solicitation|combined synopsis)\b|\bAusschreibung|\bVergabe|\bappel d['’]offres|\bmarché\b|\blicitaci[oó]n|\bgara\b|\baanbesteding|\bprzetarg/iu,
  ],
];

export function kindOf(...stated: (string | null | undefined)[]): OpportunityKind | null {
  for (const text of stated) {
    if (!text) continue;
    const found = words.find(([, pattern]) => pattern.test(text));
    if (found) return found[0];
  }
  return null;
}
