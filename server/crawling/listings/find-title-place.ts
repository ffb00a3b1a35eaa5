import type { Segment } from "./record-segments";
import { hasWords, isAmountText, isCodeText, isDateText } from "./value-kinds";

const titleHeaders =
  /^(?:title|tender|notice|name|subject|description|project|position|job(?: title)?|opportunity|contract|product|titel|bezeichnung|betreff|ausschreibung|vergabe|projekt|stelle|objet|intitul\S{0,3}|titre|consultation|avis|march\S|t[íi]tulo|objeto|denominaci[óo]n|nombre|titolo|oggetto|denominazione|onderwerp|naam|omschrijving|tytu[łl]|nazwa|przedmiot|rubrik|ben[äa]mning|tittel|otsikko|n[áa]zev)(?:$|[\s/(:])/iu;

/** A link to a file is where something is to be read, and seldom what it is called; "Download RFP 14 (PDF)" never is. */
const leadsToFile = /\.(?:pdf|docx?|xlsx?|zip|odt|rtf)(?:$|[?#])/i;
const saysFetch =
  /^(?:download|view|open|read|see|get|print|herunterladen|ansehen|anzeigen|öffnen|télécharger|consulter|voir|lire|descargar|ver|consultar|abrir|scarica|apri|vedi|baixar|bekijk|openen|pobierz|zobacz)(?!\p{L})/iu;

interface Tally {
  records: number;
  texts: Set<string>;
  words: number;
  headings: number;
  links: number;
  plain: number;
  position: number;
}

/**
 * The place at which the records carry their titles: found in most of them, with other words in each, rather a heading or a link
 * than not, and neither a date, an amount nor a number. `headerOf` names a place's table column.
 */
export function findTitlePlace(records: Segment[][], headerOf: (place: string) => string | undefined): string | null {
  const tallies = new Map<string, Tally>();
  for (const segments of records) {
    const seen = new Set<string>();
    segments.forEach((segment, position) => {
      if (seen.has(segment.place)) return;
      seen.add(segment.place);
      addTo(tallies, segment, position);
    });
  }
  let best: { place: string; score: number } | null = null;
  for (const [place, tally] of tallies) {
    const score = scoreOf(tally, records.length) * (titleHeaders.test(headerOf(place) ?? "") ? 2.5 : 1);
    if (score > (best?.score ?? 0)) best = { place, score };
  }
  return best?.place ?? null;
}

function addTo(tallies: Map<string, Tally>, segment: Segment, position: number): void {
  const { place, text } = segment;
  let tally = tallies.get(place);
  if (!tally) {
    tally = { records: 0, texts: new Set(), words: 0, headings: 0, links: 0, plain: 0, position: 0 };
    tallies.set(place, tally);
  }
  tally.records += 1;
  tally.texts.add(text);
  tally.words += Math.min(40, text.split(" ").length);
  if (segment.isHeading) tally.headings += 1;
  if (segment.href && !leadsToFile.test(segment.href)) tally.links += 1;
  if (
    !hasWords(text) ||
    (segment.href && saysFetch.test(text)) ||
    isCodeText(text) ||
    isAmountText(text) ||
    (isDateText(text) && text.length < 40)
  )
    tally.plain += 1;
  tally.position += position;
}

function scoreOf(tally: Tally, total: number): number {
  const { records, texts } = tally;
  const words = tally.words / records;
  const length = words < 1.5 ? 0.7 : words <= 16 ? 1 + Math.min(words, 7) / 10 : words <= 28 ? 0.8 : 0.45;
  const distinct = texts.size / records;
  return (
    (records / total) ** 2 *
    distinct ** 2 *
    length *
    (1 + (1.4 * tally.headings) / records) *
    (1 + (0.9 * tally.links) / records) *
    (1 - (0.93 * tally.plain) / records) *
    Math.max(0.5, 1 - 0.05 * (tally.position / records))
  );
}
