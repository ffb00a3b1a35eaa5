import type { Judgement, Setting } from "../judgement";
import type { Clause } from "./clauses";
import { obligedFor, partyWords } from "./obliged";
import { partyOf } from "./subject";
import { orders } from "./words";

/** Acts that tell what somebody is like or gets, not what is asked. */
const tellsOnly = new Set(
  "be become have receive remain continue achieve want need see find know plan state demonstrate present show address propose indicate identify represent report record experience host limit place price work".split(
    " ",
  ),
);

/** What no word of duty marks and yet is asked for: contents named as a noun, duties in the present tense, things due after so long. */
export function judgeStatement(text: string, clauses: readonly Clause[], setting: Setting): Judgement | null {
  return (
    judgeContents(text, clauses, setting) ??
    judgeRepresentation(text, setting) ??
    judgePresent(text, setting) ??
    judgeBidding(text, setting) ??
    judgeOnly(text, setting) ??
    judgeDue(text, clauses, setting)
  );
}

/** "A detailed description of the vendor's capabilities": what a bid has to hold, named as a noun. */
function judgeContents(text: string, clauses: readonly Clause[], setting: Setting): Judgement | null {
  const owner =
    /^(?:an? |the )?(?:(?:brief|short|detailed|full|complete|comprehensive|concise|clear|general|written) ){0,2}(?:overview|description|explanation|summary|outline|discussion|list|statement|narrative|account|profile|history)s? (?:of|about) (?:the |any |all )?(your|[\w-]+(?: [\w-]+)?(?:['’]s|s['’])) /i.exec(
      text,
    )?.[1];
  if (!owner || clauses.some(({ isSubordinate }) => !isSubordinate && /\b(?:is|are|was|were)\b/.test(text)))
    return null;
  const party = /^your$/i.test(owner) ? "bidder" : partyOf(owner.replace(/['’]s$|(?<=s)['’]$/, ""), setting.context);
  if (party !== "bidder" && party !== "vendor" && !(party === "contractor" && setting.isAboutBidding)) return null;
  return { isMandatory: true, obliged: obligedFor("bid", setting), reason: "names what a bid has to hold" };
}

/** "The offeror accepts the terms", "Offeror complies with the act", "The bidder has not been convicted": what whoever signs a form says of itself. */
function judgeRepresentation(text: string, setting: Setting): Judgement | null {
  const who =
    /^(?:(?:after|by|in|upon|with|on) [^.;]{3,90}?, )?((?:the |this |each |our )?(?:[\w-]+ )?[\w-]+)(?: \([^)]*\))? (?:hereby )?(?:acknowledges|accepts|confirms|complies|attests|certifies|verifies|affirms|assures|understands|declares|is not\b|has not\b|does not\b|is (?:presently|currently) (?:engaged|registered|licensed|authorized|authorised|in good standing))\b/i.exec(
      text,
    )?.[1];
  const isValid =
    /^(?:this|the|our) (submission|bid|tender|offer|proposal|quote|quotation) (?:is|remains) (?:guaranteed|irrevocable|binding|valid|firm)\b[^.;]{0,60}\b\d/i.test(
      text,
    );
  const declares =
    /^(?:i|we|i\/we|i or we)(?:, [^,]{3,60},)? (?:hereby |also |further |solemnly )?(?:declare|certify|confirm|agree|acknowledge|undertake|warrant|consent|accept)\b/i.test(
      text,
    );
  if (declares && setting.isInvitation)
    return { isMandatory: true, obliged: "bidder", reason: "what the bidder says of itself", sign: "representation" };
  if (isValid && setting.isAboutBidding)
    return { isMandatory: true, obliged: "bidder", reason: "what the bidder says of itself", sign: "representation" };
  const neither = /^neither (?:said|the|this) ([\w-]+) nor (?:any of )?its\b/i.exec(text)?.[1];
  const named = who ?? neither;
  if (!named || !setting.isAboutBidding) return null;
  const party = partyOf(named, setting.context);
  if (party !== "bidder" && party !== "vendor") return null;
  return { isMandatory: true, obliged: "bidder", reason: "what the bidder says of itself", sign: "representation" };
}

