/** What lists call their parts by whether these are still to come, current or over, in several languages. */
const parts =
  /(?<![\p{L}])(?:current|open|active|live|ongoing|running|clos(?:ed|ing)|past|previous|archived?|expired|awarded|completed|ended|finished|cancelled|planned|upcoming|forthcoming|future|laufende?n?|aktuelle?n?|offene?n?|abgeschlossene?n?|abgelaufene?n?|beendete?n?|vergangene?n?|vergebene?n?|archiv|geplante?n?|kommende?n?|en cours|ouverte?s?|cl[oô]tur[ée]e?s?|close?s|termin[ée]e?s?|pass[ée]e?s?|attribu[ée]e?s?|archives?|[àa] venir|abiert[oa]s?|vigentes?|en plazo|cerrad[oa]s?|finalizad[oa]s?|adjudicad[oa]s?|hist[óo]ric[oa]s?|pr[óo]xim[oa]s?|in corso|apert[eio]|attiv[eio]|chius[eio]|scadut[eio]|aggiudicat[eio]|archivio|lopende?|gesloten|afgesloten|verlopen|archief)(?![\p{L}])/iu;

const mostWords = 5;

/** "Closed tenders", "Archiv", "Consultations clôturées (12)": few words that name one part of a list. */
export function namesPart(text: string): boolean {
  const words = text.replace(/[([]?\d+[)\]]?/g, " ").trim();
  return words !== "" && words.split(/\s+/).length <= mostWords && parts.test(words);
}
