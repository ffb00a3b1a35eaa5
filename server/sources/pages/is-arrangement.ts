import { pageNumbersOf } from "@/server/crawling/listings";

const orderedBy =
  /^(?:tags?|tagged|label|labels|keywords?|categor(?:y|ies)|topics?|authors?|archives?|search|suche|recherche|buscar|schlagwort|kategorie|autor|auteur|etiquetas?|etiquettes?|calendar|kalender|calendrier|calendario|login|signin|sign-in|register|cart|basket|checkout|compare|print|share)$/i;
const timeNames = /^(?:y|m|d|year|month|day|date|week|from|to|since|until|jahr|monat|tag|woche|annee|mois|jour)$/i;
const filterNames =
  /^(?:q|query|s|search|filter|filters|facet|tag|tags|category|cat|sort|order|view|lang|locale|ref|referrer|src|source|via|origin|campaign)$/i;

/**
 * Whether an address only arranges what the site has anyway: a further page of a list, the entries of a month, of a tag or of an author, a search, a
 * calendar's next leaf. That there is one more of these is no news.
 */
export function isArrangement(address: string): boolean {
  if (pageNumbersOf(address).length > 0) return true;
  const { pathname, searchParams } = new URL(address);
  if ([...searchParams.keys()].some((name) => timeNames.test(name) || filterNames.test(name))) return true;
  const parts = pathname.split("/").filter(Boolean);
  return parts.slice(-2).some((part) => orderedBy.test(part)) || isDatedFolder(parts);
}

/** `/2026`, `/2026/11` and `/2026/11/27` hold what was published then; `/2026/11/title` is one of it. */
function isDatedFolder(parts: readonly string[]): boolean {
  const last = parts.at(-1)?.replace(/\.[xs]?html?$/i, "") ?? "";
  const path = `/${[...parts.slice(0, -1), last].join("/")}`;
  return /\/(?:19|20)\d\d(?:\/(?:0?[1-9]|1[0-2])(?:\/(?:0?[1-9]|[12]\d|3[01]))?)?$/.test(path);
}
