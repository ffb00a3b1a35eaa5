import { maskFigures } from "./mask-figures";

/** Seconds that people would not write: deadlines end on :00 or :59. */
const clock = /(?<!\d)\d{1,2}:\d{2}:(?!00|59)\d{2}(?!\d)/;
/** Letters and figures as no word and no date has them. */
const numberOfVisit = /\b(?=[a-z]{0,64}\d)(?=\d{0,64}[a-z])[a-z\d]{12,128}\b/gi;

/**
 * Whether two lines are one line that a machine writes anew at each visit: a clock with its seconds stands in both, and they differ in nothing but figures
 * and numbers of the visit ("Session n° 2kh4aaayo5ktjuy6m8jh - 57 visitors - 01:05:58").
 */
export function saySameAtVisits(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) =>
    clock.test(text) ? maskFigures(text.replace(numberOfVisit, "0")).replace(/\s+/g, " ").trim() : null,
  );
  return a !== null && a === b;
}
