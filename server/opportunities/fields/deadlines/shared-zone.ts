import type { TenderDocument } from "../../tender-document";
import { type ZoneMention, zoneAfter } from "../dates/find-zone";

/** "All times are Alaska Prevailing Time", "(times in CET)", "Alle Zeitangaben in MEZ": said once for every time of the paper. */
const forAll =
  /(?<!\p{L})(?:all\s+(?:(?:stated|listed|given|mentioned|specified|posted|shown|such)\s+)?times(?:\s+(?:stated|listed|given|mentioned|specified|posted|shown|indicated|noted|referenced))?(?:\s+(?:herein|below|above|in (?:this|the) \p{L}+))?\s+(?:are|is|refer to|mean|shall be)(?:\s+(?:stated|given|expressed|listed|shown|in|as|to|understood))*|times (?:are )?(?:given |stated |shown )?in|alle (?:zeiten|zeitangaben|uhrzeiten)(?: sind)? in|toutes les heures sont(?: indiquées)? en)\s*(?::\s*)?(?:the\s+)?/giu;

/** The one zone that a paper says its times are in; null where it says none, or several. */
export function zoneForAll(document: TenderDocument, country?: string | null): ZoneMention | null {
  const found = [...document.text.matchAll(forAll)]
    .map((match) => zoneAfter(document.text, match.index + match[0].length, country))
    .filter((mention) => mention?.zone);
  const [first] = found;
  return first && found.every((other) => other?.zone === first.zone) ? first : null;
}
