import type { Judgement, Setting } from "../judgement";
import { isOurs, type Party } from "../parties";
import { obligedFor } from "./obliged";
import { partyOf } from "./subject";

const bidNames = "(?:bids?|proposals?|tenders?|quotes?|quotations?|offers?|submissions?|applications?|responses?)";

/** "May reject any offer that does not address the criteria": a reason for us to heed, unlike "any or all bids". */
const rejectsWhat = new RegExp(
  `\\b(?:may|will|shall|must|reserves? the right to) (?:reject|exclude(?: from consideration)?|disqualify|eliminate|set aside) (?:any (?:and|or) all (?=[\\w-]+ (?:that|which)\\b)|an? |any |the |all |each |every )?(?:[\\w-]+ )?${bidNames}\\b[^.;]{0,80}?\\b(?:if|that|which|where|when|received from|for any of the following)\\b`,
  "i",
);
/** "An adverse report can be reason for rejecting a bidder", "is sufficient grounds for disqualification". */
const isGrounds =
  /(?<!\bnot )\b(?:is|are|be|constitutes?|provides?) (?:an? |the |sufficient |adequate |itself |valid )*(?:grounds?|reasons?|causes?|basis) (?:for|to) (?:the |a |an |immediate )*(?:reject|disqualif|eliminat|exclu|deem)\w*/i;
/** "Bids below the threshold will not move forward in the evaluation". */
const goesNoFurther = new RegExp(
  `\\b${bidNames}\\b[^.;]{0,120}\\b(?:will|shall) not (?:be )?(?:move|moved|proceed|advance|advanced|progress|progressed|go|taken|carried)(?: on| any)? (?:forward|further|to the next)\\b`,
  "i",
);
/** Remedies of whoever bids, which lapse when it does not keep to their form or time. */
const remedyLapses =
  /^(?:only )?(?:any |all |late |untimely )?(?:complaints?|protests?|appeals?|objections?|claims?)\b[^.;]{0,140}\b(?:will|shall) (?:not )?be (?:reviewed|considered|accepted|heard|entertained)\b/i;
const waives =
  /^failure (?:by|of|on the part of) ((?:the |any |an? )?[\w-]+) to [^.;]{3,200}?\b(?:will|shall|may|can|could|constitutes?|is)\b/i;

/** "May consider a proposal non-responsive if ...": how it is treated. */
const treatedAs = new RegExp(
  `\\b(?:may|will|shall|reserves? the right to) (?:consider|treat|deem|regard) (?:an? |any |the |such )?(?:[\\w-]+ )?${bidNames} (?:to be |as )?(?:non-?responsive|unresponsive|invalid|incomplete|withdrawn|void|unacceptable)\\b`,
  "i",
);
/** "If any offeror fails to comply, the agency may reject its proposal". */
const ifFails =
  /^if (?:any |an? |the )?([\w-]+(?: [\w-]+)?) (?:fails?|refuses?|neglects?|does not|do not|submits? more than)\b[^;]{3,240}?\b(?:reserves? the right to|may|will|shall|can) (?:be )?(?:disregard|reject|terminat|cancel|disqualif|return|withdraw|annul|exclud)/i;

/** What is refused or lost under the rules of the procedure. */
export function judgeRefusal(text: string, setting: Setting): Judgement | null {
  const lapses = remedyLapses.test(text) && (/^only\b/i.test(text) || /\bnot be\b/i.test(text));
  const whoFails = waives.exec(text)?.[1];
  const fails = whoFails !== undefined && isOurs(partyOf(whoFails, setting.context));
  const failing = ifFails.exec(text)?.[1];
  const refused = failing !== undefined && isOurs(partyOf(failing, setting.context));
  if (refused || treatedAs.test(text))
    return { isMandatory: true, obliged: "bidder", reason: "says what is refused", sign: "exclusion" };
  if (!(rejectsWhat.test(text) || isGrounds.test(text) || goesNoFurther.test(text) || lapses || fails)) return null;
  return { isMandatory: true, obliged: "bidder", reason: "says what is refused", sign: "exclusion" };
}

/** How to behave in a procedure, told without a modal of one's own. */
export function judgeConduct(text: string, setting: Setting): Judgement | null {
  return (
    judgeByBidding(text, setting) ??
    judgeDirected(text, setting) ??
    judgeChannel(text, setting) ??
    judgeInNoEvent(text, setting) ??
    judgeNecessaryAct(text, setting)
  );
}

