import type { ListOpening, Setting } from "../judgement";
import { isOurs, type Party } from "../parties";
import { findClauses } from "./clauses";
import { judgeSentence, withoutMarks } from "./judge-sentence";
import { obligedFor } from "./obliged";
import { partyOf } from "./subject";
import { orders } from "./words";

const choices =
  /(?:\bsuch as(?: the following(?: \w+){0,3})?|\be\.g\.?|\bfor example|\bfor instance|\bnot (?:be )?limited to|\beither|\b(?:one|any|some|most|more|two|three|four|five|six|ten|\d+)(?: \(\d+\))?(?: or more)? (?:of )?(?:the )?following(?: \w+){0,3}|with (?:respect|regard) to|\b(?:at least|minimum of) \w+ of the following(?: \w+){0,3}|examples(?: of this)?(?: include)?|\b(?:one|any|some)(?: or more)? of the [\w, &-]{3,80}(?:listed |given |set out )?below)\s*[:,]?$/i;
const notOurs =
  /\b(?:will|shall|may) (?:be )?(?:evaluat\w+|consider|be considered|be provided with|be furnished)|\bnot (?:be )?(?:responsible|required|authori[sz]ed)|\breserves?\b|\bintends?\b|\b(?:discussion|agenda) (?:topics?|items?)|\bwill be used to\b|\bdefin|\bcomponents are|\bmonitor\b/i;
const describesPaper =
  /^(?:the|this|these)(?: (?!shall|must|will|should|may|can|to|that)[\w()-]+){1,6}? (?:sets? (?:forth|out)|describes?|contains?|lists?|outlines?|summari[sz]es?)\b/i;
const headless =
  /\b(?:(?:required|mandatory|minimum|essential)(?: \w+){0,4}|(?:expertise|skills?|experience|knowledge|qualifications|documents?|information|items|deliverables)(?: \w+){0,3} required|requirements?(?: are| include)?(?: as follows)?|(?:tasks|duties|responsibilities|obligations|deliverables)(?: (?:shall |will )?(?:include|are|comprise))?(?: as follows| (?:[\w-]+ ){0,4}the following)?)\s*:$/i;
/** "The manager's duties include, but are not limited to:": what follows is owed all the same. */
const owed =
  /\b(?:responsibilities|duties|obligations|scope of (?:work|services?|supply)|(?<=^the )(?:scope|work|works|services))(?: \w+){0,4} (?:will |shall )?(?:includes?|comprises?|consists? of),? but (?:is |are )?not limited to(?: the following)?,?(?: in [\w, ()-]{3,80})?\s*:$/i;
/** "The work includes:", "Scope of services comprises the following:". */
const consistsOf =
  /^(?:the |this )?(?:scope(?: of (?:the )?(?:work|works|services?|supply|contract|project))?|works?|services)(?: of (?:this|the) (?:contract|project|phase))?(?: to be [a-z]+ed)? (?:includes?|comprises?|consists? of|involves?|entails?)(?: [\w ,]{0,40}?(?:the )?following(?: \w+){0,3})?\s*:$/i;
/** "Works to be completed by the builder are as follows:": whose work it is stands in the sentence. */
const shared =
  /\b(?:services?|works?|tasks?|items?|activities|materials?|equipment|documents?|information|permits?)\b[^.:;]{0,40}? (?:to be|that (?:are|is|will be|shall be)) (?:completed|performed|provided|supplied|furnished|done|carried out|undertaken|delivered|submitted|executed|arranged|obtained|handled) by (?:the |all |each |any )?([\w’'-]+(?: [\w’'-]+){0,2})/i;
/** "Bids go to the following address:", "Questions may be sent to:": what follows is a name and an address. */
const addressed =
  /\b(?:sent|submitted|e-?mailed|mailed|delivered|directed|addressed|forwarded|posted|made|submit|send|deliver|direct|mail|e-?mail)\b[^:;]{0,120}?\b(?:to|at)(?: the)?(?: following)?(?: (?:e-?mail |mailing |postal |street )?(?:address(?:es)?|persons?|contacts?|individuals?|location|office))?(?: before [\w ,]{3,40})?\s*:$/i;
/** "Experience with the following tools:" */
const experienced =
  /^(?:[a-z]+ )?(?:experience|expertise|knowledge|proficiency|familiarity|skills?|certifications?) (?:with|in|of|on) (?:all |each )?(?:of )?the following\b[^.]{0,120}$/i;
