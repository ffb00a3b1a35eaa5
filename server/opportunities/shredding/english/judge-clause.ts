import type { Judgement, Setting } from "../judgement";
import { isOurs, type Party } from "../parties";
import type { Clause } from "./clauses";
import { obligedFor, partyWords } from "./obliged";
import { partyOf } from "./subject";
import { buyersDuties, buyersPassives, byBuyer, dutyPassives, legalEffects, receivedPassives } from "./words";

const relieves =
  /^(?:not\b(?! (?:be (?:able|responsible for any)|exceed|bring|use|include|perform|release|submit|disclose)))?\s*(?:be )?(?:not (?:be )?)?(?:required|responsible|obligated|obliged|expected|need)\b/i;
const performative =
  /^(?:agrees?|(?:accepts?|acknowledges?|confirms)(?: and \w+)?|(?:hereby )?(?:certif(?:y|ies)|represents|warrants?|acknowledges?|undertakes?|guarantees?|assumes?|recogni[sz]es?|consents?)|waives?|(?:is|are) (?:hereby )?deemed|(?:encloses?|attach(?:es)?) herewith)$/;

/** "All regulations must be followed": a law binds nobody new, but to follow it is asked of us. */
const rules = /\b(?:regulations?|laws?|acts?|statutes?|codes?|by-?laws?)\b/i;
const followed = /^(?:also |always )?be (?:considered|followed|complied|observed|met|adhered|respected|obeyed)\b/i;
const withoutApproval = /^not be \w+ (?:\w+ )?without (?:the |its |their )?(?:prior|express|written|advance)\b/i;
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
    const isLimit = setting.isAboutBidding && /\b(?:pages?(?! \d)|font|words|characters|pt|paper)\b/i.test(after);
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

/** What is bought, by its last word: "The virtual agent", "this case management system". */
function isProduct(subject: string): boolean {
  return /\b(?:system|software|platform|application|solution|product|website|portal|tool|interface|module|agent|chatbot|dashboard|database)$/i.test(
    subject.trim(),
  );
}

/** When a period runs, how a paper will be changed, what a mark on it does not do: nobody is asked for anything. */
function isAboutPapers(subject: string, act: string): boolean {
  return (
    (/\b(?:period|term)$/i.test(subject.trim()) && /^(?:commence|begin|start|end|expire|run)\b/i.test(act)) ||
    /^be in the form of (?:an? )?(?:amendments?|addend(?:um|a)|corrigend(?:um|a))\b/i.test(act) ||
    /^not (?:prevent|guarantee|ensure)\b/i.test(act)
  );
}

/** What comes of the work and is to belong to the buyer. */
const workProduct =
  /\b(?:code|software|documentation|data|work products?|deliverables?|designs?|reports|results|intellectual property|drawings)\b/i;