/** "By submitting a bid, the bidder accepts the terms": agreed to by bidding. */
function judgeByBidding(text: string, setting: Setting): Judgement | null {
  const who =
    /^by (?:submitting|responding|bidding|tendering|signing|participating|entering|lodging|making)\b[^.;]{3,200}?, (?:the |each |any |all |an? )?((?:[\w-]+ ){0,2}?[\w-]+)(?: and [\w ]{3,30})?,?(?: if [\w ]{3,40},)? (?:hereby |also )?(?:acknowledges?|agrees?|accepts?|grants?|certif(?:y|ies)|warrants?|represents?|consents?|confirms?|waives?|(?:is|are|shall be|will be) deemed to)\b/i.exec(
      text,
    )?.[1];
  if (!who || !isOurs(partyOf(who, setting.context))) return null;
  return { isMandatory: true, obliged: "bidder", reason: "agreed to by bidding" };
}

/** "Bidders are directed not to contact the staff", "we encourage vendors to register". */
function judgeDirected(text: string, setting: Setting): Judgement | null {
  const told =
    /^((?:all |any |each |the )?(?:[\w-]+ ){0,3}?[\w-]+) (?:is|are) (?:hereby |specifically |expressly |strongly |also |kindly )*(directed|instructed|asked|requested|reminded|urged|encouraged|invited|cautioned) (?:not )?to (?!be (?:notified|informed)\b)[a-z]+ /i.exec(
      text,
    );
  const asked =
    /^(we|(?:the |our )(?:[\w-]+ ){0,2}?[\w-]+) (?:also |strongly |kindly )*(encourage|ask|request|require|expect|invite)s? ((?:all |any |each |the |interested |qualified )*[\w-]+) to ["“]?[a-z]+["”]? /i.exec(
      text,
    );
  const isFromBuyer = asked && partyOf(asked[1] ?? "", setting.context) === "buyer";
  const who = told?.[1] ?? (isFromBuyer ? asked[3] : undefined);
  const party = who ? partyOf(who, setting.context) : "none";
  if (party !== "bidder" && party !== "vendor" && party !== "contractor") return null;
  const isMandatory = /^(?:direct|instruct|request|ask|require|expect)/i.test(told?.[2] ?? asked?.[2] ?? "");
  return { isMandatory, obliged: obligedFor(party, setting, text), reason: "told or asked to do something" };
}

/** "All communication with the agency shall be through the coordinator", "submissions are exclusively accepted by the portal". */
function judgeChannel(text: string, setting: Setting): Judgement | null {
  const isChannel =
    /^(?:all|any) (?:communications?|contacts?|correspondence|inquiries|enquiries)\b[^.;]{0,120}?\b(?:shall|must|should|are to|is to) be (?:with|through|via|only|solely|in writing)\b/i.test(
      text,
    ) ||
    new RegExp(
      `^(?:all )?${bidNames} (?:are|is|will be|can be) (?:only|exclusively|solely) (?:accepted|received)\\b`,
      "i",
    ).test(text);
  if (!isChannel) return null;
  return {
    isMandatory: !/\bshould\b/i.test(text),
    obliged: obligedFor("bid", setting),
    reason: "says by which way alone",
  };
}

/** "In no event is a bidder to submit its own terms": the subject stands behind the verb. */
function judgeInNoEvent(text: string, setting: Setting): Judgement | null {
  const party = partyInNoEvent(text, setting);
  if (!isOurs(party)) return null;
  return { isMandatory: true, obliged: obligedFor(party, setting, text), reason: "something that must not be" };
}

/** "In no event shall the buyer be required to explain its choice", "the buyer shall not be held responsible for errors". */
export function isFreed(text: string, setting: Setting): boolean {
  const freed =
    /^((?:the |our )?(?:[\w-]+ ){0,4}?[\w-]+) (?:shall|will|is|are) (?:in no way |not )(?:be )?(?:held )?(?:responsible|liable|obligated|obliged|bound)\b/i.exec(
      text,
    )?.[1];
  const denies =
    /^((?:the |our )?(?:[\w-]+ ){0,4}?[\w-]+) (?:accepts?|assumes?|bears?|takes?|undertakes?) no (?:responsibility|liability|obligation|risk)\b|^((?:the |our )?(?:[\w-]+ ){0,4}?[\w-]+) (?:is|are) (?:not (?:bound|obliged|obligated)|under no obligation) to\b/i.exec(
      text,
    );
  for (const who of [freed, denies?.[1], denies?.[2]])
    if (who && partyOf(who, setting.context) === "buyer") return true;
  return (
    partyInNoEvent(text, setting) === "buyer" &&
    /^[^,.;]{10,60}? be (?:required|liable|responsible|obligated|obliged|bound)\b/i.test(text)
  );
}

