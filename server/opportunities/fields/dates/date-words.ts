/** Names of months and weekdays as tenders write them, each with its number; lower case. */
const months: readonly string[][] = [
  [
    "january",
    "januar",
    "jänner",
    "janvier",
    "enero",
    "gennaio",
    "januari",
    "stycznia",
    "janeiro",
    "janv",
    "jan",
    "ene",
  ],
  [
    "february",
    "februar",
    "feber",
    "février",
    "fevrier",
    "febrero",
    "febbraio",
    "februari",
    "lutego",
    "fevereiro",
    "févr",
    "feb",
  ],
  ["march", "märz", "maerz", "mars", "marzo", "maart", "marca", "março", "marts", "mrz", "mär", "mar"],
  ["april", "avril", "abril", "aprile", "kwietnia", "avr", "apr", "abr"],
  ["may", "mai", "mayo", "maggio", "mei", "maja", "maio", "maj"],
  ["june", "juni", "juin", "junio", "giugno", "czerwca", "junho", "jun"],
  ["july", "juli", "juillet", "julio", "luglio", "lipca", "julho", "juil", "jul"],
  ["august", "août", "aout", "agosto", "augustus", "sierpnia", "augusti", "aug", "ago"],
  ["september", "septembre", "septiembre", "setiembre", "settembre", "września", "setembro", "sept", "sep"],
  ["october", "oktober", "octobre", "octubre", "ottobre", "października", "outubro", "oct", "okt"],
  ["november", "novembre", "noviembre", "listopada", "novembro", "nov"],
  [
    "december",
    "dezember",
    "décembre",
    "decembre",
    "diciembre",
    "dicembre",
    "grudnia",
    "dezembro",
    "dec",
    "dez",
    "déc",
    "dic",
  ],
];

/** Monday is 1. */
const weekdays: readonly string[][] = [
  ["monday", "montag", "lundi", "lunes", "lunedì", "maandag", "poniedziałek", "mon"],
  ["tuesday", "dienstag", "mardi", "martes", "martedì", "dinsdag", "wtorek", "tues", "tue"],
  ["wednesday", "mittwoch", "mercredi", "miércoles", "mercoledì", "woensdag", "środa", "wed"],
  ["thursday", "donnerstag", "jeudi", "jueves", "giovedì", "donderdag", "czwartek", "thurs", "thur", "thu"],
  ["friday", "freitag", "vendredi", "viernes", "venerdì", "vrijdag", "piątek", "fri"],
  ["saturday", "samstag", "sonnabend", "samedi", "sábado", "sabato", "zaterdag", "sobota", "sat"],
  ["sunday", "sonntag", "dimanche", "domingo", "domenica", "zondag", "niedziela", "sun"],
];

const ordinalWords = [
  "first",
  "second",
  "third",
  "fourth",
  "fifth",
  "sixth",
  "seventh",
  "eighth",
  "ninth",
  "tenth",
  "eleventh",
  "twelfth",
  "thirteenth",
  "fourteenth",
  "fifteenth",
  "sixteenth",
  "seventeenth",
  "eighteenth",
  "nineteenth",
  "twentieth",
  "twenty-first",
  "twenty-second",
  "twenty-third",
  "twenty-fourth",
  "twenty-fifth",
  "twenty-sixth",
  "twenty-seventh",
  "twenty-eighth",
  "twenty-ninth",
  "thirtieth",
  "thirty-first",
];

const monthNumbers = numbered(months);
const weekdayNumbers = numbered(weekdays);
const ordinalNumbers = numbered(ordinalWords.map((word) => [word]));

function numbered(groups: readonly (readonly string[])[]): Map<string, number> {
  return new Map(groups.flatMap((group, index) => group.map((word) => [word, index + 1] as const)));
}

/** Longest first, so that "mar" never cuts "march" short. */
function anyOf(words: Iterable<string>): string {
  return [...words].sort((a, b) => b.length - a.length).join("|");
}

export const monthPattern = `(?:${anyOf(monthNumbers.keys())})(?!\\p{L})`;
export const weekdayPattern = `(?:${anyOf(weekdayNumbers.keys())})(?!\\p{L})`;
export const ordinalPattern = `(?:${anyOf(ordinalNumbers.keys())})(?!\\p{L})`;

export const monthNumber = (word: string): number | undefined => monthNumbers.get(word.toLowerCase());
export const weekdayNumber = (word: string): number | undefined => weekdayNumbers.get(word.toLowerCase());
export const ordinalNumber = (word: string): number | undefined => ordinalNumbers.get(word.toLowerCase());

/** Whether a month's name can only be a word of another language than English, all of which write the day first. */
export function isForeignMonth(word: string): boolean {
  return monthNumbers.has(word.toLowerCase()) && !englishMonths.test(word);
}

const englishMonths =
  /^(?:january|jan|february|feb|march|mar|april|apr|may|june|jun|july|jul|august|aug|september|sept|sep|october|oct|november|nov|december|dec)$/i;
