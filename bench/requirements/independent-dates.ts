/**
 * A second, plain reading of dates for the benches, so that what is measured does not measure itself: a date stands in a
 * text when its day, its month (number or the name's beginning in any language known here) and its year do.
 */
const monthStems = [
  ["jan", "jän", "ene", "gen", "sty"],
  ["feb", "fév", "lut"],
  ["mar", "mär", "maa", "mrz"],
  ["apr", "avr", "abr", "kwi"],
  ["may", "mai", "mag", "mei", "maj"],
  ["jun", "juin", "giu", "cze"],
  ["jul", "juil", "lug", "lip"],
  ["aug", "aoû", "aou", "ago", "sie"],
  ["sep", "set", "wrz"],
  ["oct", "okt", "ott", "out", "paź"],
  ["nov", "lis"],
  ["dec", "dez", "déc", "dic", "gru"],
];

export function dateStandsIn(date: string, text: string): boolean {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  const numbers = (text.match(/\d+/g) ?? []).map(Number);
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const hasMonth =
    numbers.includes(month) ||
    words.some((word) => (monthStems[month - 1] ?? []).some((stem) => word.startsWith(stem)));
  const hasDay = numbers.includes(day) || words.some((word) => /(?:first|second|third|th|ieth)$/.test(word));
  return hasMonth && hasDay && (numbers.includes(year) || numbers.includes(year % 100));
}

/** Dates that English and ISO wording give plainly ("January 4th, 2016", "4 January 2016", "2016-01-04"), as ISO. */
export function calendarDates(text: string): string[] {
  const found: string[] = [];
  const add = (year: string | undefined, month: number, day: string | undefined) => {
    if (month > 0) found.push(`${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`);
  };
  const monthOf = (word: string | undefined) =>
    monthStems.findIndex((stems) => stems.some((stem) => word?.toLowerCase().startsWith(stem))) + 1;
  for (const [, word, day, year] of text.matchAll(/(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})/gu))
    add(year, monthOf(word), day);
  for (const [, day, word, year] of text.matchAll(/(\d{1,2})(?:st|nd|rd|th)?\.?\s+(\p{L}{3,})\s+(\d{4})/gu))
    add(year, monthOf(word), day);
  for (const [, year, month, day] of text.matchAll(/(\d{4})-(\d{2})-(\d{2})/g)) add(year, Number(month), day);
  return found;
}
