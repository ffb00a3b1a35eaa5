import type { DeadlineStatement } from "./read-statements";

const openingWords =
  /(?<!\p{L})(?:(?:bid|tender|proposal|quote|quotation|offer)s?[ -]opening|opening of (?:the )?(?:sealed )?(?:bids?|tenders?|offers?|proposals?|quotations?))(?!\p{L})/iu;

/**
 * Sealed bids are opened when they are due (FAR 14.402, and the rule of most public buyers): where papers state no other date of
 * submission, that of the opening is taken, and says so.
 */
export function openingAsClosing(statements: readonly DeadlineStatement[]): DeadlineStatement[] {
  const isStated = statements.some(({ deadline }) => deadline.kind === "submission" && deadline.localDate !== null);
  if (isStated) return [...statements];
  return statements.map((statement) => {
    const { deadline } = statement;
    if (deadline.kind !== "other" || deadline.localDate === null || !openingWords.test(deadline.quote))
      return statement;
    const note = "No other date of submission is stated: bids are due when they are opened.";
    return {
      ...statement,
      deadline: { ...deadline, kind: "submission", note: deadline.note ? `${deadline.note} ${note}` : note },
    };
  });
}