/** Subjects that are neither a person nor a party: the product, its parts, papers, work, money. */
function judgeThing(
  clause: Clause,
  text: string,
  setting: Setting,
  party: Party,
  isMandatory: boolean,
): Judgement | null {
  const { modal, after } = clause;
  const made = (reason: string): Judgement => ({
    isMandatory,
    obliged: obligedFor(party, setting, text),
    reason,
    sign: "thing",
  });
  const goesOnAbout =
    modal === "should" &&
    setting.previous === "thing" &&
    /^(?:also )?(?:have|be able|support|provide|allow|include|offer|enable)\b/i.test(after);
  if (/^(?:that|there|it)$/i.test(clause.subject.trim()) && modal !== "must" && modal !== "shall" && !goesOnAbout)
    return null;
  const act = /\bto be$/.test(modal) ? `be ${after}` : after;
  if (legalEffects.test(act) || isAboutPapers(clause.subject, act)) return null;
  // "This certification is required by the regulations": a law stands behind it, nothing is asked.
  if (
    /required$/.test(modal) &&
    /^by (?:the |an? )?(?:regulations?|law|statute|act|section|executive|code)\b/i.test(after)
  )
    return null;
  // In the present tense a thing that "is responsible for" is described.
  if (/^(?:is|are)\b.*responsible$/.test(modal) && !setting.isSpecification) return null;
  if (withoutApproval.test(after)) return made("nothing of the kind without approval");
  if (
    setting.isBackground &&
    !/^(?:must|shall)$/.test(modal) &&
    !(modal === "should" && isProduct(clause.subject)) &&
    !(/to be$/.test(modal) && dutyPassives.test(`be ${after}`))
  )
    return null;
  if (/\binterest\b/i.test(clause.subject) && /^be paid\b/i.test(after)) return null;
  if (/^no\b.*\b(?:funds|funding|money)\b/i.test(clause.subject) && /^be used\b/i.test(after)) return null;
  if (/^(?:may|can)$/.test(modal) && /^no\b/i.test(clause.subject) && /^be\b/.test(after))
    return { ...made("nothing of the kind may be"), isMandatory: true };
  if (
    /^(?:prevail|take precedence|govern|supersede|apply|remain in (?:full )?force|pass\b|be (?:construed|governed))/.test(
      after,
    )
  )
    return null;
  const isDuty = /^(?:shall|must)$/.test(modal);
  // What must be considered while the work is done is for whoever does it; bids are considered by the buyer.
  const isCare =
    (isDuty || /to be$/.test(modal)) &&
    !setting.isAboutBidding &&
    /^(?:also )?be (?:considered|taken into account)\b(?! (?:for|in|by) (?:the )?(?:award|evaluation|selection))/i.test(
      act,
    );
  // "The risks must be evaluated": by whoever does the work.
  const isStudied =
    isDuty &&
    !setting.isAboutBidding &&
    /\b(?:risks?|impacts?|threats?|hazards?|alternatives|options|effects|vulnerabilities)\b/i.test(clause.subject) &&
    /^be (?:\w+ly )?(?:evaluated|assessed|considered|determined|reviewed|monitored)\b(?! by (?:the )?(?:government|buyer|agency))/i.test(
      act,
    );
  if (isStudied) return made(`something: “${modal}”`);
  if (!isCare && (isDuty ? buyersDuties : buyersPassives).test(act)) return null;
  if (
    /limited to|restricted to|necessary|mandatory|compulsory/.test(modal) &&
    party !== "none" &&
    !/\b(?:feel|deem|consider|it\b)/i.test(clause.subject)
  )
    return made(`something: “${modal}”`);
  if (/not (?:allowed|permitted)$/.test(modal) && party !== "none") return made("something is not allowed");
  if (
    /^(?:shall|must|cannot)$/.test(modal) ||
    /need|ha(?:s|ve) to|required|due|prohibited|responsible|to be$/.test(modal) ||
    (/^(?:is|are) to$/.test(modal) &&
      /^(?:have|include|comply|conform|meet|match|remain|contain|follow|use)\b/i.test(after))
  ) {
    if (party === "none" && /required|due/.test(modal)) return null;
    return made(`something: “${modal}”`);
  }
  if (
    modal === "will" &&
    setting.isSpecification &&
    party !== "none" &&
    !/^(?:not apply|(?:not )?be (?:provided|made available|given))\b/.test(after)
  )
    return made("the product will be so");
  // "This system will integrate with ...": what is bought does, wherever it is said.
  if (
    modal === "will" &&
    isProduct(clause.subject) &&
    /^(?:also )?(?:integrate|connect|interface|interoperate|run|operate|store|encrypt|validate|display|export|import|retain|scale|contain)\b/i.test(
      after,
    )
  )
    return made("the product will do so");
  if (/^(?:may|can)$/.test(modal) && /^be no (?:more|longer|larger|later|less|fewer|higher|greater) than\b/.test(after))
    return { ...made("a limit"), isMandatory: true };
  if (/expected$/.test(modal) && party !== "none" && dutyPassives.test(after.replace(/^to /, "")))
    return made("something is expected to be done");
  if (
    /^(?:is|are) (?:permitted|allowed)$/.test(modal) &&
    party !== "none" &&
    /^(?:with|if|provided|only|subject|unless|when|where)\b/.test(after)
  )
    return { ...made("something is permitted"), isMandatory: /^only\b/.test(after) };
  if (
    modal === "will" &&
    workProduct.test(clause.subject) &&
    /^be(?:come)? the (?:[\w-]+ ){0,4}property of\b/i.test(after)
  )
    return made("what is made will belong to the buyer");
  if (
    modal === "may" &&
    /^(?:therefore |then )?only be (?:granted|given|used|made|performed|accessed|stored|processed|changed)\b/i.test(
      after,
    )
  )
    return { ...made("something may only be so"), isMandatory: true };
  if (modal === "will" && /^(?:need|have) to\b/.test(after)) return made("something will have to be so");
  if (modal === "will")
    return dutyPassives.test(after) ||
      /^(?:not )?(?:exceed|comply|conform|meet|adhere|use|support)\b/.test(after) ||
      (/^(?:include|consist)\b/.test(after) &&
        /\b(?:services|work|reports?|system|software|platform|solution|documentation|training|cleaning|installation|construction|maintenance|inspections?|commissioning|testing|design)\b/i.test(
          clause.subject,
        ))
      ? made("something will be done")
      : null;
  if (/encouraged/.test(modal)) return made(`something: “${modal}”`);
  if (
    /^(?:may|can)$/.test(modal) &&
    /^(?:also )?(?:include|consist|involve)\b/.test(after) &&
    /\b(?:activities|duties|tasks|responsibilities|services|work|operations)$/i.test(clause.subject)
  )
    return made("something may belong to the work");
  if (modal === "should" || /preferred|preferable|desired|desirable|recommended/.test(modal))
    return made(`something: “${modal}”`);
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
