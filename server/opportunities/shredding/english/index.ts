/** English: who bears a modal, orders, exclusions, lists. */
import type { Grammar } from "../judgement";
import { isOurs } from "../parties";
import { findClauses } from "./clauses";
import { judgeOpening } from "./judge-opening";
import { judgeSentence, withoutMarks } from "./judge-sentence";
import { obligedFor } from "./obliged";
import { partyOf } from "./subject";
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
  subjectOf(text, setting) {
    const clauses = findClauses(withoutMarks(text));
    for (const clause of clauses) {
      const party = partyOf(clause.subject, setting.context);
      if (party !== "none") return party;
    }
    const opening = /^(.{3,80}?)\s(?:is|are|has|have|was|were|does|do|uses?|works?|provides?|includes?)\s/.exec(
      withoutMarks(text),
    )?.[1];
    return opening ? partyOf(opening, setting.context) : "none";
  },
};