/** "We require:", "The form also requests the following information:": who asks, and what for stands below. */
const asksFor =
  /^(?:.{0,60}?, )?(?:we|the [\w -]{3,40}|this [\w -]{3,40}|[A-Z][\w -]{1,30}) (?:also |further |therefore )?(?:requires?|requests?|needs?|asks? for|expects?|calls? for|(?:will|shall) (?:also )?require)(?: [\w ]{3,40}? be (?:completed|marked|labell?ed|filled in|provided|submitted|signed|organi[sz]ed)(?: with| to (?:include|show|state))?)?(?: (?:the )?(?:submission|delivery|provision) of)?(?: (?:the )?following(?: \w+){0,3}| (?:offerors|bidders|tenderers|suppliers|vendors|applicants) to(?: \w+){1,2})?\s*:$/;
/** "We expect the consultant to provide the following outputs:" */
const expectsOf =
  /^(?:[\w’' -]{2,60}?) (?:expects?|requires?|asks?|needs?|wants?) (?:the |our |each |all )?([\w-]+(?: [\w-]+)?) to (?:provide|deliver|produce|submit|prepare|supply|complete|perform|undertake|carry out|do)\b[^:.]{0,80}:$/i;
/** "The board desires a system that:": what is bought, whose qualities follow. */
const wantedThing =
  /\b(desires?|wants?|requires?|needs?|seeks?|(?:is|are) (?:seeking|looking for)|looks? for|wish(?:es)? (?:to have|for))\b [^:.]{0,60}\b(?:system|solution|product|platform|software|tool|service|application|vendor|contractor|partner|firm|supplier|provider|consultant)s? (?:that|which|who|with)(?: (?:can|will|must|should|has|have|is able to|are able to|the following[\w ]*))?\s*:$/i;
/** "The following outlines the required content for a proposal:" */
const contentsOfBid =
  /\b(?:structure|contents?|formats?|outline|elements?|components?|parts)\b[^:.]{0,60}\b(?:proposals?|responses?|bids?|offers?|submissions?|quotations?)\b[^:.]{0,60}:$/i;
/** "Key elements to address include:", "Topics to be covered:": in a paper that tells how to bid, what a bid has to speak of. */
const toBeAddressed =
  /\b(?:elements?|topics?|aspects?|points?|areas?|considerations?|items?|questions?|matters?|issues?|information|details|content|components?) to (?:be )?(?:address(?:ed)?|cover(?:ed)?|includ(?:e|ed)|provid(?:e|ed)|discuss(?:ed)?|describ(?:e|ed)|consider(?:ed)?|demonstrat(?:e|ed))(?: in [\w ]{3,40})?(?: (?:should |must |shall |may )?(?:include|are|is|comprise)s?)?(?: (?:the following|as follows))?\s*:$/i;
/** "The following questions should be answered:" by whoever does the work. */
const questionsToAnswer =
  /\bquestions\b[^:.]{0,40}\b(?:must|should|shall|are to|need to|will) be (?:answered|addressed)\b[^:]{0,120}:$/i;
/** Headings and labels without a verb: "Functional features", "Submission checklist", "Mandatory company documents with your proposal". */
const namesWhatIsAsked =
  /^(?:(?:(?:non-?)?functional|technical|system|platform|product|software) (?:features|functionalit(?:y|ies)|capabilities|characteristics)|(?:[\w-]+ ){0,2}(?:proposal|bid|tender|quotation|submission|response|application)(?: submission)? checklist|(?:key |all |other )?(?:required|mandatory|requested)(?: [\w/-]+){0,3} (?:documents?|documentation|attachments?|papers|certificates)(?: [\w/-]+){0,4}|(?:file|submission|response|proposal|bid|document|delivery|formatting) expectations?|details (?:expected|required|to be provided) (?:with|in) the (?:\w+ )?(?:proposal|bid|tender|offer)(?: \([^)]*\))?)\s*:$/i;
const ranks =
  /\b(?:take precedence|order of (?:precedence|priority)|in the (?:following )?order (?:given|listed|set out|below))\b/i;
const wished = /\b(?:desired|desirable|preferred|nice to have|optional|advantageous)\b/i;
const selfOrder = /(?:^|, )(?:please )?([a-z]+)(?: the following(?: \w+){0,3})?\s*:$/i;

/** What an English sentence does to the list under it: lays its duty on each item, closes the list, or leaves the items alone. */
export function judgeOpening(sentence: string, setting: Setting): ListOpening {
  const text = withoutMarks(sentence);
  const open: ListOpening = {
    effect: "open",
    isMandatory: true,
    obliged: obligedFor("none", setting, text),
    isOwn: true,
    reason: "",
  };
  const introduces = /:\s*$/.test(text) || /\bfollowing\b|\bbelow\b/i.test(text);
  const owing = owed.exec(text);
  if (owing && isNobodyElse(partyOf(text.slice(0, owing.index).replace(/['’]s?\s*$/, ""), setting.context)))
    return { ...open, effect: "duties", isOwn: false, reason: "item of a list of duties" };
  if (choices.test(text.replace(/\s+$/, ""))) return { ...open, effect: introduces ? "closed" : "open" };
  if (introduces && /following (?:web)?(?:sites?|links?|resources?)|additional .{0,20}information:?$/i.test(text))
    return { ...open, effect: "closed" };
  // "... shall not apply to information which:": the items complete one sentence.
  if (/\b(?:information|materials?|data|documents?) (?:that|which)\s*:$/i.test(text))
    return { ...open, effect: "closed" };
  const expected = expectsOf.exec(text)?.[1];
  const expectedParty = expected ? partyOf(expected, setting.context) : "none";
  if (isOurs(expectedParty))
    return {
      ...open,
      effect: "duties",
      isOwn: false,
      obliged: obligedFor(expectedParty, setting, text),
      reason: "item of what is expected of us",
    };
  const wanting = wantedThing.exec(text)?.[1];
  if (wanting)
    return {
      ...open,
      effect: "duties",
      isMandatory: !/^(?:desire|want|wish)/i.test(wanting),
      isOwn: false,
      reason: "quality of what is wanted",
    };
  if (contentsOfBid.test(text) && !notOurs.test(text))
    return { ...open, effect: "duties", isOwn: false, obliged: "bidder", reason: "item of what a bid has to hold" };
  if ((setting.isAboutBidding || setting.isInvitation) && toBeAddressed.test(text))
    return {
      ...open,
      effect: "duties",
      isMandatory: /\b(?:must|shall|required|to be)\b/i.test(text),
      isOwn: false,
      obliged: "bidder",
      reason: "item of what a bid has to speak of",
    };
  if (questionsToAnswer.test(text))
    return {
      ...open,
      effect: "duties",
      isOwn: false,
      obliged: setting.isAboutBidding ? "bidder" : "contractor",
      reason: "question to be answered",
    };
  if (introduces && ranks.test(text)) return { ...open, effect: "closed", isOwn: false };
  const doer = shared.exec(text)?.[1];
  if (introduces && doer) {
    const words = doer.split(" ");
    const parties = words.map((_, index) => partyOf(words.slice(0, index + 1).join(" "), setting.context));
    const party = parties.findLast((one) => isOurs(one)) ?? parties.find((one) => one === "buyer" || one === "third");
    if (party === "buyer" || party === "third") return { ...open, effect: "closed", isOwn: false };
    if (party)
      return {
        ...open,
        effect: "duties",
        isOwn: false,
        obliged: obligedFor(party, setting, text),
        reason: "item of what is ours to do",
      };
  }
  if (addressed.test(text) && !/\b(?:according|respon[ds]\w*|subject|related|refer\w*|limited|due) to\s*:$/i.test(text))
    return { ...open, effect: "closed" };
  if (consistsOf.test(text)) return { ...open, effect: "duties", isOwn: false, reason: "item of the work" };
  if (experienced.test(text))
    return {
      ...open,
      effect: "duties",
      isMandatory: /\b(?:minimum|required|must|mandatory|at least)\b/i.test(text),
      obliged: setting.isInvitation ? "bidder" : open.obliged,
      isOwn: false,
      reason: "item of what has to be known",
    };
  if (asksFor.test(text))
    return {
      ...open,
      effect: "duties",
      isOwn: false,
      obliged: obligedFor("none", setting, text),
      reason: "item of what is asked for",
    };
  if (introduces && (notOurs.test(text) || describesPaper.test(text)))
    return { ...open, effect: "closed", isOwn: false };
  const owner =
    /^(?:the )?([\w’'./ -]{2,40}?)(?:['’]s|s['’]) (?:\w+ )?(?:responsibilities|duties|obligations|tasks|role)\b/i.exec(
      text,
    )?.[1] ?? /^(?:responsibilities|duties|obligations|tasks) of (?:the )?([\w’'./ -]{2,40})\s*:$/i.exec(text)?.[1];
  if (owner && introduces) {
    const party = partyOf(owner, setting.context);
    if (party === "buyer" || party === "third") return { ...open, effect: "closed", isOwn: false };
  }
  const verb =
    selfOrder.exec(text)?.[1]?.toLowerCase() ??
    /^(?:please )?(?:[a-z]+ly,? )?([a-z]+) [^.;]{0,60}\bthe following(?: \w+)? (?:areas?|items?|topics?|information|elements?|questions?|points?|aspects?|sections?|documents?|details?|subjects?|matters?)(?: \w+){0,3}\s*:$/i
      .exec(text)?.[1]
      ?.toLowerCase();
  if (verb && orders.has(verb)) return { ...open, effect: "duties", isOwn: false, reason: "item of an ordered list" };
  const clauses = findClauses(text).filter((clause) => !clause.isSubordinate);
  const last = clauses.at(-1);
  if (introduces && last) {
    const party = partyOf(last.subject, setting.context);
    if (party === "buyer" || party === "third") return { ...open, effect: "closed", isOwn: false };
    const own = judgeSentence(ends(text), setting);
    if (own) {
      const isOwn = asksItself(last.after);
      return {
        effect: "duties",
        isMandatory: own.isMandatory,
        obliged: own.obliged,
        isOwn,
        reason: `item under "${own.reason}"`,
      };
    }
    if (
      /^(?:may|can|will|should)$/.test(last.modal) &&
      /^(?:also )?(?:include|consist)/i.test(last.after) &&
      !isOurs(party)
    ) {
      const isOfBid =
        setting.isAboutBidding &&
        /\b(?:proposals?|bids?|tenders?|submissions?|responses?|offers?|forms?|packages?)\b/i.test(last.subject);
      return {
        ...open,
        effect: last.modal === "will" && !isOfBid ? "open" : "duties",
        isMandatory: last.modal === "will",
        isOwn: false,
        reason: `item under "${last.modal} include"`,
      };
    }
  }
  if (introduces && wished.test(text))
    return { ...open, effect: "duties", isMandatory: false, isOwn: false, reason: "item of a list of wishes" };
  if (/\b(?:use|complete|follow) (?:this|the following|the) checklist\b/i.test(text))
    return { ...open, effect: "duties", isOwn: true, obliged: "bidder", reason: "item of a checklist" };
  if (namesWhatIsAsked.test(text) && !setting.isBackground)
    return {
      ...open,
      effect: "duties",
      isOwn: false,
      obliged: /\b(?:features|functionalit|capabilities|characteristics)/i.test(text) ? "contractor" : "bidder",
      reason: "item of what is asked for",
    };
  if (headless.test(text) && !setting.isBackground)
    return { ...open, effect: "duties", isOwn: false, reason: "item of a list of requirements" };
  if (introduces && !last) {
    const own = judgeSentence(ends(text), setting);
    if (own)
      return {
        effect: "duties",
        isMandatory: own.isMandatory,
        obliged: own.obliged,
        isOwn: asksItself(text),
        reason: `item under "${own.reason}"`,
      };
  }
  return open;
}

function isNobodyElse(party: Party): boolean {
  return party !== "buyer" && party !== "third";
}

/** A modal with nothing behind it ("The system must:") still has a subject to be judged by. */
function ends(text: string): string {
  if (/\b(?:agrees?|undertakes?|certif(?:y|ies)|confirms?|acknowledges?|warrants?|represents?)\s*:\s*$/i.test(text))
    return text.replace(/\s*:\s*$/, " to do the following.");
  return text.replace(
    /\s*:\s*$/,
    /\b(?:shall|must|will|should|may|to)(?:, at (?:a|the) minimum,?| also| at least)?\s*:\s*$/i.test(text)
      ? " do the following."
      : ".",
  );
}

function asksItself(after: string): boolean {
  const rest = after.replace(/\b(?:the |all )?(?:of the )?following\b.*$/i, "").replace(/[:.]\s*$/, "");
  return rest.split(/\s+/).filter(Boolean).length > 4;
}
