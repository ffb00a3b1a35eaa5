import { partyOf } from "../subject";
import { closed, type OpeningRule } from "./lead";

const choices =
  /(?:\bsuch as(?: the following(?: \w+){0,3})?|\be\.g\.?|\bfor example|\bfor instance|\bnot (?:be )?limited to|\beither|\b(?:one|any|some|most|more|two|three|four|five|six|ten|\d+)(?: \(\d+\))?(?: or more)? (?:of )?(?:the )?following(?: \w+){0,3}|with (?:respect|regard) to|\b(?:at least|minimum of) \w+ of the following(?: \w+){0,3}|examples(?: of this)?(?: include)?|\b(?:one|any|some)(?: or more)? of the [\w, &-]{3,80}(?:listed |given |set out )?below)\s*[:,]?$/i;
/** What the buyer does, and what nobody is asked to do. */
export const notOurs =
  /\b(?:will|shall|may) (?:be )?(?:evaluat\w+|consider|be considered|be provided with|be furnished)|\bnot (?:be )?(?:responsible|required|authori[sz]ed)|\breserves?\b|\bintends?\b|\b(?:discussion|agenda) (?:topics?|items?)|\bwill be used to\b|\bdefin|\bcomponents are|\bmonitor\b/i;
const describesPaper =
  /^(?:the|this|these)(?: (?!shall|must|will|should|may|can|to|that)[\w()-]+){1,6}? (?:sets? (?:forth|out)|describes?|contains?|lists?|outlines?|summari[sz]es?)\b/i;
/** "Bids go to the following address:", "Questions may be sent to:": what follows is a name and an address. */
const addressed =
  /\b(?:sent|submitted|e-?mailed|mailed|delivered|directed|addressed|forwarded|posted|made|submit|send|deliver|direct|mail|e-?mail)\b[^:;]{0,120}?\b(?:to|at)(?: the)?(?: following)?(?: (?:e-?mail |mailing |postal |street )?(?:address(?:es)?|persons?|contacts?|individuals?|location|office))?(?: before [\w ,]{3,40})?\s*:$/i;
/** "Must be addressed as follows:", "use the following address:" */
const tellsAddress =
  /\baddressed as follows\s*:$|\b(?:use|using) the following (?:e-?mail |mailing |postal |street |delivery )?address(?:es)?\s*:$/i;
const ranks =
  /\b(?:take precedence|order of (?:precedence|priority)|in the (?:following )?order (?:given|listed|set out|below))\b/i;

/** "One of the following", "such as": the items are choices of one duty. */
export const choosesAmong: OpeningRule = ({ text, introduces, open }) =>
  choices.test(text.replace(/\s+$/, "")) ? { ...open, effect: introduces ? "closed" : "open" } : undefined;

export const pointsToPlaces: OpeningRule = ({ text, introduces, open }) =>
  introduces && /following (?:web)?(?:sites?|links?|resources?)|additional .{0,20}information:?$/i.test(text)
    ? { ...open, effect: "closed" }
    : undefined;

/** "Pages are limited, with the following exceptions:", "These do not count:": what the limit leaves out. */
export const leavesOut: OpeningRule = ({ text, open }) =>
  /\b(?:exceptions?|exclusions?)\b[^:.]{0,60}:$|\b(?:not|never) (?:be )?count(?:ed)?\b[^:.]{0,60}:$|\b(?:excluded from|do not count (?:against|toward))\b[^:.]{0,60}:$/i.test(
    text,
  )
    ? { ...open, effect: "closed" }
    : undefined;

/** "... shall not apply to information which:": the items complete one sentence. */
export const breaksOff: OpeningRule = ({ text, open }) =>
  /\b(?:information|materials?|data|documents?) (?:that|which)\s*:$/i.test(text)
    ? { ...open, effect: "closed" }
    : undefined;

export const ranksPapers: OpeningRule = (lead) => (lead.introduces && ranks.test(lead.text) ? closed(lead) : undefined);

export const givesAddress: OpeningRule = ({ text, open }) =>
  tellsAddress.test(text) ||
  (addressed.test(text) && !/\b(?:according|respon[ds]\w*|subject|related|refer\w*|limited|due) to\s*:$/i.test(text))
    ? { ...open, effect: "closed" }
    : undefined;

export const tellsOfOthers: OpeningRule = (lead) =>
  lead.introduces && (notOurs.test(lead.text) || describesPaper.test(lead.text)) ? closed(lead) : undefined;

/** "The buyer's responsibilities:" */
export const listsDutiesOfOthers: OpeningRule = (lead) => {
  const owner =
    /^(?:the )?([\w’'./ -]{2,40}?)(?:['’]s|s['’]) (?:\w+ )?(?:responsibilities|duties|obligations|tasks|role)\b/i.exec(
      lead.text,
    )?.[1] ??
    /^(?:responsibilities|duties|obligations|tasks) of (?:the )?([\w’'./ -]{2,40})\s*:$/i.exec(lead.text)?.[1];
  if (!owner || !lead.introduces) return undefined;
  const party = partyOf(owner, lead.setting.context);
  return party === "buyer" || party === "third" ? closed(lead) : undefined;
};
