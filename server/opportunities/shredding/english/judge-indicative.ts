import type { Judgement, Setting } from "../judgement";
import type { Clause } from "./clauses";
import { obligedFor, partyWords } from "./obliged";
import { partyOf } from "./subject";
import { orders } from "./words";

/**
 * Plain statements that oblige: papers of many buyers say what holds instead of what shall ("The supplier reports every month", "Invoices are
 * sent by the 15th", "All data belong to the city"). Told apart from descriptions by who acts, by a limit, or by whose a thing becomes.
 */
export function judgeIndicative(text: string, clauses: readonly Clause[], setting: Setting): Judgement | null {
  if (setting.isBackground || /\?\s*$/.test(text)) return null;
  return (
    judgeMoved(text) ??
    judgeHeldFirm(text, setting) ??
    judgeBelongs(text, setting) ??
    (setting.isAboutBidding
      ? judgeBidderActs(text, setting)
      : (judgeContractorActs(text, setting) ??
        judgeDoneWithin(text, setting) ??
        judgeIncluded(text) ??
        judgeLimit(text, clauses, setting)))
  );
}

/** "The due date for quotes is extended from 3 May to 10 May". */
function judgeMoved(text: string): Judgement | null {
  const isMoved =
    /^(?:the )?(?:[\w-]+ ){0,2}?(?:due date|deadline|closing (?:date|time)|submission date|bid opening|cut-?off)\b[^.;]{0,80}? (?:is|are|has been|have been) (?:hereby )?(?:extended|changed|moved|postponed|revised|amended|brought forward|advanced)\b[^;]{0,120}\d/i.test(
      text,
    );
  return isMoved ? { isMandatory: true, obliged: "bidder", reason: "date by which something is due" } : null;
}

/** "Proposals are irrevocable for 90 days", "Prices need to hold for 120 days", "Responses will be considered firm until May". */
function judgeHeldFirm(text: string, setting: Setting): Judgement | null {
  const isHeld =
    /^(?:the |all |any |your )?(?:[\w-]+ )?(?:bids?|quotes?|quotations?|tenders?|proposals?|offers?|responses?|pric(?:es?|ing)|rates?)\b[^.;]{0,90}? (?:(?:(?:is|are|remains?|stays?|(?:will|must|shall|should) (?:be|remain|stay)|(?:will|shall) be considered|needs? to (?:be|stay|remain)) (?:held )?(?:irrevocable|firm|valid|binding|fixed|open|good)|(?:need to |must |shall |should )?holds?)(?: for acceptance)? (?:for|until|through|till|at least|during)\b)/i.test(
      text,
    );
  if (!isHeld || !/\d|\b(?:first|year|term|days|months|award)\b/i.test(text)) return null;
  return {
    isMandatory: !/\bshould\b/i.test(text),
    obliged: setting.isAboutBidding ? "bidder" : "contractor",
    reason: "says how long an offer or a price holds",
  };
}

