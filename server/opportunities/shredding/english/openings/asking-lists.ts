import { isOurs, type Party } from "../../parties";
import { obligedFor } from "../obliged";
import { partyOf } from "../subject";
import { orders } from "../words";
import { notOurs } from "./closed-lists";
import { closed, duties, type OpeningRule } from "./lead";

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
/** "A complete tender comprises:", "Your quote consists of three volumes:" */
const bidHolds =
  /^(?:an?|the|your|each|every|all) (?:complete |full |valid |conforming |compliant )?(?:tenders?|bids?|proposals?|quotes?|quotations?|offers?|submissions?|responses?|applications?)(?: packages?)? (?:(?:shall|must|should|will) )?(?:comprises?|consists? of|contains?|includes?|(?:is|are) (?:made up|composed) of|holds?)\b[^:.]{0,60}:$/i;
/** "A story counts as done when:", "Work is accepted only if:" */
const doneWhen =
  /\b(?:counts? as|is|are|(?:will|shall) be) (?:considered |deemed |regarded as )?(?:done|complete|completed|finished|accepted|acceptable|ready)(?: only)? (?:when|if|once)\b[^:.]{0,60}:$/i;
/** "Key elements to address include:", "Topics to be covered:": in a paper that tells how to bid, what a bid has to speak of. */
const toBeAddressed =
  /\b(?:elements?|topics?|aspects?|points?|areas?|considerations?|items?|questions?|matters?|issues?|information|details|content|components?) to (?:be )?(?:address(?:ed)?|cover(?:ed)?|includ(?:e|ed)|provid(?:e|ed)|discuss(?:ed)?|describ(?:e|ed)|consider(?:ed)?|demonstrat(?:e|ed))(?: in [\w ]{3,40})?(?: (?:should |must |shall |may )?(?:include|are|is|comprise)s?)?(?: (?:the following|as follows))?\s*:$/i;
/** "The following questions should be answered:" by whoever does the work. */
const questionsToAnswer =
  /\bquestions\b[^:.]{0,40}\b(?:must|should|shall|are to|need to|will) be (?:answered|addressed)\b[^:]{0,120}:$/i;
/** Headings and labels without a verb: "Functional features", "Submission checklist", "Mandatory company documents with your proposal". */
const namesWhatIsAsked =
  /^(?:(?:(?:non-?)?functional|technical|system|platform|product|software) (?:features|functionalit(?:y|ies)|capabilities|characteristics)|(?:[\w-]+ ){0,2}(?:proposal|bid|tender|quotation|submission|response|application)(?: submission)? check[- ]?list|(?:key |all |other )?(?:required|mandatory|requested)(?: [\w/-]+){0,3} (?:documents?|documentation|attachments?|papers|certificates)(?: [\w/-]+){0,4}|(?:file|submission|response|proposal|bid|document|delivery|formatting) expectations?|details (?:expected|required|to be provided) (?:with|in) the (?:\w+ )?(?:proposal|bid|tender|offer)(?: \([^)]*\))?)\s*:$/i;
