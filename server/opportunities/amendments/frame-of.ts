import { wordsKey } from "./requirement-words";

/** A day as people write it, with or without its year. */
export const statedDate =
  /\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b|\b\d{4}-\d\d-\d\d\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\.?\s+\d{1,2}\b|\b\d{1,2}\.?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*/iu;
const datesAndFigures = new RegExp(`${statedDate.source}(?:,?\\s+\\d{4})?|\\p{N}+(?:[.,:/]\\p{N}+)*`, "giu");
const weekday = /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day,?/gi;

/** The words without figures, dates and days of the week. */
export function frameOf(text: string): string {
  return wordsKey(text.replace(weekday, " ").replace(datesAndFigures, " "));
}