/** "All code first made under this order belongs to the agency", "Training notes become the property of the owner". */
function judgeBelongs(text: string, setting: Setting): Judgement | null {
  const found =
    /^(?:the |all |any |every )?((?:[\w’',-]+ ){0,8}?(?:code|software|documentation|data|documents?|work products?|deliverables?|designs?|drawings|records|notes|materials?|works|results|property|rights?|title))\b[^.;]{0,90}? (?:belongs? to|(?:remains?|becomes?|is|are|stays?) the (?:sole |exclusive )?property of|vests? in|(?:is|are) owned by) (?:the |its )?([\w-]+(?: [\w-]+)?)/i.exec(
      text,
    );
  // What was handed in is the buyer's to keep: that is how the procedure goes.
  if (/\b(?:proposals?|bids?|tenders?|quotations?|responses?|submissions?|submitted)\b/i.test(found?.[0] ?? ""))
    return null;
  if (!found || partyOf(found[2]?.split(" ")[0] ?? "", setting.context) !== "buyer") return null;
  return { isMandatory: true, obliged: "contractor", reason: "says that something is the buyer's", sign: "thing" };
}

/** What whoever stands there is or knows, and what is only told of it. */
const tellsOnly = new Set(
  "be become have receive want need see find know plan continue think expect accept".split(" "),
);
const subordinate =
  /\b(?:if|when|whenever|where|wherever|unless|until|that|which|who|whom|whose|because|since|while|whether|how|what|as|than|so|although|though|once)\b[^,;]*$/i;

/** "Within five days the provider submits a report", "..., the contractor responds", "A stock of parts is held by the contractor". */
function judgeContractorActs(text: string, setting: Setting): Judgement | null {
  for (const found of text.matchAll(
    /(?:^|, |; |: |\s)((?:the |each |every )(?:selected |successful )?[\w-]+(?: [\w-]+)??) (?:also |then |therefore |regularly |promptly |immediately |always |formally )?([a-z]+s) (?!of\b|are\b|is\b|and [a-z]+s? (?:is|are|shall|must)\b)[\w"“]/gi,
  )) {
    const before = text.slice(0, found.index);
    const isNewClause = /^[,;:]/.test(found[0]) && !/^(?:that|which|who)\b/i.test(found[1] ?? "");
    if (
      (!isNewClause && subordinate.test(`${before} `)) ||
      (before !== "" && !isNewClause && !/[,;:]$/.test(before) && !opens(before))
    )
      continue;
    const party = partyOf(found[1] ?? "", setting.context);
    if (party !== "contractor" && party !== "vendor") continue;
    const verb = baseOf(found[2] ?? "");
    if (verb === null || tellsOnly.has(verb)) continue;
    return {
      isMandatory: true,
      obliged: obligedFor(party, setting, text),
      reason: `${partyWords[party]}, in the present tense: “${found[2]}”`,
      sign: "binding",
    };
  }
  const doer =
    /\b(?:is|are) (?:\w+ly )?(?!notified|informed|paid|selected|chosen|evaluated|owned|currently|presently|used|operated)(\w+(?:ed|en|d|t|pt|ne)) (?:and [^.;]{3,40} )?(?:(?:\w+ ){0,4}?)by (?:the |each )([\w-]+)/i.exec(
      text,
    );
  if (!doer || subordinate.test(text.slice(0, doer.index))) return null;
  const party = partyOf(doer[2] ?? "", setting.context);
  if (party !== "contractor" && party !== "vendor") return null;
  return { isMandatory: true, obliged: "contractor", reason: `is done by ${partyWords[party]}`, sign: "binding" };
}

/** "Within ten days ", "Before any work on site ": an opening phrase without a verb of its own. */
const opens = (before: string): boolean =>
  /^(?:within|before|after|at|on|during|upon|by|for|in|from|following|prior to|no later than|throughout)\b/i.test(
    before.trim(),
  ) && !/\b(?:is|are|was|were|has|have|shall|must|will|may|can|should)\b|[,;]/i.test(before);

/** "Vendors acknowledge this amendment", "Proponents that have questions post them in the portal", "Tenderers bear their own costs". */
function judgeBidderActs(text: string, setting: Setting): Judgement | null {
  const found =
    /^(?:[^.;]{3,80}; )?((?:the |each |every |all |any )?(?:[\w-]+ ){0,3}?(?:bidder|tenderer|offeror|proponent|proposer|respondent|quoter|applicant|vendor|supplier)s?)((?: (?:that|who|which|with|wishing|having)\b[^.;,]{3,60}?)?) (?:also |then |only |therefore )?(acknowledges?|responds?|posts?|demonstrates?|bears?|uploads?|enters?|signs?|completes?|states?|uses?|sends?|returns?|marks?|attach(?:es)?|quotes?|confirms?|declares?|fills?|registers?|obtains?|keeps?|accepts?) (?:to |in |by |within |with |on )?(?:an?|the|all|any|each|every|its|their|them|it|this|these|two|three|\w+ (?:days|hours)|every|own|writing|\d)\b/i.exec(
      text,
    );
  const party = found ? partyOf(found[1] ?? "", setting.context) : "none";
  if (!found || (party !== "bidder" && party !== "vendor")) return null;
  return { isMandatory: true, obliged: "bidder", reason: `the bidder, in the present tense: “${found[3]}”` };
}

/** By when, how often or at whose cost: what makes a rule of a statement in the passive. */
const ruled =
  /\b(?:within (?:\w+ ){0,3}?(?:minutes?|hours?|days?|weeks?|months?|sprints?)|no later than|not later than|at no (?:additional |extra |further )?(?:cost|charge)|at (?:the|its) (?:contractor|supplier|vendor|provider)['’]s (?:own )?(?:cost|expense)|immediately|without delay|in writing|from (?:the first day|day one)|(?:at least )?(?:daily|weekly|monthly|quarterly|annually|once an? \w+|every \w+)|in advance|in the next sprint|on request)\b/i;
const acts =
  /^(?:reported|notified|submitted|delivered|sent|corrected|repaired|replaced|swapped|returned|handed over|committed|tested|documented|recorded|written up|backed up|updated|reviewed|encrypted|deleted|destroyed|invoiced|billed|paid for|answered|fixed|resolved|restored|shared|published|kept|stored|provided|supplied|carried out|performed|completed|approved|escalated|cleaned|inspected|calibrated|serviced|labelled|marked|logged)\b/i;

/** "Accidents are notified by telephone immediately", "Rejected work is corrected at no additional cost". */
const modal = /\b(?:shall|must|will|may|can|should|cannot)\b/i;

function judgeDoneWithin(text: string, setting: Setting): Judgement | null {
  const found =
    /^((?:(?!if |when |where |because |since )[\w’'()-]+,? ){1,12}?)(?:is|are|gets?|get) (?:then |also |all |always |promptly )*([a-z]+(?: up| over| out| for)?) /i.exec(
      text,
    );
  if (!found || !acts.test(found[2] ?? "") || !ruled.test(text)) return null;
  if (/\bcurrent(?:ly)?\b|\bat present\b|\btoday\b|\bexisting\b|\busually\b|\btypically\b/i.test(text)) return null;
  const subject = (found[1] ?? "").trim();
  if (/\b(?:that|which|who|shall|must|will|may|can|should)\b$/i.test(subject) || modal.test(subject)) return null;
  const party = partyOf(subject, setting.context);
  if (party !== "thing" && party !== "document" && party !== "bid") return null;
  if (
    /\bby (?:the |an? )?(?:government|agency|buyer|city|county|council|state|owner|client|customer|cor|co|principal)\b/i.test(
      text,
    )
  )
    return null;
  return {
    isMandatory: true,
    obliged: obligedFor("thing", setting, text),
    reason: "says how it is done",
    sign: "thing",
  };
}

/** "Travel and meals are included in the fixed prices": nothing more is paid for them. */
function judgeIncluded(text: string): Judgement | null {
  const isIncluded =
    /^[^.;:]{3,90}? (?:is|are) (?:deemed |considered |understood )?(?:to be )?(?:all )?(?:included in|covered by|part of) (?:the |its |their |all )?(?:[\w-]+ )?(?:pric(?:e|es|ing)|rates?|fees?|contract sum)\b/i.test(
      text,
    );
  return isIncluded ? { isMandatory: true, obliged: "contractor", reason: "says what a price holds" } : null;
}

const measure =
  /\b(?:at least|at most|no (?:more|less|fewer|longer|later|higher|lower|earlier) than|not (?:more|less|fewer|longer|later|exceeding) than|a (?:minimum|maximum) of|below|under|up to) (?:\w+ ){0,2}?(?:[$£€]?\d|one|two|three|four|five|six|eight|ten|half)|\d[\d.,]*\s?(?:%|percent) or (?:better|more|higher|less|lower)\b|\bwithin (?:\d|one|two|three|four|five|ten)/i;

/** "Weight below 500 g, battery included", "Availability of each station is 99.7% or better": a limit without a word of duty. */
function judgeLimit(text: string, clauses: readonly Clause[], setting: Setting): Judgement | null {
  if (clauses.length > 0 || text.split(" ").length > 30 || !measure.test(text)) return null;
  const verb = /\b(?:is|are|lasts?|takes?|remains?|stays?)\b/i.exec(text);
  const hasOther =
    /\b(?:was|were|has|have|had|does|do|did|intends?|expects?|estimates?|anticipates?|plans?|serves?|employs?|operates?|receives?|process(?:es)?|handles?|contains?)\b|\b(?:approximately|about|around|estimated|currently|existing|budget|value|period|term)\b/i;
  if (hasOther.test(text)) return null;
  const subject = (verb ? text.slice(0, verb.index) : "").trim();
  if (verb && partyOf(subject, setting.context) !== "thing") return null;
  // A noun without a verb binds where things are specified only.
  if (!verb && !setting.isSpecification) return null;
  return { isMandatory: true, obliged: "contractor", reason: "states a limit", sign: "thing" };
}

/** "submits" → "submit", "notifies" → "notify"; null where it is no verb of an act. */
function baseOf(verb: string): string | null {
  const lower = verb.toLowerCase();
  const bases = [lower.replace(/ies$/, "y"), lower.replace(/es$/, ""), lower.replace(/s$/, "")];
  return bases.find((one) => orders.has(one) || moreActs.has(one)) ?? null;
}

/** Acts that nobody orders in so many words. */
const moreActs = new Set(
  "ask raise pay recruit report record bear agree warrant retain host bring hire pick return hand ensure credit reimburse stay staff keep swap inspect waive lend answer notify".split(
    " ",
  ),
);