/** "Details of your company:", "Description and schedule of each service:": parts of a bid named as nouns. */
const namesParts =
  /^(?:(?:brief|short|detailed|full|complete) )?(?:details|descriptions?|particulars)(?:(?:, [\w’' -]{3,40}){1,4},? and [\w’' -]{3,40} of\b|(?: of| about| on) (?:the )?(?:your|compan(?:y|ies)|firms?|organi[sz]ations?|vendors?|bidders?|offerors?|tenderers?|proposers?|respondents?|applicants?|proponents?)(?!\p{L}))[^:.]{0,120}:$/iu;
/** "... to ensure that the system is:": each item is what has to be brought about. */
const ensuresThat =
  /\bensur(?:e|es|ing) (?:that )?(?:the |all |each |any )?(?:[\w-]+ ){1,6}?(?:is|are|remains?|stays?|will be)\s*:$/i;
const wished = /\b(?:desired|desirable|preferred|nice to have|optional|advantageous)\b/i;
const selfOrder = /(?:^|, )(?:please )?([a-z]+)(?: the following(?: \w+){0,3})?\s*:$/i;
/** "Please describe the following areas:" */
const ordersFollowing =
  /^(?:please )?(?:[a-z]+ly,? )?([a-z]+) [^.;]{0,60}\bthe following(?: \w+)? (?:areas?|items?|topics?|information|elements?|questions?|points?|aspects?|sections?|documents?|details?|subjects?|matters?)(?: \w+){0,3}\s*:$/i;

export const listsWhatIsOwed: OpeningRule = (lead) => {
  const owing = owed.exec(lead.text);
  if (!owing) return undefined;
  const owner = partyOf(lead.text.slice(0, owing.index).replace(/['’]s?\s*$/, ""), lead.setting.context);
  return owner === "buyer" || owner === "third" ? undefined : duties(lead, "item of a list of duties");
};

export const expectsOfUs: OpeningRule = (lead) => {
  const expected = expectsOf.exec(lead.text)?.[1];
  const party = expected ? partyOf(expected, lead.setting.context) : "none";
  if (!isOurs(party)) return undefined;
  return duties(lead, "item of what is expected of us", { obliged: obligedFor(party, lead.setting, lead.text) });
};

export const wantsThing: OpeningRule = (lead) => {
  const wanting = wantedThing.exec(lead.text)?.[1];
  return wanting
    ? duties(lead, "quality of what is wanted", { isMandatory: !/^(?:desire|want|wish)/i.test(wanting) })
    : undefined;
};

export const listsContentsOfBid: OpeningRule = (lead) =>
  contentsOfBid.test(lead.text) && !notOurs.test(lead.text)
    ? duties(lead, "item of what a bid has to hold", { obliged: "bidder" })
    : undefined;

export const listsWhatBidHolds: OpeningRule = (lead) =>
  bidHolds.test(lead.text) && !notOurs.test(lead.text)
    ? duties(lead, "item of what a bid has to hold", {
        isMandatory: !/\bshould\b/i.test(lead.text),
        obliged: "bidder",
      })
    : undefined;

export const listsWhatMakesDone: OpeningRule = (lead) =>
  doneWhen.test(lead.text) && !lead.setting.isAboutBidding
    ? duties(lead, "item of what makes work complete", { obliged: "contractor" })
    : undefined;

export const listsTopicsOfBid: OpeningRule = (lead) =>
  (lead.setting.isAboutBidding || lead.setting.isInvitation) && toBeAddressed.test(lead.text)
    ? duties(lead, "item of what a bid has to speak of", {
        isMandatory: /\b(?:must|shall|required|to be)\b/i.test(lead.text),
        obliged: "bidder",
      })
    : undefined;

export const asksQuestions: OpeningRule = (lead) =>
  questionsToAnswer.test(lead.text)
    ? duties(lead, "question to be answered", { obliged: lead.setting.isAboutBidding ? "bidder" : "contractor" })
    : undefined;

export const namesDoer: OpeningRule = (lead) => {
  const { text, setting } = lead;
  const words = shared.exec(text)?.[1]?.split(" ");
  if (!lead.introduces || !words) return undefined;
  const parties = words.map((_, index) => partyOf(words.slice(0, index + 1).join(" "), setting.context));
  const isOther = (party: Party) => party === "buyer" || party === "third";
  const party = parties.findLast((one) => isOurs(one)) ?? parties.find(isOther);
  if (!party) return undefined;
  return isOther(party)
    ? closed(lead)
    : duties(lead, "item of what is ours to do", { obliged: obligedFor(party, setting, text) });
};

export const listsWork: OpeningRule = (lead) =>
  consistsOf.test(lead.text) ? duties(lead, "item of the work") : undefined;

export const listsExperience: OpeningRule = (lead) =>
  experienced.test(lead.text)
    ? duties(lead, "item of what has to be known", {
        isMandatory: /\b(?:minimum|required|must|mandatory|at least)\b/i.test(lead.text),
        ...(lead.setting.isInvitation ? { obliged: "bidder" } : {}),
      })
    : undefined;

export const asksForFollowing: OpeningRule = (lead) =>
  asksFor.test(lead.text) ? duties(lead, "item of what is asked for") : undefined;

export const givesOrder: OpeningRule = (lead) => {
  const verb = (selfOrder.exec(lead.text) ?? ordersFollowing.exec(lead.text))?.[1]?.toLowerCase();
  return verb && orders.has(verb) ? duties(lead, "item of an ordered list") : undefined;
};

export const listsWishes: OpeningRule = (lead) =>
  lead.introduces && wished.test(lead.text)
    ? duties(lead, "item of a list of wishes", { isMandatory: false })
    : undefined;

export const givesChecklist: OpeningRule = (lead) =>
  /\b(?:use|complete|follow) (?:this|the following|the) checklist\b/i.test(lead.text) ||
  ((lead.setting.isInvitation || lead.setting.isAboutBidding) && /^(?:the )?check[- ]?list\s*:$/i.test(lead.text))
    ? duties(lead, "item of a checklist", { isOwn: true, obliged: "bidder" })
    : undefined;

export const namesAsked: OpeningRule = (lead) =>
  namesWhatIsAsked.test(lead.text) && !lead.setting.isBackground
    ? duties(lead, "item of what is asked for", {
        obliged: /\b(?:features|functionalit|capabilities|characteristics)/i.test(lead.text) ? "contractor" : "bidder",
      })
    : undefined;

export const namesPartsOfBid: OpeningRule = (lead) =>
  namesParts.test(lead.text) && (lead.setting.isInvitation || lead.setting.isAboutBidding) && !lead.setting.isBackground
    ? duties(lead, "item of what a bid has to hold", { obliged: "bidder" })
    : undefined;

export const ensures: OpeningRule = (lead) =>
  ensuresThat.test(lead.text) ? duties(lead, "item of what has to be ensured", { obliged: "contractor" }) : undefined;

export const namesRequirements: OpeningRule = (lead) =>
  headless.test(lead.text) && !lead.setting.isBackground ? duties(lead, "item of a list of requirements") : undefined;
