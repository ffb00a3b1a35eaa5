import { seenText, wordsOf } from "./words";

/**
 * Texts that differ at every visit although nobody edited them. A time with seconds is a machine's clock, unless it ends on :00 or :59,
 * as deadlines written by people do.
 */
const folds: readonly RegExp[] = [
  /(?<!\p{L})(?:it is now|the time is(?: now)?|time now|es ist jetzt|jetzt ist es|il est maintenant|son las)\s*:?\s+(?=[^.;|()]{0,30}\d)[^.;|()]{4,40}/giu,
  /\b\d{1,4}\s+(?:minutes?|hours?|days?|weeks?|months?)\s+ago\s+by\s+[\p{L}\d._-]{1,30}/giu,
  /\b(?:(?:over|about|almost|nearly|more than|less than)\s+)?(?:\d{1,4}\+?|an?|one|two|three|a few|several)\s+(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?)\s+ago\b/gi,
  /(?<=\b(?:updated|edited|modified|posted|published|added|active|seen|replied)\s*:?\s+)(?:today|yesterday|(?:this|last) (?:week|month|year)|(?:in|within|during) the (?:last|past) (?:minute|hour|day|week|month))\b/gi,
  /(?<=(?<!\p{L})(?:aktualisiert|bearbeitet|geändert|veröffentlicht|gepostet)\s*:?\s+)(?:heute|gestern|(?:diese|letzte) woche|(?:diesen|letzten) monat)(?![\p{L}])/giu,
  /\bvor\s+(?:(?:über|etwa|fast)\s+)?(?:\d{1,4}|einem|einer|wenigen)\s+(?:sekunden?|minuten?|stunden?|tag(?:en)?|wochen?|monat(?:en)?|jahr(?:en)?)(?![\p{L}])/giu,
  /\bil y a\s+(?:\d{1,4}|une?|quelques)\s+(?:secondes?|minutes?|heures?|jours?|semaines?|mois|ans?)(?![\p{L}])/giu,
  /\bhace\s+(?:\d{1,4}|una?|unos|unas)\s+(?:segundos?|minutos?|horas?|d[ií]as?|semanas?|mes(?:es)?|años?)(?![\p{L}])/giu,
  /(?<!\p{L})(?:just now|gerade eben|à l.instant|ahora mismo)(?![\p{L}])/giu,
  /(?:\d{4}-\d{2}-\d{2}[T ])?(?<!\d)\d{1,2}:\d{2}:(?!00|59)\d{2}(?:[.,]\d{1,9})?(?:\s?(?:[ap]m|utc|gmt|z)(?![\p{L}])|[+-]\d{2}:?\d{2})?/giu,
  /\b[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}\b/gi,
  /\b(?=[a-f]{0,64}\d)(?=\d{0,64}[a-f])[\da-f]{16,128}\b/g,
  /\b(?=[\w-]{0,128}\d)(?=[\w-]{0,128}[a-z])(?=[\w-]{0,128}[A-Z])[A-Za-z\d_]{20,128}\b/g,
  /\b(?=[a-z\d]{20,128}\b)\d{0,20}(?:[a-z]{1,20}\d{1,20}){3,60}[a-z]{0,20}\b/g,
  /(?<!\p{L})(?:(?:showing|displaying|items?|results?|entries|products?|jobs?|articles?|einträge|ergebnisse|treffer|résultats?|resultados?|risultati|resultaten)\s+){1,2}\d{1,6}\s*(?:[-–]|to|bis|à|a)\s*\d{1,6}\s+(?:of|von|sur|de|di|van)\s+\d[\d.,]{0,9}(?:\s+(?:items?|results?|entries|products?|jobs?|articles?))?(?!\p{L})/giu,
  /(?:©|\(c\)|\bcopyright)\s*(?:©\s*)?(?:\d{4}\s*[-–]\s*)?\d{4}/gi,
  /\b\d[\d.,]{0,12}\s?[km]?\s+(?:of\s+\d[\d.,]{0,12}\s+)?(?:people|users|persons|readers|customers|visitors|candidates|others)\s+(?:have\s+|has\s+)?(?:already\s+)?(?:applied|found|like|liked|are viewing|are looking(?: at)?|looked at|are watching|are reading|viewed|marked|read|seen|visited|bought|ordered)(?:\s+(?:this|it))?(?:\s+(?:article|page|answer|review|job|vacancy|position|product|item|offer|right now|now|as))?(?:\s+(?:helpful|useful))?(?:\s+(?:today|this week))?/gi,
  /\b\d[\d.,]{0,12}\s+(?:people|users|persons|customers|shoppers|others)\s+(?:have|has|with)\s+(?:this|it)\s+in\s+(?:their|the)\s+(?:basket|cart|bag|trolley|wish ?list)s?/gi,
  /\b\d[\d.,]{0,12}\s+(?:personen|leser|nutzer|kunden)\s+(?:fanden|finden)\s+(?:das|dies|diesen|diese)(?:\s+(?:artikel|seite|antwort|bewertung))?\s+(?:hilfreich|nützlich)/gi,
  /\b\d[\d.,]{0,12}\s+(?:personnes|lecteurs|utilisateurs|clients)\s+ont\s+trouvé\s+(?:cela|ceci|cet article|cette page|cet avis)\s+utile/gi,
  /\b(?:a\s+)?\d[\d.,]{0,12}\s+(?:personas|lectores|usuarios|clientes)\s+(?:les\s+)?(?:encontraron|pareció|resultó)\s+(?:esto|este artículo|esta página)?\s*útil/gi,
];
const spanLeft = String.raw`\d{1,4}\s+(?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?|minuten?|stunden?|tag(?:e|en)?|wochen?|monat(?:e|en)?|heures?|jours?|semaines?|mois|horas?|d[ií]as?|semanas?|mes(?:es)?)`;
/** How long it is until a date: another at each visit, and said of the date beside it or of nothing else. */
const countdown = new RegExp(
  String.raw`(?<!\p{L})(?:(?:closes|closing|closed|ends|ending|ended|due|expires|opens|starts|endet|schlie(?:ß|ss)t|läuft ab|se termine|clôture|termina|cierra)\s+(?:(?:in|dans|en)\s+${spanLeft}|today|tomorrow|yesterday|heute|morgen|aujourd.hui|demain|hoy|mañana|${spanLeft}\s+ago)|(?:noch|il reste|quedan?|faltan?)\s+${spanLeft}|${spanLeft}\s+(?:left|remaining|to go|restants?|restantes?))(?!\p{L})`,
  "giu",
);
/** Counters of attention; in a sentence they may be its subject. */
const counters: readonly RegExp[] = [
  /\b(?:\d[\d.,]{0,12}\s?[km]?|no)\s+(?:views?|likes?|comments?|reactions?|claps|upvotes|aufrufe|kommentare?|vues|commentaires?|vistas|visualizaciones|comentarios?)(?![\p{L}])/giu,
  /(?<!\p{L})(?:read|viewed|seen|visited|downloaded|gelesen|aufgerufen|consultée?s?|vue?s?|lue?s?|visto|vista|leíd[oa])\s+\d[\d.,]{0,12}\s*(?:times?|x|mal|fois|veces)(?:\s+(?:today|this (?:week|month)|heute|aujourd.hui|hoy))?(?![\p{L}])|\b\d[\d.,]{0,12}\s?(?:×|mal)\s+(?:gelesen|aufgerufen|angesehen)(?![\p{L}])/giu,
  /\b\d{1,3}[\s-]?(?:min(?:ute)?s?)\.?\s+(?:read|lesezeit|de lecture|de lectura)(?![\p{L}])/giu,
];

