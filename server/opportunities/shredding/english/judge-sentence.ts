import type { Judgement, Setting } from "../judgement";
import { isOurs } from "../parties";
import { type Clause, findClauses } from "./clauses";
import { expandContractions } from "./contractions";
import { judgeClause } from "./judge-clause";
import { judgeDemands } from "./judge-demands";
import { judgeIndicative } from "./judge-indicative";
import { isFreed, isKept, isOnlyProcedure, judgeConduct, judgeRefusal } from "./judge-procedure";
import { judgeStatement } from "./judge-statement";
import { obligedFor } from "./obliged";
import { partyOf } from "./subject";
import {
  alsoNouns,
  boilerplate,
  exclusionSubjects,
  exclusions,
  invitesToIssues,
  notTaken,
  orders,
  pointers,
  refusals,
} from "./words";

/** What a word stands for asks nothing. */
export const definitions =
  /\b(?:shall mean|(?<!\b(?:by|through|via|using) (?:[\w-]+ ){0,3})means\b(?! of\b)|the (?:term|word|phrase|expression)s? [“"'‘][^”"'’]{2,60}[”"'’] (?:(?:shall|does|will|may) )?(?:not )?(?:includes?|refers?)\b|(?:shall|will|has|have)\b[^.;]{0,60} (?:the following meanings?|the meanings? (?:hereby|here|given|set|ascribed|assigned))\b|(?:is|are) (?:hereby )?defined as|shall have the meaning|for (?:the )?purposes of this(?! [\w ]{2,40}, (?:please |do not |you |bidders |offerors ))|hereinafter|(?:shall|should|will|may|must|is to|are to) (?:not |in no way )?be construed|is intended to mean|is meant to)\b/i;
/** "This section describes what the contractor must ...": tells of duties that stand elsewhere. */
const describes =
  /^(?:the|this|these)(?: (?!shall|must|will|should|may|can|to|that)[\w()-]+){1,6}? (?:sets? (?:forth|out)|describes?|contains?|lists?|outlines?|summari[sz]es?|shows?|provides? (?:an|the) (?:overview|government))\b/i;
/** "..., which must be completed by the offeror" */
const doneByUs =
  /\b(?:must|shall) be \w+(?: and \w+)? by (?:the |each |an? )?(?:offerors?|bidders?|tenderers?|contractors?|suppliers?|vendors?|sellers?|applicants?|proposers?|respondents?)\b/i;
/** Which of two statements holds. */
const settlesConflict =
  /\b(?:discrepanc(?:y|ies)|conflicts?|ambiguit(?:y|ies)|inconsistenc(?:y|ies)|difference)\b.*\b(?:will|shall) (?:govern|prevail|control|take precedence|be (?:adopted|taken))\b/i;
/** "Closing date: 4 May 2031", "Tender submission by 04/05/2031": a line with a date and no verb. */
const closes =
  /^\W*(?:[\w/:-]+ ){0,4}?(?:(?:rf[pqi]|tender|bid|bidding|submission|quotation|question)s?(?: period| window)? closes|closing date|closing time|deadline|due date|last date|return date|(?:bid|tender|quote|proposal|offer) (?:submission )?(?:due|by))\b/i;
const dated =
  /\b(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[/.-]\d{1,2}[/.-]\d{1,2}|\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2})/i;
const advises =
  /\b(?:strongly )?(?:recommends?|advises?|suggests?) (?:that )?(?=[a-z]+ing\b|you\b|(?:all |any )?(?:offerors|bidders|tenderers|vendors|suppliers|sellers|proposers|proponents|respondents)\b(?! of\b))/i;