/** "The bidder manages costs and invoicing": in the present tense after our own name, where the work is described. */
function judgePresent(text: string, setting: Setting): Judgement | null {
  const found =
    /^((?:the |each |every )?(?:selected |successful )?[\w-]+(?: [\w-]+)??) (?:also |then |therefore |regularly |continuously |independently )?(makes available|[a-z]+s) (?!of\b|to\b|are\b|is\b|in\b|and\b)\w/i.exec(
      text,
    );
  if (!found || setting.isBackground || setting.isAboutBidding) return null;
  const party = partyOf(found[1] ?? "", setting.context);
  if (party !== "bidder" && party !== "contractor" && party !== "vendor") return null;
  const verb = baseOf(found[2] ?? "");
  if (verb !== "make available" && (!orders.has(verb) || tellsOnly.has(verb))) return null;
  return {
    isMandatory: true,
    obliged: obligedFor(party, setting, text),
    reason: `${partyWords[party]}, in the present tense: “${found[2]}”`,
    sign: "binding",
  };
}

/** "Offerors provide an executive summary", "The offeror submits a price for each item": in the present tense, where it is told how to bid. */
function judgeBidding(text: string, setting: Setting): Judgement | null {
  const found =
    /^((?:the |each |every |all )?[\w-]+) (?:also |then )?(provides?|submits?|includes?|describes?|completes?|prepares?|delivers?|identif(?:y|ies)|attach(?:es)?|furnish(?:es)?) (?:an?|the|all|any|each|its|their|one|two|three|\d) (?:[\w/-]+ ){0,3}?(?:summary|statements?|lists?|proposals?|schedules?|narratives?|plans?|descriptions?|cop(?:y|ies)|forms?|r[eé]sum[eé]s?|letters?|certificates?|documentation|documents?|information|details|responses?|prices?|costs?|evidence|references?|overview|matrix|questionnaires?|bonds?)\b/i.exec(
      text,
    );
  if (!found || !setting.isAboutBidding || setting.isBackground) return null;
  if (partyOf(found[1] ?? "", setting.context) !== "bidder") return null;
  return { isMandatory: true, obliged: "bidder", reason: `the bidder, in the present tense: “${found[2]}”` };
}

/** "manages" → "manage", "carries" → "carry", "establishes" → "establish". */
function baseOf(verb: string): string {
  if (verb === "makes available") return "make available";
  const lower = verb.toLowerCase();
  return (
    [lower.replace(/ies$/, "y"), lower.replace(/es$/, ""), lower.replace(/s$/, "")].find((one) => orders.has(one)) ?? ""
  );
}

/** "Only the following groups may have access": everybody else may not. */
function judgeOnly(text: string, setting: Setting): Judgement | null {
  if (!/^only (?:the )?[\w(), -]{3,80}? (?:may|can|shall|will) (?:have|be (?:given|granted|used))\b/i.test(text))
    return null;
  return { isMandatory: true, obliged: obligedFor("thing", setting, text), reason: "says who or what alone may" };
}

/** "Final report 30 months after the start of the contract": a line of a table that the page has run together. */
function judgeDue(text: string, clauses: readonly Clause[], setting: Setting): Judgement | null {
  const due =
    /^(\p{Lu}[^.;:?]{8,140}?) (?:\d{1,3}|one|two|three|four|five|six|eight|ten|twelve) (?:calendar |working |business )?(?:days?|weeks?|months?) after (?:the )?(?:start|commencement|signing|signature|award|effective date|beginning|kick-?off)\b/iu;
  const named = due.exec(text)?.[1];
  if (!named || clauses.length > 0 || setting.isAboutBidding) return null;
  if (/\b(?:is|are|was|were|has|have|expires?|ends?|begins?|starts?|lasts?)\b/i.test(named)) return null;
  return { isMandatory: true, obliged: "contractor", reason: "something due so long after the start", sign: "thing" };
}
