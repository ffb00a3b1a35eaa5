import type { Judgement, Setting } from "../judgement";
import { isOurs, type Party } from "../parties";
import type { Clause } from "./clauses";
import { judgeThing } from "./judge-thing";
import { obligedFor, partyWords } from "./obliged";
import { partyOf } from "./subject";
import { buyersPassives, byBuyer, receivedPassives } from "./words";

const relieves =
  /^(?:not\b(?! (?:be (?:able|responsible for any)|exceed|bring|use|include|perform|release|submit|disclose)))?\s*(?:be )?(?:not (?:be )?)?(?:required|responsible|obligated|obliged|expected|need)\b/i;
const performative =
  /^(?:agrees?|(?:accepts?|acknowledges?|confirms)(?: and \w+)?|(?:hereby )?(?:certif(?:y|ies)|represents|warrants?|acknowledges?|undertakes?|guarantees?|assumes?|recogni[sz]es?|consents?)|waives?|(?:is|are) (?:hereby )?deemed|(?:encloses?|attach(?:es)?) herewith)$/;

/** "All regulations must be followed": a law binds nobody new, but to follow it is asked of us. */
const rules = /\b(?:regulations?|laws?|acts?|statutes?|codes?|by-?laws?)\b/i;
const followed = /^(?:also |always )?be (?:considered|followed|complied|observed|met|adhered|respected|obeyed)\b/i;
/** What a team or a person of the buyer does, where nobody says whose they are. */
const judging = /^(?:then |also )?(?:evaluate|assess|score|decide|determine whether|select|rank)\b/i;

