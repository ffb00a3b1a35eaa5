import type { DeadlineKind } from "@/lib/vocabulary/opportunities";
import type { DeadlineStatement } from "./read-statements";

/** A procedure is over within this time; what lies longer before its end belongs to something else. */
const longestProcedureDays = 730;
const dayMs = 86_400_000;
/** What comes after submission: an earlier one is of another contract, or the day from which a rate or a law holds. */
const afterClosing: ReadonlySet<DeadlineKind> = new Set(["award", "start"]);
/** How surely a date must be the submission date before others are measured by it. */
const sureStrength = 2.2;

/**
 * Without dates that lie years before the tender's own submission date, and without awards and beginnings before it: they are those of
 * laws, earlier contracts, rates and editions of forms that are quoted. Where no sure submission date is stated, all are kept.
 */
export function withoutStale(statements: readonly DeadlineStatement[]): DeadlineStatement[] {
  const days = statements
    .filter(({ deadline, strength }) => deadline.kind === "submission" && strength >= sureStrength)
    .flatMap(({ deadline }) => (deadline.localDate === null ? [] : [Date.parse(deadline.localDate)]))
    .sort((a, b) => a - b);
  // The later half: an example or an old contract can be called due as well.
  const submission = days[Math.floor(days.length / 2)];
  if (submission === undefined) return [...statements];
  const oldest = submission - longestProcedureDays * dayMs;
  return statements.filter(({ deadline, step }) => {
    if (deadline.localDate === null) return true;
    const day = Date.parse(deadline.localDate);
    return day >= oldest && (day >= submission || step !== null || !afterClosing.has(deadline.kind));
  });
}