const madeAt =
  /\b(?:generated|rendered|retrieved|(?:page|site) (?:was )?(?:loaded|served|refreshed|printed)|current (?:local )?time|server time|abgerufen|generiert|erzeugt|aktuelle uhrzeit|généré|générée|consulté|consultée|heure actuelle|generad[oa]|consultad[oa]|hora actual)(?![\p{L}])/iu;
const moment = /\d{1,2}:\d{2}|\d{4}-\d{2}-\d{2}|\d\s?(?:ms|s|sec|seconds|sekunden|secondes|segundos)(?![\p{L}])/iu;
const requestId =
  /^(?:session|request|trace|correlation|ray|visit)[ -]?id\b|^(?:session|request)\s*:\s*(?=\S{0,64}\d)[\w-]{6,64}$/i;
/** What a report server writes at the foot of each page that it is asked for. */
const printedAt =
  /^(?:printed|print job|(?:aus)?gedruckt|druckauftrag|imprim[ée]e?|impres[oa]|stampat[oa])(?!\p{L})(?=.{0,40}(?:\d{1,2}:\d{2}|[\da-z]{12}))/iu;
const visitorCount =
  /\b(?:visitors?|besucher|visiteurs|visitantes)(?:\s*[:#]| (?:number|no\.?|nr\.?|today|heute|online))\s*[:#]?\s*\d|\b\d[\d.,]{0,12} (?:visitors?|users?|members?|guests?|besucher|nutzer|visiteurs|visitantes) (?:are )?(?:currently )?(?:online|en ligne|en línea)/i;
const rightsLine =
  /^©|^\(c\)|^copyright\b|all rights reserved\b|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados/iu;
const feedback =
  /\b(?:was|is) (?:this|it)(?: \p{L}+){0,2} (?:helpful|useful)\b|\bwar (?:das|dies|diese|dieser)(?: \p{L}+)? hilfreich|cet(?:te)? \p{L}+ vous a-t-(?:il|elle) été utile|¿?te (?:ha )?(?:resultó|sido) útil/iu;
const today =
  /^(?:today(?:'s date)?(?: is)?|current date|heute(?: ist)?|aujourd.hui|nous sommes le|hoy(?: es)?)(?![\p{L}]).{0,40}20\d\d\.?(?:,?\s(?:um |at |à |a las )?\d{1,2}[:.h]\d{2}(?:\s?(?:uhr|[ap]m|h)(?![\p{L}]))?)?\.?$/iu;
/** Beside a label of its own: when something was posted. */
const relativeDay = /^[\s:·–-]*(?:today|yesterday|heute|gestern|aujourd.hui|hier|hoy|ayer)[\s.!]*$/iu;
const helpful = /\bfound (?:this|it) (?:\p{L}+ )?(?:helpful|useful)\b|^helpful\b\W{0,3}\d/iu;
/** A date with a clock time and nothing else. Moments that people set are round; this one is the minute of the visit. */
const bareMoment =
  /^(?:\p{L}{2,10}[.,]?\s)?(?:\d{1,2}(?:st|nd|rd|th|\.)?\s(?:of\s)?\p{L}{3,10}\.?,?\s\d{4}|\p{L}{3,10}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{4})(?:,| at| um| à| a las)?[T ]\d{1,2}[:.h](?!59)\d[1-46-9](?:\s?[ap]m)?(?:\s\p{Lu}{1,4})?$/iu;
/** A greeting by the time of day, with or without a name. */
const greeting =
  /^(?:good (?:morning|afternoon|evening|day)|(?:morning|afternoon|evening)(?=\s?[!,])|guten (?:morgen|tag|abend)|bonjour|bonsoir|buongiorno|buonasera|buon pomeriggio|buen[oa]s (?:d[ií]as|tardes|noches)|bo[am] (?:dia|tarde|noite)|goede(?:morgen|middag|navond)|god (?:morgen|dag|kveld|kväll))(?![\p{L}])(?:\s?[,!]?\s?\p{L}[\p{L} .'-]{0,30})?[\s!.,]*$/iu;
/** What was measured a moment ago. */
const measured = /\b(?:latency|latenz|latence|response time|antwortzeit|ping)\W{0,3}\d[\d.,]{0,8}\s?m?s(?![\p{L}])/giu;
/** Longer lines say something besides the counter. */
const maxVolatileWords = 14;
const maxCounterWords = 8;
/** What stands around a clock or a counter without saying anything itself. */
const frameWords = new Set(
  "posted published updated checked measured created added edited viewed seen active listed by on at in about last out of from the this page article veröffentlicht aktualisiert gepostet erstellt zuletzt am von um publié publiée mis mise à jour le la par ajouté publicado publicada actualizado actualizada el por".split(
    " ",
  ),
);

const months =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
const monthFirst = new RegExp(`\\b(${months})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})\\b`, "gi");
const dayFirst = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? (?:of )?(${months})\\.?,? (\\d{4})\\b`, "gi");

/** Dates in one order and with short names of months: some sites write them as the visitor's country is used to. */
function orderDates(text: string): string {
  if (!/\d{4}/.test(text)) return text;
  const written = (day: string, month: string, year: string) =>
    `${Number(day)} ${month.slice(0, 3).toLowerCase()} ${year}`;
  return text
    .replace(monthFirst, (_, month: string, day: string, year: string) => written(day, month, year))
    .replace(dayFirst, (_, day: string, month: string, year: string) => written(day, month, year));
}

/** The text without relative times, running clocks, random ids, year of copyright and counters of views or helpful votes. */
export function foldVolatile(text: string): string {
  let folded = orderDates(seenText(text));
  const isShort = wordsOf(folded).length <= maxCounterWords;
  // A counter beside it says nothing of what the countdown counts.
  const beside = isShort ? counters.reduce((rest, pattern) => rest.replace(pattern, " "), folded) : folded;
  if (/(?<!\d)20\d\d(?!\d)/.test(folded) || wordsOf(beside.replace(countdown, " ")).length === 0)
    folded = folded.replace(countdown, " ");
  for (const pattern of isShort ? [...folds, ...counters] : folds) folded = folded.replace(pattern, " ");
  return folded;
}

/** A short line that is a counter, a clock, an id, a "was this helpful?" or a claim of copyright, and nothing else. */
export function isVolatileLine(text: string): boolean {
  const words = wordsOf(text).length;
  if (words === 0 || words > maxVolatileWords) return false;
  const seen = seenText(text);
  if (feedback.test(seen) || requestId.test(seen) || visitorCount.test(seen) || rightsLine.test(seen)) return true;
  if (relativeDay.test(seen) || greeting.test(seen)) return true;
  if (today.test(seen) || helpful.test(seen) || bareMoment.test(seen)) return true;
  if (printedAt.test(seen) || (madeAt.test(seen) && moment.test(seen))) return true;
  const folded = foldVolatile(text);
  const isFolded = wordsOf(folded).length < words;
  return isFolded && wordsOf(folded.replace(measured, " ")).every((word) => frameWords.has(word.toLowerCase()));
}