const limits =
  /^there (?:is|will be) an? (?:[\w-]+ ){0,2}(?:restriction|minimum|maximum|limit)\b|^the (?:maximum|minimum|total) (?:\w+ ){0,2}(?:sizes?|numbers?(?! of points)|lengths?|amounts?|ages?|pages?|weights?|periods?)\b[^.;]{0,140}? (?:is|are) (?:limited to )?\(?\d/i;
/** "Failure to sign all forms may be cause for rejection": told for us to heed, unless it is the buyer who fails. */
const fails =
  /^(?:failure (?:of (?:the |any |an? )?(?:offerors?|bidders?|tenderers?|contractors?|vendors?|suppliers?|respondents?|proposers?) )?to|failing to) [a-z]+ .{0,220}?\b(?:will|shall|may|can|could)\b (?!not\b)/i;
/** "The university will only accept proposals by its portal", "travel will only be paid if": all else is refused. */
const buyerOnly =
  /\b(?:will|shall|can|may) only (?:accept|consider|evaluate|(?:be (?:accepted|considered|paid|reimbursed|issued to|shipped|made to|allowed|permitted)))\b(?! for (?:the )?award)/i;
/** "The client will reject a bid if it finds ...": what a bid must not be. */
const rejectsIf =
  /\b(?:will|shall) reject (?:an? |any |the |all )?(?:[\w-]+ )?(?:bids?|proposals?|tenders?|quotes?|quotations?|offers?|submissions?|applications?)\b[^.;]{0,60}?\b(?:if|that|which|where|when)\b/i;
const doubts = /\b(?:does|do|did|will) not (?:anticipate|expect|intend|envisage|foresee|require|commit|plan)\b/i;
/** "Response time for critical faults: 2 hours", "Minimum qualifications: five years". */
const labelled =
  /^(?:(?:severity|priority|class|category|level) [\w-]{1,3}\b[\w ()-]{0,40}(?=: [^.]{0,60}\b(?:within|no later than|at once|immediately)\b)|(?:minimum|maximum|mandatory|required) (?!of\b)[\w -]{3,40}|(?:response|resolution|restoration|delivery|lead) times?\b[\w ,-]{0,40}|(?:bid |offer |price )?(?:validity|warranty)(?: period)?): (?=[\w\d])(?!n\/a|none|see|yes|no\b)/i;
/** "We know that you ...", "we hope you will": what the buyer thinks binds nobody. */
const thinks =
  /^(?:and |but |also,? )?(?:we|the (?:state|agency|government|department|city|county|authority)) (?:also |fully |do )?(?:knows?|hopes?|understands?|believes?|thinks?|trusts?|reali[sz]es?) /i;
const story =
  /^as (?!(?:an? |the |our )?(?:offeror|bidder|contractor|vendor|supplier|respondent|proposer|tenderer|buyer)s?\b)(?:an? |the )?[\w' /,&()’-]{2,80}?,? (?:i|we) (?:need|want|can|would|should|must|expect|am|will|may|have|wish)\b/i;

/** Orders to write something down: in a paper that invites bids they ask for contents of the bid. */
const describing =
  /^(?:[A-Z]?[a-z]+ly,? |also )?(?:describe|explain|demonstrate|outline|illustrate|discuss|detail|highlight|elaborate|summari[sz]e|specify|include (?:an? |the )?(?:description|discussion|examples?|details)|provide (?:an? |the |your |any )?(?:\w+ ){0,4}?(?:narrative|brief|description|overview|chart|summary|examples?|evidence|details|references?|data on|explanation|breakdown|information on|(?:\w+ ){0,3}schedule))\b/i;

/** "All interested bidders please contact the office". */
const allPlease =
  /^(?:all |any )?(?:interested |qualified |prospective )?(?:offerors|bidders|tenderers|vendors|parties|suppliers|firms|companies|applicants|respondents|proposers|proponents|contractors|consultants|candidates) (?:should |must )?please /i;

/** Whether an English sentence obliges, permits or excludes our side; who bears it is read from the subject before the modal. */
export function judgeSentence(sentence: string, setting: Setting): Judgement | null {
  const text = withoutMarks(sentence).replace(/^in the event that\b/i, "If");
  if (text.length < 8 || boilerplate.test(text) || definitions.test(text)) return null;
  if (describes.test(text) && !doneByUs.test(text)) return null;
  if (isOnlyProcedure(text) || isFreed(text, setting)) return null;
  if (thinks.test(text) && !/\bbut (?:we|the \w+) (?:would )?prefers?\b/i.test(text)) return null;
  const intent =
    /^((?:the |our )?(?:[\w-]+ ){0,3}?[\w-]+) (?:intends?|plans?|envisions?|envisages?|contemplates?|anticipates?)\b/i.exec(
      text,
    )?.[1];
  if (
    intent &&
    partyOf(intent, setting.context) === "buyer" &&
    !/\b(?:must|shall)\b/i.test(text) &&
    !findClauses(text).some(({ subject }) => isOurs(partyOf(subject, setting.context)))
  )
    return null;
  const doubt = doubts.exec(text);
  if (doubt && partyOf(text.slice(0, doubt.index), setting.context) === "buyer") return null;
  if (/\buser stor(?:y|ies)\b.{0,80}\bobjectives\b/i.test(text)) return null;
  if (
    /^it is (?:\w+ly )?(?:(?:desirable|preferable|preferred|advisable) that|recommended (?:that|to)|encouraged to)\b/i.test(
      text,
    )
  )
    return { isMandatory: false, obliged: obligedFor("thing", setting, text), reason: "says what is desirable" };
  if (/^(?:evidence|documents?|documentation|information|proof|certificat(?:es?|ion)|format) required: \S/i.test(text))
    return { isMandatory: true, obliged: "bidder", reason: "says what is required" };
  if (labelled.test(text) && text.split(" ").length <= 25)
    return { isMandatory: true, obliged: obligedFor("thing", setting, text), reason: "states a limit after its name" };
  if (refusals.test(text))
    return {
      isMandatory: true,
      obliged: obligedFor("bid", setting),
      reason: "says what is refused",
      sign: "exclusion",
    };
  if (fails.test(text) || buyerOnly.test(text) || rejectsIf.test(text))
    return {
      isMandatory: true,
      obliged: obligedFor("bid", setting),
      reason: "says what is refused",
      sign: "exclusion",
    };
  const refused = judgeRefusal(text, setting);
  if (refused) return refused;
  if (limits.test(text))
    return { isMandatory: true, obliged: obligedFor("thing", setting, text), reason: "states a limit" };
  const unless =
    /^no (?:other )?(?!(?:[\w-]+ )?(?:information|results?|details)\b)[\w -]{3,40} (?:will|shall) be (?:executed|made|issued|awarded|released|granted|started|commenced)\b[^.;]{0,80}\b(?:unless|until)\b[^.;]{0,120}\b(?:received|submitted|approved|provided|signed|delivered|paid|furnished|obtained|submits?|provides?|obtains?)\b/i;
  if (unless.test(text))
    return { isMandatory: true, obliged: obligedFor("thing", setting, text), reason: "says what has to come first" };
  if (story.test(text)) return { isMandatory: false, obliged: "contractor", reason: "user story", sign: "story" };
  const clauses = findClauses(text);
  if (isKept(text, setting) && !clauses.some(({ subject }) => isOurs(partyOf(subject, setting.context)))) return null;
  if (settlesConflict.test(text) && !clauses.some((clause) => isOurs(partyOf(clause.subject, setting.context))))
    return null;
  if (clauses.length === 0 && closes.test(text) && dated.test(text) && text.split(" ").length <= 18)
    return { isMandatory: true, obliged: "bidder", reason: "date by which something is due" };
  if (
    advises.test(text) &&
    partyOf(text.slice(0, advises.exec(text)?.index).replace(/^.*,\s*/, ""), setting.context) === "buyer"
  )
    return { isMandatory: false, obliged: obligedFor("none", setting, text), reason: "the buyer recommends" };
  const excluded = judgeExclusion(text, clauses, setting);
  if (excluded) return excluded;
  const order =
    judgeOrder(text, setting) ?? judgeStatement(text, clauses, setting) ?? judgeIndicative(text, clauses, setting);
  const judged: Judgement[] = [];
  let before = setting.previous;
  for (const clause of clauses) {
    const one = judgeClause(clause, text, { ...setting, previous: before });
    if (one) judged.push(one);
    const party = partyOf(clause.subject, setting.context);
    if (party !== "none") before = party;
  }
  judged.push(...judgeDemands(text, setting));
  const conduct = judgeConduct(text, setting);
  if (conduct) judged.push(conduct);
  const all = order ? [order, ...judged] : judged;
  if (all.length === 0) return null;
  // The strongest word on our side's act decides; a permission beside a duty is the duty's exception.
  const strongest = all.find((one) => one.isMandatory) ?? (all[0] as Judgement);
  return /\(optional\)|\b(?:although|though|while) (?:it is )?not (?:a )?(?:requirement|required|mandatory)\b/i.test(
    text,
  )
    ? { ...strongest, isMandatory: false }
    : strongest;
}

const whoBids = /\b(?:offerors?|quoters?|bidders?|tenderers?|proposers?|respondents?|vendors?)(?![\p{L}-])/iu;
/** "Evaluate the offeror's ability to ...": told to those who judge the bids. */
function isForEvaluators(act: string, { isAboutBidding }: Setting): boolean {
  if (!isAboutBidding) return false;
  return (
    /^(?:evaluate|assess|rate|score|rank)\b/i.test(act) ||
    (/^(?:consider|determine|examine|verify|judge|weigh)\b/i.test(act) &&
      (whoBids.test(act) || /\b(?:proposals?|bids?|offers?|quotes?|price)\b/i.test(act)))
  );
}

/** Text without numbers, letters, bullets and "Note:" in front. */
export function withoutMarks(sentence: string): string {
  return expandContractions(sentence.replace(/\s+/g, " ").trim())
    .replace(
      /^(?:\(?(?:\d{1,3}(?:\.\d{1,3}){0,5}|[A-Za-z]|[ivx]{1,5})[.)](?:\s+|(?=[A-Z]))|\.?\d{1,3}(?:\.\d{1,3}){0,5}(?<=\.\d+)\s+|[A-Z]\.\d{1,3}(?:\.\d{1,3}){0,4}\.?\s+|[A-Z]\d{1,2}(?:\.\d{1,3}){1,4}\.?\s+|[-–](?=[A-Z][a-z]* )|[-–—•*]\s+|o\s+(?=[A-Z]))+/,
      "",
    )
    .replace(/^(?:(?:please )?note(?: that|:| -)|notes?[:.]|important[:.]|reminder:)\s*/i, "")
    .replace(/^(?:(?:a ?#?\d+ ?[:.)]|(?:answer|response|reply)(?: ?#?\d+)? ?[:–-]|a:)\s*)/i, "")
    .replace(/^(?:yes|no)[,;–-] ?(?:and |but )?(?=\S)/i, "");
}

function judgeExclusion(text: string, clauses: Clause[], setting: Setting): Judgement | null {
  const match = exclusions.exec(text) ?? notTaken.exec(text);
  if (!match) return null;
  if (!exclusionSubjects.test(text) && !notTaken.test(text)) return null;
  if (
    /\b(?:prior to|until|before|in (?:this|the) (?:phase|stage)) /i.test(
      text.slice(match.index).replace(/\bunless\b.*/i, ""),
    ) &&
    /not be/.test(match[0])
  )
    return null;
  const subjects = clauses.map((clause) => partyOf(clause.subject, setting.context));
  if (
    subjects.includes("buyer") &&
    !subjects.some(isOurs) &&
    !/\b(?:quot\w+|bids?|tenders?|proposals?|offers?|offerors?|vendors?|responses?)\b/i.test(text)
  )
    return null;
  return {
    isMandatory: true,
    obliged: obligedFor("bid", setting),
    reason: "says what excludes a bid",
    sign: "exclusion",
  };
}

function judgeOrder(text: string, setting: Setting): Judgement | null {
  // With a day until when it is the channel for questions, not an invitation.
  if (invitesToIssues.test(text) && !/\b(?:by|before|until|no later than)\b.{0,40}\d/i.test(text)) return null;
  const body = text
    .replace(/^[A-Z][\w’'()/&-]*(?: [\w’'()/&-]+){0,5}: (?=[A-Z][a-z]+ .{15,}[.:;)]$)/, "")
    .replace(/^[A-Z](?:[\w’'/-]+,? ){0,6}[\w’'/-]+ [–—-] (?=[A-Z][a-z]+ .{20,}[.:;]$)/, "")
    .replace(
      /^(?:if|when|where|in|at|for|on|after|before|upon|within|once|with|as|during|to|by|under|unless|given|understanding|considering|recogni[sz]ing|knowing|using|utili[sz]ing|referencing|building|assuming)\b[^,:.]{2,120}, (?=(?:please |do not |be |provide|submit|include|follow|return|indicate|describe|identify|state|use|explain|list|attach|ensure|contact|complete|send|enter|develop|outline|propose|demonstrate))/i,
      "",
    )
    // A list may stand in what it is about: "For goods that are hired, leased, or lent, include the terms."
    .replace(
      /^(?:for|where|when|if) (?:all|any|each|every) [^:.]{10,160}?,? or [^,:.]{2,60}, (?=(?:include|provide|submit|attach) )/i,
      "",
    )
    .replace(/^(?!Supply|Apply|Reply|Rely|Comply|Multiply)[A-Z][a-z]+ly,? (?=[a-z]+ )/, "")
    .replace(/^(?:additionally|also|then|finally|further|furthermore|therefore|next|otherwise|alternatively),? /i, "");
  const isPolite =
    /^(?:please|kindly)\b/i.test(body) ||
    allPlease.test(body) ||
    /,? please[.!]?$/i.test(body) ||
    /[,;:–-] ?please (?!see|note|refer|visit|review|contact)/i.test(body);
  const act = body.replace(/^(?:please|kindly)[, ]+(?:do )?/i, "");
  const isFollowed = /\band (?:follow|comply with|adhere to) /i.test(act);
  if (pointers.test(act) && !isFollowed && !/\b(?:no later than|at least \w+ \w+ (?:before|prior))\b/i.test(act))
    return null;
  if (isForEvaluators(act, setting)) return null;
  const speaksOfBid = /\b(?:quot|proposal|tender|bid|offer|your|resume|page)\w*/i.test(text);
  const isForBidder =
    setting.isBidSection ||
    (setting.isInvitation && describing.test(act)) ||
    speaksOfBid ||
    (setting.isAboutBidding && (isPolite || setting.lately === "bidder"));
  const made = (reason: string): Judgement => ({
    isMandatory: true,
    obliged: isForBidder ? "bidder" : "contractor",
    reason,
    sign: "order",
  });
  if (isPolite) return made("asks with please");
  if (isFollowed && pointers.test(act)) return made("gives an order");
  if (/^(?:do not|don't|never|be sure to|make sure|ensure)\b/i.test(act)) return made("gives an order");
  const [given = "", second = ""] = act.split(/\s+/);
  // What an adverb stood before has lost its capital.
  const first = given;
  const verb = first.toLowerCase().replace(/[^a-z]/g, "");
  if (!orders.has(verb) || first !== act.slice(0, first.length)) return null;
  if (act.split(/\s+/).length < 4 || (verb === "name" && /^(?:and|of|or|&)$/i.test(second))) return null;
  if (
    /^[A-Z][a-z]*$/.test(second) &&
    !/^(?:I|CVs?|Attachments?|Appendix|Annex|Exhibit|Form)$/.test(second) &&
    alsoNouns.has(verb)
  )
    return null;
  if (alsoNouns.has(verb) && /^(?:for|of|in|on|at|with|to|and|or)$/i.test(second) && !/[.!;:]$/.test(act)) return null;
  const looksOrder =
    /^(?:the|a|an|all|any|each|every|your|its|their|our|this|these|those|no|at|in|to|with|for|on|how|what|which|whether|and|or|only|both|up|out|one|two|three|\(?\d|detailed|copies|sufficient|technical|evidence|proof|documentation|information|details|examples|names?|signed|completed|attachments?|appendi(?:x|ces)|annex(?:es)?|exhibits?|[a-z]+ly)\b/i.test(
      second,
    );
  if (!looksOrder && (alsoNouns.has(verb) || (!/[.!:;]$/.test(act) && act.split(/\s+/).length < 6))) return null;
  if (
    /\b(?:is|are|was|were|has been|(?:will|may|must|shall) be)\b/i.test(act.split(/[,;:.]/)[0] ?? "") &&
    alsoNouns.has(verb) &&
    !(setting.isAboutBidding && /^(?:the|an?|your|each|any|all)$/i.test(second))
  )
    return null;
  return made("gives an order");
}
