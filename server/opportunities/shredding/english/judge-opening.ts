import type { ListOpening, Setting } from "../judgement";
import { withoutMarks } from "./judge-sentence";
import { obligedFor } from "./obliged";
import {
  asksForFollowing,
  asksQuestions,
  ensures,
  expectsOfUs,
  givesChecklist,
  givesOrder,
  listsContentsOfBid,
  listsExperience,
  listsTopicsOfBid,
  listsWhatBidHolds,
  listsWhatIsOwed,
  listsWhatMakesDone,
  listsWishes,
  listsWork,
  namesAsked,
  namesDoer,
  namesPartsOfBid,
  namesRequirements,
  wantsThing,
} from "./openings/asking-lists";
import {
  breaksOff,
  choosesAmong,
  givesAddress,
  leavesOut,
  listsDutiesOfOthers,
  pointsToPlaces,
  ranksPapers,
  tellsOfOthers,
} from "./openings/closed-lists";
import type { Lead, OpeningRule } from "./openings/lead";
import { leadsByClause, leadsWithoutClause } from "./openings/leading-clause";

/** The first rule that speaks decides. */
const rules: readonly OpeningRule[] = [
  listsWhatIsOwed,
  choosesAmong,
  pointsToPlaces,
  breaksOff,
  leavesOut,
  expectsOfUs,
  wantsThing,
  listsContentsOfBid,
  listsWhatBidHolds,
  listsWhatMakesDone,
  listsTopicsOfBid,
  asksQuestions,
  ranksPapers,
  namesDoer,
  givesAddress,
  listsWork,
  listsExperience,
  asksForFollowing,
  tellsOfOthers,
  listsDutiesOfOthers,
  givesOrder,
  leadsByClause,
  ensures,
  listsWishes,
  givesChecklist,
  namesAsked,
  namesPartsOfBid,
  namesRequirements,
  leadsWithoutClause,
];

/** What an English sentence does to the list under it: lays its duty on each item, closes the list, or leaves the items alone. */
export function judgeOpening(sentence: string, setting: Setting): ListOpening {
  const text = withoutMarks(sentence);
  const lead: Lead = {
    text,
    setting,
    introduces: /:\s*$/.test(text) || /\bfollowing\b|\bbelow\b/i.test(text),
    open: { effect: "open", isMandatory: true, obliged: obligedFor("none", setting, text), isOwn: true, reason: "" },
  };
  for (const rule of rules) {
    const opening = rule(lead);
    if (opening) return opening;
  }
  return lead.open;
}
