import type { DeadlineStatement } from "./read-statements";

const openingWords =
  /(?<!\p{L})(?:(?:bid|tender|proposal|quote|quotation|offer)s?[ -]opening|opening of (?:the )?(?:sealed )?(?:bids?|tenders?|offers?|proposals?|quotations?))(?!\p{L})/iu;

/** What a short call asks for instead of a whole bid. */
const invitedInterest =
  /(?<!\p{L})(?:invites?|inviting|seeks?|seeking|welcomes?|call(?:s|ing)? for|requests?|requesting|send|submit)(?!\p{L})[^.;]{0,90}expressions? of interest/iu;

/**
 * Sealed bids are opened when they are due (FAR 14.402, and the rule of most public buyers): where papers state no other date of
 * submission, that of the opening is taken, and says so. So is the last day for expressions of interest where nothing else is invited.
 */
export function openingAsClosing(statements: readonly DeadlineStatement[]): DeadlineStatement[] {
  const isStated = statements.some(({ deadline }) => deadline.kind === "submission" && deadline.localDate !== null);
  if (isStated) return [...statements];
  return statements.map((statement) => {
    const { deadline } = statement;
    const isOpening = deadline.kind === "other" && openingWords.test(deadline.quote);
    const isInterest = deadline.kind === "intent_to_bid" && invitedInterest.test(deadline.quote);
    if (deadline.localDate === null || !(isOpening || isInterest)) return statement;
    const note = isOpening
      ? "No other date of submission is stated: bids are due when they are opened."
      : "No other date of submission is stated: what is invited are expressions of interest.";
    return {
      ...statement,
      deadline: { ...deadline, kind: "submission", note: deadline.note ? `${deadline.note} ${note}` : note },
    };
  });
}
