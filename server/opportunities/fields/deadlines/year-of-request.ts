import type { DeadlineKind } from "@/lib/vocabulary/opportunities";
import { isoDate, weekdayOf } from "../dates/find-dates";
import type { DeadlineStatement } from "./read-statements";

/** How surely words must name what a date without a year is the date of. */
const sureStrength = 2.8;
/** How surely a date must be the submission date before others are placed by it. */
const anchorStrength = 2.2;
const dayMs = 86_400_000;

/** Where the dates of one procedure lie from its submission date, in days. */
const windows: Partial<Record<DeadlineKind, readonly [from: number, to: number]>> = {
  submission: [-120, 120],
  questions: [-200, 0],
  answers: [-200, 0],
  site_visit: [-200, 0],
  intent_to_bid: [-200, 0],
  interview: [0, 200],
};

/**
 * Dates that a paper states without a year ("will take place on July 25th") in the one year in which they lie where they belong towards the
 * submission date that the request states in full; flagged `relative`, with a note. A weekday that is stated must be that day's. Where no
 * year or several would do, the date stays blank.
 */
export function inYearOfRequest(statements: readonly DeadlineStatement[]): DeadlineStatement[] {
  const days = statements
    .filter(({ deadline, strength }) => deadline.kind === "submission" && strength >= anchorStrength)
    .flatMap(({ deadline }) => (deadline.localDate === null ? [] : [Date.parse(deadline.localDate)]))
    .sort((a, b) => a - b);
  const submission = days[Math.floor(days.length / 2)];
  if (submission === undefined) return [...statements];
  return statements.map((statement) => {
    const { yearless, strength, deadline } = statement;
    const window = windows[deadline.kind];
    if (!yearless || !window || strength < sureStrength) return statement;
    const year = new Date(submission).getUTCFullYear();
    const fitting = [year - 1, year, year + 1].filter((one) => {
      const date = isoDate(one, yearless.month, yearless.day);
      const away = (Date.parse(date) - submission) / dayMs;
      const isDay = new Date(date).toISOString().startsWith(date);
      return (
        isDay &&
        away >= window[0] &&
        away <= window[1] &&
        (yearless.weekday === null || yearless.weekday === weekdayOf(date))
      );
    });
    const [only] = fitting;
    if (only === undefined || fitting.length > 1) return statement;
    // What is stated in full is surer.
    return { ...statement, deadline: yearless.in(only), strength: strength * 0.85 };
  });
}
