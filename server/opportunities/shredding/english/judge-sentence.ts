import type { ObligedParty } from "@/lib/vocabulary/opportunities";
import type { Judgement, Setting } from "../judgement";
import { isOurs, type Party } from "../parties";
import { type Clause, findClauses } from "./clauses";
import { partyOf } from "./subject";
import {
  alsoNouns,
  boilerplate,
  buyersDuties,
  buyersPassives,
  byBuyer,
  dutyPassives,
  exclusionSubjects,
  exclusions,
  orders,
  pointers,
  receivedPassives,
  refusals,
} from "./words";

const definitions =
  /\b(?:shall mean|means\b|is defined as|are defined as|shall have the meaning|for (?:the )?purposes of this|hereinafter|shall be construed|is intended to mean|is meant to)\b/i;
/** "This section describes what the contractor must ...": tells of duties that stand elsewhere. */
const describes =
  /^(?:the|this|these)(?: (?!shall|must|will|should|may|can|to|that)[\w()-]+){1,6}? (?:sets? (?:forth|out)|describes?|contains?|lists?|outlines?|summari[sz]es?|shows?|provides? (?:an|the) (?:overview|government))\b/i;
const doubts = /\b(?:does|do|did|will) not (?:anticipate|expect|intend|envisage|foresee|require|commit|plan)\b/i;
const story =
  /^as (?:an? |the )?[\w' /,&()’-]{2,80}?,? (?:i|we) (?:need|want|can|would|should|must|expect|am|will|may|have|wish)\b/i;
const relieves =
  /^(?:not\b(?! (?:be (?:able|responsible for any)|exceed|bring|use|include|perform|release|submit|disclose)))?\s*(?:be )?(?:not (?:be )?)?(?:required|responsible|obligated|obliged|expected|need)\b/i;
const performative =
  /^(?:agrees?|(?:hereby )?(?:certif(?:y|ies)|represents|warrants?|acknowledges?|undertakes?|guarantees?|assumes?|recogni[sz]es?|consents?))$/;

/** Whether an English sentence obliges, permits or excludes our side; who bears it is read from the subject before the modal. */
export function judgeSentence(sentence: string, setting: Setting): Judgement | null {
  const text = withoutMarks(sentence);
  if (text.length < 8 || boilerplate.test(text) || definitions.test(text) || describes.test(text)) return null;
  const doubt = doubts.exec(text);
  if (doubt && partyOf(text.slice(0, doubt.index), setting.context) === "buyer") return null;
  if (/\buser stor(?:y|ies)\b.{0,80}\bobjectives\b/i.test(text)) return null;
  if (/^it is (?:\w+ly )?(?:desirable|preferable|preferred|advisable|recommended) that\b/i.test(text))
    return { isMandatory: false, obliged: obligedFor("thing", setting, text), reason: "says what is desirable" };
  if (/^(?:evidence|documents?|documentation|information|proof|certificat(?:es?|ion)|format) required: \S/i.test(text))
    return { isMandatory: true, obliged: "bidder", reason: "says what is required" };
  if (refusals.test(text))
    return { isMandatory: true, obliged: obligedFor("bid", setting), reason: "says what is refused" };
  if (story.test(text)) return { isMandatory: false, obliged: "contractor", reason: "user story" };
  const clauses = findClauses(text);
  const excluded = judgeExclusion(text, clauses, setting);
  if (excluded) return excluded;
  const order = judgeOrder(text, setting);
  const judged: Judgement[] = [];
  let before = setting.previous;
  for (const clause of clauses) {
    const one = judgeClause(clause, text, { ...setting, previous: before });
    if (one) judged.push(one);
    const party = partyOf(clause.subject, setting.context);
    if (party !== "none") before = party;
  }
  const elliptic = judgeElliptic(text, setting);
  if (elliptic) judged.push(elliptic);
  const burden = judgeResponsibility(text, setting) ?? judgeNecessity(text, setting);
  if (burden) judged.push(burden);
  const all = order ? [order, ...judged] : judged;
  if (all.length === 0) return null;
  // The strongest word on our side's act decides; a permission beside a duty is the duty's exception.
  const strongest = all.find((one) => one.isMandatory) ?? (all[0] as Judgement);
  return /\(optional\)/i.test(text) ? { ...strongest, isMandatory: false } : strongest;
}

/** Text without numbers, letters, bullets and "Note:" in front. */
export function withoutMarks(sentence: string): string {
  return sentence
    .replace(/\s+/g, " ")
    .trim()
    .replace(
      /^(?:\(?(?:\d{1,3}(?:\.\d{1,3}){0,5}|[A-Za-z]|[ivx]{1,5})[.)](?:\s+|(?=[A-Z]))|\d{1,3}(?:\.\d{1,3}){1,5}\s+|[-–—•*]\s+)+/,
      "",
    )
    .replace(/^(?:(?:please )?note(?: that|:| -)|notes?[:.]|important[:.]|reminder:)\s*/i, "");
}

function judgeExclusion(text: string, clauses: Clause[], setting: Setting): Judgement | null {
  const match = exclusions.exec(text);
  if (!match) return null;
  if (!exclusionSubjects.test(text)) return null;
  if (
    /\b(?:prior to|until|before|in (?:this|the) (?:phase|stage)) /i.test(text.slice(match.index)) &&
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
  return { isMandatory: true, obliged: obligedFor("bid", setting), reason: "says what excludes a bid" };
}

/** "Contractor to provide all labour": the modal is left out. */
function judgeElliptic(text: string, setting: Setting): Judgement | null {
  const subject = /^((?:the )?(?:\w+ )?\w+) to (?!be\b)[a-z]+ [\w(]/i.exec(text)?.[1];
  const party = subject ? partyOf(subject, setting.context) : "none";
  if (party !== "contractor" && party !== "bidder" && party !== "vendor") return null;
  if (findClauses(text).length > 0) return null;
  return { isMandatory: true, obliged: obligedFor(party, setting, text), reason: `${partyWords[party]} is to` };
}

/** "It is essential that all personnel comply". */
function judgeNecessity(text: string, setting: Setting): Judgement | null {
  const match =
    /\bit is (?:essential|imperative|mandatory|critical|vital|necessary|crucial) (?:that|for) ([^,.;]{3,80})/i.exec(
      text,
    );
  const party = match ? partyOf(match[1] ?? "", setting.context) : "none";
  if (!isOurs(party)) return null;
  return {
    isMandatory: true,
    obliged: obligedFor(party, setting, text),
    reason: `${partyWords[party]} must, as is said to be essential`,
  };
}

/** "It is the bidder's responsibility to", "the burden rests with the bidder". */
function judgeResponsibility(text: string, setting: Setting): Judgement | null {
  const match =
    /\b(?:it is|is|are|remains?) (?:solely |entirely )?(?:the )?((?:\w+ ){0,2}?\w+)(?:['’]s|s['’]?) (?:sole |full |own )?(?:responsibility|duty|obligation)\b/i.exec(
      text,
    ) ??
    /\b(?:is|are|be|remains?) (?:solely |entirely )?(?:the )?(?:sole |full )?responsibility of (?:the )?((?:\w+ )?\w+)/i.exec(
      text,
    ) ??
    /\b(?:responsibility|burden|obligation|onus)\b[^.;]{0,120}?\b(?:rests?|lies?) with (?:the )?((?:\w+ )?\w+)/i.exec(
      text,
    );
  const party = match ? partyOf(match[1] ?? "", setting.context) : "none";
  if (party !== "bidder" && party !== "contractor" && party !== "vendor") return null;
  return {
    isMandatory: true,
    obliged: obligedFor(party, setting, text),
    reason: `${partyWords[party]} has the responsibility`,
  };
}

function judgeOrder(text: string, setting: Setting): Judgement | null {
  const body = text
    .replace(/^(?:[A-Z][\w-]*(?: (?:[A-Z\d][\w-]*|of|and|for|the)){0,5}): (?=[A-Z][a-z]+ .{20,}[.:;]$)/, "")
    .replace(
      /^(?:if|when|where|in|at|for|on|after|before|upon|within|once|with|as|during|to|by|under|unless)\b[^,:.]{2,120}, (?=(?:please |do not |be |provide|submit|include|indicate|describe|identify|state|use|explain|list|attach|ensure|contact|complete|send|enter))/i,
      "",
    )
    .replace(/^(?:additionally|also|then|finally|further|furthermore|therefore|next|otherwise|alternatively),? /i, "");
  const isPolite =
    /^(?:please|kindly)\b/i.test(body) || /[,;:–-] ?please (?!see|note|refer|visit|review|contact)/i.test(body);
  const act = body.replace(/^(?:please|kindly)[, ]+(?:do )?/i, "");
  if (pointers.test(act)) return null;
  const made = (reason: string): Judgement => ({
    isMandatory: true,
    obliged:
      setting.isAboutBidding || /\b(?:quot|proposal|tender|bid|offer|your)\w*/i.test(text) ? "bidder" : "contractor",
    reason,
  });
  if (isPolite) return made("asks with please");
  if (/^(?:do not|don't|never|be sure to|make sure|ensure)\b/i.test(act)) return made("gives an order");
  const [first = "", second = ""] = act.split(/\s+/);
  const verb = first.toLowerCase().replace(/[^a-z]/g, "");
  if (!orders.has(verb) || first !== act.slice(0, first.length)) return null;
  if (act.split(/\s+/).length < 4) return null;
  if (/^[A-Z][a-z]*$/.test(second) && !/^(?:I|CVs?)$/.test(second) && alsoNouns.has(verb)) return null;
  if (alsoNouns.has(verb) && /^(?:for|of|in|on|at|with|to)$/i.test(second) && !/[.!;:]$/.test(act)) return null;
  const looksOrder =
    /^(?:the|a|an|all|any|each|every|your|its|their|our|this|these|those|no|at|in|to|with|for|on|how|what|which|whether|and|or|only|both|up|out|one|two|three|\(?\d|detailed|copies|sufficient|technical|evidence|proof|documentation|information|details|examples|names?|[a-z]+ly)\b/i.test(
      second,
    );
  if (!looksOrder && (alsoNouns.has(verb) || !/[.!:;]$/.test(act))) return null;
  if (/\b(?:is|are|was|were|has been|will be)\b/i.test(act.split(/[,;:.]/)[0] ?? "") && alsoNouns.has(verb))
    return null;
  return made("gives an order");
}

function judgeClause(clause: Clause, text: string, setting: Setting): Judgement | null {
  const { modal, after } = clause;
  if (clause.isSubordinate) return null;
  let party = partyOf(clause.subject, setting.context);
  const isPronoun = party === "none";
  if (isPronoun) party = setting.previous;
  if (party === "buyer" || party === "third") return null;
  const isMandatory = isStrong(modal, after);
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
    obliged: obligedFor(obliged, setting),
    reason,
  });

  if (isOurs(party) && party !== "bid") {
    if (receivedPassives.test(after) && !/\bby the (?:contractor|offeror|bidder|vendor|supplier)/i.test(after))
      return null;
    if (
      /^(?:will|may|can)$/.test(modal) &&
      /^(?:also )?(?:receive|find|see|hear|have (?:access|the (?:opportunity|option|right))|be (?:able|eligible|entitled|given|allowed|paid))\b/i.test(
        after,
      ) &&
      !isNegated
    )
      return null;
    if (isPronoun && modal === "can") return null;
    if (
      party === "people" &&
      /^(?:may|can|will)$/.test(modal) &&
      !isNegated &&
      (isPronoun ||
        (modal !== "will" && !/contractor|subcontractor|vendor|supplier|key|offeror|bidder/i.test(clause.subject)))
    )
      return null;
    return made(party, `${partyWords[party]} ${modal}`);
  }
  if (performative.test(modal)) return null;
  // The buyer acts in "be designated by the buyer"; in "be approved by" it is we who have to ask.
  if (isBuyersAct(after)) return null;
  if (party === "bid") {
    if (buyersPassives.test(after) || /^not be (?:answered|returned|requested|counted)/.test(after)) return null;
    const isOfBid =
      /^(?:\w+ly |also |only |not )*be (?:\w+ly )?(?:submitted|delivered|received|sent|uploaded|provided|included|added|attached|completed|signed|prepared|formatted|priced|valid|firm|fixed|limited|in|no|at)\b/i.test(
        after,
      ) || /^(?:not )?(?:include|exceed|contain|address|consist)\b/i.test(after);
    if (/^(?:will|may|can)$/.test(modal) && !isOfBid && !/^only\b/i.test(after)) return null;
    return made("bid", `the bid ${modal}`);
  }
  if (party === "document") {
    const isLimit = setting.isAboutBidding && /\b(?:pages?|font|words|characters|pt|paper)\b/i.test(after);
    return isLimit ? made("bid", `the bid ${modal}`) : null;
  }
  return judgeThing(clause, text, setting, party, isMandatory);
}

/** "be identified, checked and designated by the agency"; not "be sent in the form required by the agency". */
function isBuyersAct(after: string): boolean {
  const near =
    /^(?:\w+ly |also |not )*be (?:\w+ly )?(\w+)(?:,? (?:\([^)]*\),? )?(?:and |or )?\w+){0,5}?(?: in writing)? (?=by\b)/i.exec(
      after,
    );
  const far =
    /^(?:\w+ly |also |not )*be (?:\w+ly )?(\w+)(?![^.;]{0,90}\b(?:as|form|requir\w+|specif\w+|provid\w+|approv\w+)\b)[^.;]{0,90}? (?=by\b)/i.exec(
      after,
    );
  const agent = near && !/ (?:as|form|to) /.test(near[0]) ? near : far;
  if (!agent || /approv|accept|agree|authori[sz]|clear|receiv|submit|deliver/i.test(agent[1] ?? "")) return false;
  return byBuyer.test(after.slice(agent[0].length, agent[0].length + 40));
}

/** Subjects that are neither a person nor a party: the product, its parts, papers, work, money. */
function judgeThing(
  clause: Clause,
  text: string,
  setting: Setting,
  party: Party,
  isMandatory: boolean,
): Judgement | null {
  const { modal, after } = clause;
  const made = (reason: string): Judgement => ({ isMandatory, obliged: obligedFor(party, setting, text), reason });
  if (/^(?:that|there|it)$/i.test(clause.subject.trim()) && modal !== "must" && modal !== "shall") return null;
  if (setting.isBackground && modal !== "must" && modal !== "shall") return null;
  if (/^(?:may|can)$/.test(modal) && /^no\b/i.test(clause.subject) && /^be\b/.test(after))
    return { ...made("nothing of the kind may be"), isMandatory: true };
  if (
    /^(?:prevail|take precedence|govern|supersede|apply|remain in (?:full )?force|pass\b|be (?:construed|governed))/.test(
      after,
    )
  )
    return null;
  const isDuty = /^(?:shall|must)$/.test(modal);
  if ((isDuty ? buyersDuties : buyersPassives).test(after)) return null;
  if (
    /limited to|restricted to|necessary|mandatory|compulsory/.test(modal) &&
    party !== "none" &&
    !/\b(?:feel|deem|consider|it\b)/i.test(clause.subject)
  )
    return made(`something ${modal}`);
  if (
    /^(?:shall|must|cannot)$/.test(modal) ||
    /need|ha(?:s|ve) to|required|due|prohibited|responsible|to be$/.test(modal)
  ) {
    if (party === "none" && /required|due/.test(modal)) return null;
    return made(`something ${modal} be so`);
  }
  if (
    modal === "will" &&
    setting.isSpecification &&
    party !== "none" &&
    !/^(?:not apply|(?:not )?be (?:provided|made available|given))\b/.test(after)
  )
    return made("the product will be so");
  if (modal === "will" && /^(?:need|have) to\b/.test(after)) return made("something will have to be so");
  if (modal === "will")
    return dutyPassives.test(after) ||
      /^(?:not )?(?:exceed|comply|conform|meet|adhere|use|support)\b/.test(after) ||
      (/^(?:include|consist)\b/.test(after) &&
        /\b(?:services|work|reports?|system|software|platform|solution|documentation|training)\b/i.test(clause.subject))
      ? made("something will be done")
      : null;
  if (/encouraged/.test(modal)) return made(`something ${modal}`);
  if (
    /^(?:may|can)$/.test(modal) &&
    /^(?:also )?(?:include|consist|involve)\b/.test(after) &&
    /\b(?:activities|duties|tasks|responsibilities|services|work|operations)$/i.test(clause.subject)
  )
    return made("something may belong to the work");
  if (modal === "should" || /preferred|preferable|desired|desirable|recommended/.test(modal))
    return made(`something ${modal} be so`);
  if (modal === "may not" || (modal === "may" && /^(?:not|only)\b/.test(after))) return made("something may not be so");
  if (
    /^(?:may|can)$/.test(modal) &&
    /^(?:also |only )*be (?:\w+ly )*(?:submitted|delivered|provided|included|attached|sent|uploaded|linked|added)\b/.test(
      after,
    )
  )
    return made("something may be done by us");
  return null;
}

const partyWords: Record<Party, string> = {
  buyer: "the buyer",
  bidder: "the bidder",
  vendor: "the vendor",
  contractor: "the contractor",
  people: "the contractor's people",
  both: "the contractor together with the buyer",
  third: "others",
  document: "the document",
  bid: "the bid",
  thing: "something",
  none: "it",
};

/** RULES of strength: "may not", "may only" and expected acts bind; expected skills and advice do not. */
function isStrong(modal: string, after: string): boolean {
  if (/^(?:should|ought to)$/.test(modal)) return false;
  if (/^(?:may|can)$/.test(modal)) return /^(?:\w+ )?(?:not|only)\b/i.test(after);
  if (/cautioned/.test(modal)) return /\bmust\b/.test(after);
  if (/encouraged|advised|reminded|invited|preferred|preferable|desired|desirable|recommended/.test(modal))
    return false;
  if (/permitted|allowed/.test(modal)) return /\bnot\b/.test(modal) || /^only\b/.test(after);
  if (/expected/.test(modal) || /^be expected\b/.test(after))
    return !/^(?:be expected )?to (?:have|possess|hold|demonstrate (?:skills|experience)|be (?:familiar|experienced|skilled))\b/i.test(
      after,
    );
  return true;
}

function isRelief(modal: string, after: string): boolean {
  if (/needs? not|do(?:es)? not need/.test(modal) || /^not be under (?:any|an) obligation/.test(after)) return true;
  if (/\bnot\b/.test(modal) && /required|responsible|obligated|obliged|expected|bound/.test(modal)) return true;
  return (
    /^(?:will|shall|should|may|must)$/.test(modal) && /^not (?:be|apply)\b/.test(after) && relieves.test(after.slice(4))
  );
}

const bidWords =
  /\b(?:quot\w+|proposals?|bids?|bidders?|tenders?|tenderers?|offers?|offerors?|submissions?|submit|respon[sd]\w*|pages?|award|questions?|closing date|portal|template|resumes?|interviews?|proposed|pric(?:e|es|ing)|rates|narrative)\b/i;

/** A heading decides; without one, in a document that tells how to bid, only what speaks of the bid binds the bidder. */
export function obligedFor(party: Party, setting: Setting, text = ""): ObligedParty {
  if (party === "bidder" || party === "bid" || setting.isBidSection) return "bidder";
  if (party === "contractor" || party === "people" || party === "both") return "contractor";
  return setting.isAboutBidding && bidWords.test(text) ? "bidder" : "contractor";
}