/** "The council reserves the right to interview staff", "the board shall in its sole discretion have the right to award all items": what the buyer keeps to itself. */
export function isKept(text: string, setting: Setting): boolean {
  const who =
    /^(?:in addition,? |additionally,? |further(?:more)?,? |however,? |finally,? )?((?:the |our )?(?:[\w.’'-]+ ){0,5}?[\w.’'-]+),? (?:also |further |hereby |expressly |additionally |specifically |therefore )*(?:reserves?(?: to itself)?(?: the)?(?: sole| full| exclusive)? rights?\b|(?:in its [\w ]{3,40} )?(?:shall|will) (?:in its [\w ]{3,40} )?have the (?:sole |exclusive |absolute |full )*(?:right|discretion)\b)/i.exec(
      text,
    )?.[1];
  return who !== undefined && !isOurs(partyOf(who, setting.context));
}

/** Who it is that may in no event do or be something. */
function partyInNoEvent(text: string, setting: Setting): Party {
  const who =
    /^(?:in|under) no (?:event|case|circumstances?|way) (?:shall|will|may|should|must|is|are) ((?:the |an? |any )?[\w-]+)/i.exec(
      text,
    )?.[1];
  return who ? partyOf(who, setting.context) : "none";
}

/** "Attendance at the conference is mandatory". */
function judgeNecessaryAct(text: string, setting: Setting): Judgement | null {
  const isNeeded =
    /^(?:(?:the )?(?:[\w-]+ )?[\w-]+['’]s? )?(?:attendance|participation|registration|compliance|completion|presence|pre-?registration)\b[^.;,]{0,80}? (?:is|are) (?:mandatory|compulsory|obligatory|required)\b(?! by (?:the )?law)/i.test(
      text,
    );
  if (/^the preferred (?:method|means|format|form|way|language|medium)s?\b[^.;]{0,80}? (?:is|are)\b/i.test(text))
    return {
      isMandatory: false,
      obliged: obligedFor("thing", setting, text),
      reason: "the buyer says what it prefers",
    };
  if (!isNeeded || /\bnot (?:mandatory|compulsory|obligatory|required)\b/i.test(text)) return null;
  return { isMandatory: true, obliged: obligedFor("thing", setting, text), reason: "says what is mandatory" };
}

/** "All proposals considered by the buyer shall become its property". */
const becomesProperty = new RegExp(
  `^(?:all |any |the |every |each )?(?:[\\w-]+ )?${bidNames}\\b[^.;]{0,80}? (?:(?:shall|will|are to|may) )?become (?:the |a |a matter of )?(?:[\\w-]+ )?(?:property|records?|part of)\\b`,
  "i",
);

/** What the buyer does or decides in the procedure, however binding its words: it asks nothing of us. */
export function isOnlyProcedure(text: string): boolean {
  return (
    /^(?:the |any |all |such )?(?:debriefings?|discussions?|deliberations?)\b[^.;]{0,80}\b(?:shall|will) (?:only )?be (?:limited|confined|restricted|provided|held|conducted|kept|offered)\b/i.test(
      text,
    ) ||
    /^(?:the |any |all |such )?(?:decisions?|determinations?|rulings?)\b[^.;]{0,120}\b(?:shall|will|is|are) (?:be )?(?:final|binding|conclusive)\b/i.test(
      text,
    ) ||
    /^(?:the |any )?(?:protest|appeals?|complaints?|review|hearing)s? (?:officers?|officials?|committees?|boards?|panels?)\b[^.;]{0,20}\b(?:shall|will|may)\b/i.test(
      text,
    ) ||
    /\bnot be (?:evaluated|rated|scored|viewed) (?:either )?(?:favou?rably|positively) (?:or|nor) (?:unfavou?rably|negatively)\b/i.test(
      text,
    ) ||
    /^[\w’' -]{2,60}? may or may not\b/i.test(text) ||
    becomesProperty.test(text)
  );
}