/** What one clause asks of our side; null where the buyer acts, others act, or nobody is bound. */
export function judgeClause(clause: Clause, text: string, setting: Setting): Judgement | null {
  const { modal, after } = clause;
  // "in the week after bids are due"
  if (/due$/.test(modal) && /\b(?:after|before|until|when) (?:[\w’'-]+ ){1,6}(?:is|are) due\b/i.test(text)) return null;
  if (clause.isSubordinate) {
    // "Forms, which must be completed by the offeror": who acts is said all the same.
    const actor = /^(?:must|shall)$/.test(modal)
      ? /^be \w+(?: and \w+)? by (?:the |an? |each )?([\w-]+(?: [\w-]+)?)/i.exec(after)?.[1]
      : undefined;
    const named = actor ? actorOf(actor, setting) : "none";
    if (!isOurs(named)) return null;
    return { isMandatory: true, obliged: obligedFor(named, setting, text), reason: `${partyWords[named]}: “${modal}”` };
  }
  let party = partyOf(clause.subject, setting.context);
  const isPronoun = party === "none";
  if (isPronoun) party = setting.previous;
  // "Government references are preferred": nobody prefers a buyer.
  if (party === "buyer" && /preferred|preferable|desirable|desired/.test(modal)) party = "thing";
  if (party === "third" && rules.test(clause.subject) && followed.test(after)) party = "thing";
  // "Users should be able to switch layers off": what the product lets them do.
  if (party === "third" && /\busers?$/i.test(clause.subject.trim()) && /^(?:also |then )?be able to\b/i.test(after))
    party = "thing";
  if (party === "buyer" || party === "third") return null;
  if (/\b(?:what|which|who)ever(?: \w+)?$/i.test(clause.subject)) return null;
  // "Where the President determines ..., he shall": a person stands for no thing.
  if (isPronoun && party === "thing" && /^(?:he|she|he or she|he\/she)$/i.test(clause.subject.trim())) {
    party = setting.person;
    if (!isOurs(party)) return null;
  }
  // "No bidder may": nobody is left who is permitted.
  const isMandatory = isStrong(modal, after) || (modal === "may" && /^no\b/i.test(clause.subject));
  const isNegated = /^not\b/i.test(after) || /\bnot\b|cannot/.test(modal);
  if (/^(?:have|need|require|wish|deem|consider|incur|be|arise|occur)\b[\s.,;)]*$/i.test(after)) return null;
  if (isNegated && /^(?:not )?constitute\b/.test(after)) return null;
  if (isRelief(modal, after) || (/(?:advised|reminded)$/.test(modal) && !/^(?:not )?to\b/.test(after))) return null;
  if (/^no\b/i.test(clause.subject) && /^be (?:required|needed|necessary|provided|charged to the)\b/i.test(after))
    return null;
  if (
    /\b(?:is|are|be) (?:not )?(?:to|due)$/.test(modal) &&
    /\b(?:goal|purpose|objective|intent|role|aim|vision|mission)s?\b/i.test(clause.subject)
  )
    return null;
  const made = (obliged: Party, reason: string): Judgement => ({
    isMandatory,
    obliged: obligedFor(obliged, setting, text),
    reason,
    ...(isDutyWord(modal) ? { sign: "binding" as const } : {}),
  });

  if (isOurs(party) && party !== "bid") {
    if (party === "people" && /^make (?:an? |the |its )?(?:final )?(?:award|selection)\b/i.test(after)) return null;
    if (receivedPassives.test(after) && !/\bby the (?:contractor|offeror|bidder|vendor|supplier)/i.test(after))
      return null;
    if (
      /^(?:will|may|can)$/.test(modal) &&
      /^(?:also |then )?(?:automatically\b|receive|find|see|hear|notice|benefit|learn|enjoy|have (?:access|the (?:opportunity|option|right))|be (?:able|eligible|entitled|given|allowed(?! to (?:withdraw|modify|change|revise|amend|correct|submit|attend)\b)|paid))\b/i.test(
        after,
      ) &&
      !isNegated
    )
      return null;
    if (isPronoun && modal === "can") return null;
    if (
      /^qualify (?:as|for)\b|^be (?:deemed )?(?:the |an? )?(?:successful|selected|preferred|winning|highest|lowest)\b/i.test(
        after,
      )
    )
      return null;
    // Days to sign a receipt, or being the point of contact: told of people of the buyer where nobody says whose they are.
    if (
      party === "people" &&
      modal === "will" &&
      /^(?:have \(?\w+\)?.{0,20}\bdays\b|be (?:the|an?) [^.]{0,40}\b(?:poc|(?:point of )?contact)\b)/i.test(after)
    )
      return null;
    if (
      party === "people" &&
      modal === "will" &&
      judging.test(after) &&
      !/contractor|vendor|supplier|offeror|bidder/i.test(clause.subject)
    )
      return null;
    if (
      party === "people" &&
      /^(?:may|can|will)$/.test(modal) &&
      !isNegated &&
      (isPronoun ||
        (modal !== "will" && !/contractor|subcontractor|vendor|supplier|key|offeror|bidder/i.test(clause.subject)))
    )
      return null;
    return made(party, `${partyWords[party]}: “${modal}”`);
  }
  // "The submission of a response confirms that ...": whoever hands it in has said so.
  if (performative.test(modal)) return party === "bid" ? made("bid", `the bid: “${modal}”`) : null;
  // The buyer acts in "be designated by the buyer"; in "be approved by" it is we who have to ask.
  if (isBuyersAct(after, setting)) return null;
  if (party === "bid") {
    // "Tenders are invited": the buyer's act; and how its papers are read.
    if (/^(?:is|are)\b.*\binvited$/.test(modal) || /^(?:not )?be (?:taken as|invited)\b/i.test(after)) return null;
    if (buyersPassives.test(after) || /^not be (?:answered|returned|requested|counted)/.test(after)) return null;
    const isOfBid =
      /^(?:\w+ly |also |only |not )*be (?:\w+ly )?(?:submitted|delivered|received|sent|uploaded|provided|included|added|attached|completed|signed|prepared|formatted|priced|valid|firm|fixed|limited|withdrawn|modified|revised|changed|in|no|at)\b/i.test(
        after,
      ) || /^(?:not |also |only )*(?:include|exceed|contain|address|consist|propose|offer)\b/i.test(after);
    if (/^(?:will|may|can)$/.test(modal) && !isOfBid && !/^only\b/i.test(after)) return null;
    return made("bid", `the bid: “${modal}”`);
  }
  if (party === "document") {
    if (
      /^(?:shall|must|should)$/.test(modal) &&
      /^(?:also )?(?:include|contain|describe|provide|address|show|present)\b.{0,60}\byour\b/i.test(after)
    )
      return made("bid", `the bid: “${modal}”`);
    // "This document shall not be copied or passed on": by whoever holds it.
    const act = /\bto be$/.test(modal) ? `be ${after}` : after;
    if (
      /^(?:not |only )*be (?:used only|only used|copied|reproduced|disclosed|distributed|shared|passed on)\b/i.test(
        after,
      )
    )
      return made("bidder", `the document: “${modal}”`);
    const isLimit = setting.isAboutBidding && /\b(?:pages?(?! \d)|font|words|characters|pt|paper)\b/i.test(act);
    return isLimit ? made("bid", `the bid: “${modal}”`) : null;
  }
  return judgeThing(clause, text, setting, party, isMandatory);
}

/** The words behind "by" may run on: "by the offeror and". */
function actorOf(words: string, setting: Setting): Party {
  const whole = partyOf(words, setting.context);
  return isOurs(whole) ? whole : partyOf(words.split(" ")[0] ?? "", setting.context);
}

/** "be identified, checked and designated by the agency"; not "be sent in the form required by the agency". */
function isBuyersAct(after: string, setting: Setting): boolean {
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

/** Words that bind even where the list around them does not. */
function isDutyWord(modal: string): boolean {
  return /^(?:shall|must)$|required/.test(modal);
}

/** "may not", "may only" and expected acts bind; expected skills and advice do not. */
function isStrong(modal: string, after: string): boolean {
  if (/^(?:should|ought to)$/.test(modal)) return false;
  if (/^(?:may|can)$/.test(modal))
    return /^(?:\w+ )?(?:not|only)\b|^(?:\w+ ){2,3}only (?:one|two|three|\d|in|by|with|if|when|on|through)\b/i.test(
      after,
    );
  if (/cautioned/.test(modal)) return /\bmust\b/.test(after);
  if (/encouraged|advised|reminded|invited|preferred|preferable|desired|desirable|recommended/.test(modal))
    return false;
  if (/^(?:also |then )?be (?:\w+ly )?(?:permitted|allowed|entitled|able) to\b/i.test(after)) return false;
  if (/permitted|allowed/.test(modal)) return /\bnot\b/.test(modal) || /^only\b/.test(after);
  if (/expected/.test(modal) || /^be expected\b/.test(after))
    return !/^(?:be expected )?to (?:have|possess|hold|demonstrate (?:skills|experience)|be (?:familiar|experienced|skilled))\b/i.test(
      after,
    );
  return true;
}

function isRelief(modal: string, after: string): boolean {
  if (/needs? not|do(?:es)? not need/.test(modal) || /^not be under (?:any|an) obligation/.test(after)) return true;
  if (
    /^(?:not (?:be (?:held )?liable|have any|incur any)|have no|incur no|bear no) ?(?:further |other )?(?:liabilit|obligation|dut(?:y|ies)|responsibilit|for\b|to\b)/.test(
      after,
    )
  )
    return true;
  if (/\bnot\b/.test(modal) && /required|responsible|obligated|obliged|expected|bound/.test(modal)) return true;
  return (
    /^(?:will|shall|should|may|must)$/.test(modal) && /^not (?:be|apply)\b/.test(after) && relieves.test(after.slice(4))
  );
}
