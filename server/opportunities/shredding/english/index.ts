/** English: who bears a modal, orders, exclusions, lists. */
import type { Grammar, Setting } from "../judgement";
import { isOurs } from "../parties";
import { type Clause, findClauses } from "./clauses";
import { judgeOpening } from "./judge-opening";
import { isFreed, isKept, isOnlyProcedure } from "./judge-procedure";
import { judgeSentence, withoutMarks } from "./judge-sentence";
import { obligedFor } from "./obliged";
import { readClause } from "./read-clause";
import { partyOf } from "./subject";
import { isOnlyTold } from "./told-of-us";
import { alsoNouns, orders, skills } from "./words";

export const english: Grammar = {
  judgeSentence,
  judgeOpening,
  isSkill: (text) => skills.test(withoutMarks(text)),
  opensOrder(text) {
    const first =
      /^(?:(?!Supply|Apply|Reply|Rely|Comply)[A-Z][a-z]+ly )?([A-Za-z]+)\b(?!\s*[:.])/
        .exec(withoutMarks(text))?.[1]
        ?.toLowerCase() ?? "";
    if (!orders.has(first)) return "no";
    return alsoNouns.has(first) ? "maybe" : "sure";
  },
  bearerOf: (text, setting) => obligedFor("none", setting, text),
  namesParty(text, setting) {
    return findClauses(withoutMarks(text)).some(({ subject }) => {
      const party = partyOf(subject, setting.context);
      return isOurs(party) && party !== "people" && party !== "bid" && !/\byou$/i.test(subject);
    });
  },
  isTheirs(text, setting) {
    const main = findClauses(withoutMarks(text)).filter(({ isSubordinate }) => !isSubordinate);
    return main.length > 0 && main.every((clause) => isTheirClause(clause, setting));
  },
  subjectOf(text, setting) {
    const plain = withoutMarks(text);
    if (isOnlyProcedure(plain) || isFreed(plain, setting) || isKept(plain, setting)) return "buyer";
    const clauses = findClauses(plain);
    for (const clause of clauses) {
      const party = partyOf(clause.subject, setting.context);
      if (party !== "none") return party;
    }
    const opening = /^(.{3,80}?)\s(?:is|are|has|have|was|were|does|do|uses?|works?|provides?|includes?)\s/.exec(
      plain,
    )?.[1];
    return opening ? partyOf(opening, setting.context) : "none";
  },
};

function isTheirClause(clause: Clause, setting: Setting): boolean {
  const party = partyOf(clause.subject, setting.context);
  // Users may be anybody's, ours too.
  if (party === "buyer" || (party === "third" && !/\busers?$/i.test(clause.subject))) return true;
  const read = isOurs(party) && party !== "bid" ? readClause(clause, setting) : null;
  return read !== null && isOnlyTold(read);
}
