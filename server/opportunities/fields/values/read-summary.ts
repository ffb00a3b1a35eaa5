import type { FoundField } from "../tender-fields";
import { type DocumentView, placeOf, plain, textOf, trimmed } from "./package-view";

const purpose =
  /(?<!\p{L})(?:(?:is|are) (?:seeking|looking for|soliciting|inviting|requesting)|seeks|hereby issues|(?:intends|wishes|plans) to (?:procure|acquire|purchase|award|contract|develop|appoint|establish)|the purpose of this|the (?:objective|aim|goal) (?:of|is)|requires? (?:an?|the)|needs? (?:an?|the)|invites? (?:tenders|bids|proposals|quotations|offers)|to (?:provide|supply|design|develop|deliver|build)|renewal of|supply of|provision of|gegenstand (?:der|des)|beabsichtigt|benötigt|sucht|a pour objet|objet du marché|porte sur|recherche|tiene por objeto|el objeto|ha per oggetto|l['’]oggetto|is op zoek|przedmiotem)(?!\p{L})/iu;
const section =
  /(?<!\p{L})(?:purpose|scope|background|overview|introduction|summary|description|what is wanted|statement of need|objectives?|requirements?|about|gegenstand|beschreibung|leistungsumfang|objet|description|contexte|objeto|oggetto|omschrijving|przedmiot)(?!\p{L})/iu;

/** What a statute or a regulation says is no summary of a tender. */
const quotesLaw =
  /(?<!\p{L})(?:U\.?S\.?C\.?|C\.?F\.?R\.?|Public Law|Pub\. ?L|F\.?A\.?R\.? (?:part|subpart|\d)|(?:section|sections|article|title|chapter|part) \d[\w.()-]* of (?:the|title)|(?:act|code|statutes?|ordinance|directive|regulation|law) (?:of \d{4}|no\.? ?\d|requires|provides|states|\d{4}\/\d+)|executive order \d|règlement \(|loi n[°o]|décret n[°o]|richtlinie \d{4}|verordnung \()|§/iu;

/** What a list would have gone on with: "... is looking for a contractor by providing:". */
const dangling =
  /,?\s+(?:(?:by|for|of|in) \p{L}+ing|by|to|for|with|including|such as|as follows|(?:with |including )?the following(?: \p{L}+)?)\s*:?\s*$/iu;

/** "1.1 The council invites", "A.2 " */
const clauseNumber = /^(?:[A-Z]\.?)?\d{1,2}(?:\.\d{1,3}){1,4}\.?\s+(?=\p{Lu})/u;

/** One sentence of the papers that tells what is wanted. */
export function readSummary(views: readonly DocumentView[]): FoundField[] {
  const found: FoundField[] = [];
  for (const view of views) {
    if (view.weight === 0) continue;
    for (const [index, unit] of view.document.units.slice(0, 70).entries()) {
      if (unit.kind !== "sentence") continue;
      const span = trimmed(view.document, unit);
      const text = plain(textOf(view.document, span)).replace(dangling, ".").replace(clauseNumber, "");
      if (/^(?:it|this|these|they|that|there|however|additionally|in addition)(?!\p{L})|surveillance/iu.test(text))
        continue;
      if (
        text.length < 60 ||
        text.length > 520 ||
        quotesLaw.test(text) ||
        // What a later paper is for is not what is bought.
        /(?<!\p{L})(?:this|the present) (?:amendment|addendum|corrigendum|modification|clarification|notice of change)(?!\p{L})/iu.test(
          text,
        ) ||
        /(?<!\p{L})(?:questions?|late|must be (?:submitted|received)|pull request|clause|licen[cs]e)(?!\p{L})/iu.test(
          text,
        )
      )
        continue;
      const heading = unit.headings.at(-1);
      const isSection = heading ? section.test(textOf(view.document, heading)) : false;
      const isPurpose = purpose.test(text);
      if (!isPurpose && !isSection) continue;
      const score = ((isPurpose ? 2 : 0) + (isSection ? 0.8 : 0) - index * 0.015) * view.weight;
      found.push({
        name: "summary",
        value: text,
        text,
        place: placeOf(view.document, span, unit),
        quote: textOf(view.document, span),
        score,
      });
    }
  }
  return found.sort((a, b) => b.score - a.score).slice(0, 2);
}
