import type { ReadClause } from "./read-clause";
import { receivedPassives } from "./words";

/** What a team or a person of the buyer does, where nobody says whose they are. */
const judging = /^(?:then |also )?(?:evaluate|assess|score|decide|determine whether|select|rank)\b/i;

/** "Employees must be paid the rate of the table": whoever employs them has to. */
const isOwedToPeople = ({ party, modal, after }: ReadClause): boolean =>
  party === "people" &&
  /^(?:must|shall)$/.test(modal) &&
  /^be (?:paid|provided (?:with )?|given|issued|furnished) (?:at (?:least )?)?(?:the|an?|no|at|all|their|with)\b/i.test(
    after,
  );

/** What befalls our side or what it is like asks nothing of it. */
const received = (clause: ReadClause): boolean => !isOwedToPeople(clause) && isReceived(clause);

const isReceived = ({ after }: ReadClause): boolean =>
  receivedPassives.test(after) && !/\bby the (?:contractor|offeror|bidder|vendor|supplier)/i.test(after);

const isGiven = ({ modal, after, isNegated }: ReadClause): boolean =>
  !isNegated &&
  /^(?:will|may|can)$/.test(modal) &&
  /^(?:also |then )?(?:automatically\b|receive|find|see|hear|notice|benefit|learn|enjoy|have (?:access|the (?:opportunity|option|right))|be (?:able|eligible|entitled|given|allowed(?! to (?:withdraw|modify|change|revise|amend|correct|submit|attend)\b)|paid))\b/i.test(
    after,
  );

const isSomethingPossible = ({ modal, isPronoun }: ReadClause): boolean => isPronoun && modal === "can";

const isRanked = ({ after }: ReadClause): boolean =>
  /^qualify (?:as|for)\b|^be (?:deemed )?(?:the |an? )?(?:successful|selected|preferred|winning|highest|lowest)\b/i.test(
    after,
  );

const makesAward = ({ party, after }: ReadClause): boolean =>
  party === "people" && /^make (?:an? |the |its )?(?:final )?(?:award|selection)\b/i.test(after);

/** Days to sign a receipt, being the point of contact, judging: told of people of the buyer where nobody says whose they are. */
const isOfBuyersPeople = ({ party, modal, after, subject }: ReadClause): boolean =>
  party === "people" &&
  modal === "will" &&
  (/^(?:have \(?\w+\)?.{0,20}\bdays\b|be (?:the|an?) [^.]{0,40}\b(?:poc|(?:point of )?contact)\b)/i.test(after) ||
    (judging.test(after) && !/contractor|vendor|supplier|offeror|bidder/i.test(subject)));

const isLeftToPeople = ({ party, modal, subject, isPronoun, isNegated }: ReadClause): boolean =>
  party === "people" &&
  !isNegated &&
  /^(?:may|can|will)$/.test(modal) &&
  (isPronoun || (modal !== "will" && !/contractor|subcontractor|vendor|supplier|key|offeror|bidder/i.test(subject)));

const asksNothing: readonly ((clause: ReadClause) => boolean)[] = [
  makesAward,
  received,
  isGiven,
  isSomethingPossible,
  isRanked,
  isOfBuyersPeople,
  isLeftToPeople,
];

/** Whether a clause whose subject is one of us only tells what is given to us, happens to us or is left to us. */
export function isOnlyTold(clause: ReadClause): boolean {
  return asksNothing.some((rule) => rule(clause));
}
