import type { Judgement, Setting } from "../judgement";
import { isOurs, type Party } from "../parties";
import { isDutyWord, isRelief } from "./clause-strength";
import type { Clause } from "./clauses";
import { judgeThing } from "./judge-thing";
import { obligedFor, partyWords } from "./obliged";
import { type ReadClause, readClause } from "./read-clause";
import { partyOf } from "./subject";
import { isOnlyTold } from "./told-of-us";
import { buyersPassives, byBuyer } from "./words";

const performative =
  /^(?:agrees?|(?:accepts?|acknowledges?|confirms)(?: and \w+)?|(?:hereby )?(?:certif(?:y|ies)|represents|warrants?|acknowledges?|undertakes?|guarantees?|assumes?|recogni[sz]es?|consents?)|waives?|(?:is|are) (?:hereby )?deemed|(?:encloses?|attach(?:es)?) herewith)$/;

/** Gives a judgement on a clause its party and its reason. */
type Maker = (obliged: Party, reason: string) => Judgement;

/** What one clause asks of our side; null where the buyer acts, others act, or nobody is bound. */
export function judgeClause(clause: Clause, text: string, setting: Setting): Judgement | null {
  // "in the week after bids are due"
  if (/due$/.test(clause.modal) && /\b(?:after|before|until|when) (?:[\w’'-]+ ){1,6}(?:is|are) due\b/i.test(text))
    return null;
  if (clause.isSubordinate) return judgeRelative(clause, text, setting);
  const read = readClause(clause, setting);
  if (!read || bindsNobody(read)) return null;
  const { party, modal, after, isMandatory } = read;
  const made: Maker = (obliged, reason) => ({
    isMandatory,
    obliged: obligedFor(obliged, setting, text),
    reason,
    ...(isDutyWord(modal) ? { sign: "binding" as const } : {}),
  });
  if (isOurs(party) && party !== "bid")
    return isOnlyTold(read) ? null : made(party, `${partyWords[party]}: “${modal}”`);
  // "The submission of a response confirms that ...": whoever hands it in has said so.
  if (performative.test(modal)) return party === "bid" ? made("bid", `the bid: “${modal}”`) : null;
  // The buyer acts in "be designated by the buyer"; in "be approved by" it is we who have to ask.
  if (isBuyersAct(after, setting)) return null;
  if (party === "bid") return judgeBid(read, made);
  if (party === "document") return judgePaper(read, setting, made);
  return judgeThing(clause, text, setting, party, isMandatory);
}

/** "Forms, which must be completed by the offeror": who acts is said all the same. */
function judgeRelative({ modal, after }: Clause, text: string, setting: Setting): Judgement | null {
  const actor = /^(?:must|shall)$/.test(modal)
    ? /^be \w+(?: and \w+)? by (?:the |an? |each )?([\w-]+(?: [\w-]+)?)/i.exec(after)?.[1]
    : undefined;
  const named = actor ? actorOf(actor, setting) : "none";
  if (!isOurs(named)) return null;
  return { isMandatory: true, obliged: obligedFor(named, setting, text), reason: `${partyWords[named]}: “${modal}”` };
}

/** Needs, reliefs and purposes, whoever stands as the subject. */
function bindsNobody({ subject, modal, after, isNegated }: ReadClause): boolean {
  return (
    /^(?:have|need|require|wish|deem|consider|incur|be|arise|occur)\b[\s.,;)]*$/i.test(after) ||
    (isNegated && /^(?:not )?constitute\b/.test(after)) ||
    isRelief(modal, after) ||
    (/(?:advised|reminded)$/.test(modal) && !/^(?:not )?to\b/.test(after)) ||
    (/^no\b/i.test(subject) && /^be (?:required|needed|necessary|provided|charged to the)\b/i.test(after)) ||
    (/\b(?:is|are|be) (?:not )?(?:to|due)$/.test(modal) &&
      /\b(?:goal|purpose|objective|intent|role|aim|vision|mission)s?\b/i.test(subject))
  );
}

function judgeBid({ subject, modal, after }: ReadClause, made: Maker): Judgement | null {
  if (/^(?:may|can)$/.test(modal) && /^no\b/i.test(subject) && /^be\b/.test(after))
    return { ...made("bid", "nothing of the kind may be"), isMandatory: true };
  // "Tenders are invited": the buyer's act; and how its papers are read.
  if (/^(?:is|are)\b.*\binvited$/.test(modal) || /^(?:not )?be (?:taken as|invited)\b/i.test(after)) return null;
  if (buyersPassives.test(after) || /^not be (?:answered|returned|requested|counted)/.test(after)) return null;
  const isOfBid =
    /^(?:\w+ly |also |not )*be (?:\w+ly )?(?:submitted|delivered|received|sent|mailed|e-?mailed|faxed|couriered|uploaded|provided|included|added|attached|completed|signed|prepared|formatted|priced|valid|firm|fixed|limited|withdrawn|modified|revised|changed|in|no|at)\b/i.test(
      after,
    ) ||
    /^(?:not |also |only )*(?:include|exceed|contain|address|consist|propose|offer|follow|conform|comply|adhere)\b/i.test(
      after,
    );
  if (/^(?:will|may|can)$/.test(modal) && !isOfBid && !/^only\b/i.test(after)) return null;
  return made("bid", `the bid: “${modal}”`);
}

/** "Amendments to proposals must be submitted before the closing date". */
const changesBid =
  /^(?:any |all )?(?:amendments?|modifications?|revisions?|withdrawals?|changes?|corrections?) (?:to|of) (?:an? |any |the |all |submitted )?(?:proposals?|bids?|tenders?|quotes?|quotations?|offers?|submissions?)\b/i;
/** "This section shall describe the team": of a bid, where it is told how to bid. */
const tellsInBid =
  /^(?:also |clearly |fully )?(?:describe|demonstrate|identify|discuss|explain|detail|summari[sz]e|outline)\b/i;

/** "Each section shall be clearly identified and tabbed". */
const marksParts = /^be (?:\w+ly )*(?:identified|tabbed|labell?ed|numbered|separated|marked|titled|indexed|bound)\b/i;

function judgePaper({ subject, modal, after }: ReadClause, setting: Setting, made: Maker): Judgement | null {
  if (/^(?:shall|must|should)$/.test(modal) && changesBid.test(subject)) return made("bid", `the bid: “${modal}”`);
  if (
    /^(?:shall|must|should)$/.test(modal) &&
    (/^(?:also )?(?:include|contain|describe|provide|address|show|present|demonstrate|identify)\b.{0,60}\b(?:your|(?:offeror|bidder|tenderer|proposer|respondent|vendor|quoter|applicant|proponent)s?['’]s?)(?!\p{L})/iu.test(
      after,
    ) ||
      (setting.isBidSection && tellsInBid.test(after)))
  )
    return made("bid", `the bid: “${modal}”`);
  if (setting.isAboutBidding && /^(?:shall|must|should|will)$/.test(modal) && marksParts.test(after))
    return made("bid", `the bid: “${modal}”`);
  // "This document shall not be copied or passed on": by whoever holds it.
  const act = /\bto be$/.test(modal) ? `be ${after}` : after;
  if (
    /^(?:not |only )*be (?:used only|only used|copied|reproduced|disclosed|distributed|shared|passed on)\b/i.test(after)
  )
    return made("bidder", `the document: “${modal}”`);
  const isLimit = setting.isAboutBidding && /\b(?:pages?(?! \d)|font|words|characters|pt|paper)\b/i.test(act);
  return isLimit ? made("bid", `the bid: “${modal}”`) : null;
}

/** The words behind "by" may run on: "by the offeror and". */
function actorOf(words: string, setting: Setting): Party {
  const whole = partyOf(words, setting.context);
  return isOurs(whole) ? whole : partyOf(words.split(" ")[0] ?? "", setting.context);
}

/** "be identified, checked and designated by the agency"; not "be sent in the form required by the agency". */
function isBuyersAct(told: string, setting: Setting): boolean {
  // "Developed in a repository that is owned by the agency": whose it is says nothing of who acts.
  const after = told.replace(/ (?:that (?:is|are) )?(?:owned|held|controlled) by [^,.;]*/i, " ");
  const near =
    /^(?:\w+ly |also |not )*be (?:\w+ly )?(\w+)(?:,? (?:\([^)]*\),? )?(?:and |or )?\w+){0,5}?(?: in writing)? (?=by\b)/i.exec(
      after,
    );
  const far =
    /^(?:\w+ly |also |not )*be (?:\w+ly )?(\w+)(?![^.;]{0,90}\b(?:as|form|to be|requir\w+|specif\w+|provid\w+|approv\w+)\b)[^.;]{0,90}? (?=by\b)/i.exec(
      after,
    );
  const agent =
    near && !/ (?:as|form|to|area|manner|format|place|approved|prescribed|specified|required|designated) /.test(near[0])
      ? near
      : far;
  if (!agent || /approv|accept|agree|authori[sz]|clear|receiv|submit|deliver/i.test(agent[1] ?? "")) return false;
  const words = after.slice(agent[0].length, agent[0].length + 60);
  const named = /^by ((?:the )?[\w-]+(?: ?\/ ?[\w-]+)*)/i.exec(words)?.[1];
  return byBuyer.test(words.slice(0, 40)) || (named !== undefined && partyOf(named, setting.context) === "buyer");
}
