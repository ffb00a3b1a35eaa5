import type { Judgement, Setting } from "../judgement";
import { isOurs } from "../parties";
import { findClauses } from "./clauses";
import { obligedFor, partyWords } from "./obliged";
import { partyOf } from "./subject";
import { orders } from "./words";

/** Duties that no modal after its own subject tells: left out, behind the verb, or in what the buyer says it wants. */
export function judgeDemands(sentence: string, setting: Setting): Judgement[] {
  // "Documentation - All work to be ...": what stands before the dash names the matter.
  const text = sentence.replace(/^[A-Z][\w /&-]{2,40} [–—-] (?=[A-Z])/, "");
  return [
    judgeElliptic(text, setting) ?? judgeEllipticThing(text, setting),
    judgeWish(text, setting) ?? judgeDoneBy(text, setting) ?? judgeProvidedToBuyer(text, setting),
    judgeResponsibility(text, setting) ??
      judgeNecessity(text, setting) ??
      judgeDemand(text, setting) ??
      judgeRequest(text, setting),
  ].filter((one) => one !== null);
}

/** "Contractor to provide all labour": the modal is left out. */
function judgeElliptic(text: string, setting: Setting): Judgement | null {
  const subject = /^((?:the )?(?:\w+ )?\w+) to (?!be\b)[a-z]+ [\w(]/i.exec(text)?.[1];
  const party = subject ? partyOf(subject, setting.context) : "none";
  if (party !== "contractor" && party !== "bidder" && party !== "vendor") return null;
  if (findClauses(text).length > 0) return null;
  return { isMandatory: true, obliged: obligedFor(party, setting, text), reason: `${partyWords[party]} is to` };
}

/** "Inner walls to be of brick", "All work to be completed to the standards of the trade". */
function judgeEllipticThing(text: string, setting: Setting): Judgement | null {
  const match =
    /^((?:all |any |each |the )?(?!if |unless |when |we |you |they |i |it |\w+ing )(?:(?!to |for |in |of |as |how |when |where |which |whether |what )[\w’'()/-]+ ){0,4}?(?!\w+ing\b|fails?\b|refuses?\b|wishes\b|agrees?\b|expects?\b|needs?\b|continues?\b|chooses?\b|elects?\b|intends?\b|tends?\b|appears?\b|seems?\b|like\b|likes\b|it\b|them\b|us\b|him\b|ability|right|need|plans?|approach|goals?|failure|option|commitment|how|what|when|where|which|whether|as|due|subject|prior|order|going|likely|able|opportunity|intention|intent|objectives?|aims?|purpose|ready|has|have|want|wants|order|used|is|are|rights|required|expected)[\w’'()/-]+) to (?:be (?!\w+(?:ed|en)\b)|(?<=^(?:all|any|each|every)\b.{1,60} to )be |have|include|conform|comply|match)\b/i.exec(
      text,
    );
  if (
    /^to be (?:performed|provided|completed|carried out|installed|delivered|submitted|tested|maintained|supplied|done) /i.test(
      text,
    ) &&
    findClauses(text).length === 0
  )
    return {
      isMandatory: true,
      obliged: obligedFor("thing", setting, text),
      reason: "something is to be done",
      sign: "thing",
    };
  if (!match || findClauses(text).length > 0 || /\?\s*$/.test(text)) return null;
  if (/\b(?:is|are|was|were|has|have|does|do|did)\b/i.test(match[1] ?? "")) return null;
  if (partyOf(match[1] ?? "", setting.context) !== "thing") return null;
  return {
    isMandatory: true,
    obliged: obligedFor("thing", setting, text),
    reason: "something is to be so",
    sign: "thing",
  };
}

/** "It is essential that all personnel comply", "it is essential to harden them", "it is to be prevented that". */
function judgeNecessity(text: string, setting: Setting): Judgement | null {
  if (
    !setting.isBackground &&
    /\bit is (?:(?:essential|imperative|mandatory|critical|vital|crucial) to [a-z]+ |to be (?:prevented|ensured|avoided|guaranteed|noted) that\b(?<!noted that))/i.test(
      text,
    )
  )
    return {
      isMandatory: true,
      obliged: obligedFor("thing", setting, text),
      reason: "is said to be essential",
      sign: "thing",
    };
  const match =
    /\bit is (?:essential|imperative|mandatory|critical|vital|necessary|crucial|obligatory|incumbent) (?:that|for|on|upon)(?: the part of)? ([^,.;]{3,80})/i.exec(
      text,
    );
  // No modal marks where its subject ends: the first words that name a party do.
  const words = match?.[1]?.split(" ") ?? [];
  const parties = words.slice(0, 5).map((_, index) => partyOf(words.slice(0, index + 1).join(" "), setting.context));
  const party = parties.find((one) => isOurs(one) || one === "buyer" || one === "third");
  if (!party || !isOurs(party)) return null;
  return {
    isMandatory: true,
    obliged: obligedFor(party, setting, text),
    reason: `${partyWords[party]} must, as is said to be essential`,
  };
}

/** "The agency requires all vendors interested in the call to register", "will oblige the seller to provide". */
function judgeDemand(text: string, setting: Setting): Judgement | null {
  const match =
    /\b(?:requires|(?:will|shall) (?:also )?(?:obligate|oblige|require)|obligates|obliges|asks|expects|instructs|requests|encourages) ((?:all |any |each |every |the )?(?:[\w’'-]+ ){0,3}?[\w’'-]+)(?: (?:interested|wishing|participating|submitting|who|that)\b[^.;]{0,90}?)? (?:to (?!be (?:notified|informed)\b)(?:either )?[a-z]+|(?:provide|submit|furnish|perform|complete|replace|sign) )/.exec(
      text,
    );
  if (!match || /\?\s*$/.test(text)) return null;
  // What a condition or a relative clause says is no demand yet, and "nothing requires" is none.
  if (/\b(?:if|that|which|whether|when|where|unless|nothing|no|not)\b[^,;]*$/i.test(text.slice(0, match.index)))
    return null;
  const party = partyOf(match[1] ?? "", setting.context);
  if (party !== "bidder" && party !== "contractor" && party !== "vendor" && party !== "bid") return null;
  const isMandatory = !/^(?:asks|requests|encourages)/.test(match[0]);
  return { isMandatory, obliged: obligedFor(party, setting, text), reason: `${partyWords[party]} is asked to` };
}

/** "Request vendors submit questions by mail": who asks is left out. */
function judgeRequest(text: string, setting: Setting): Judgement | null {
  const who =
    /^(?:however,? |also,? |in addition,? |additionally,? )?(?:we )?request (?:that )?((?:all |any |each |the |interested )?(?:[\w-]+ )??[\w-]+?) (?!to\b)([a-z]+) /i.exec(
      text,
    );
  if (!who || !orders.has((who[2] ?? "").toLowerCase())) return null;
  const party = partyOf(who[1] ?? "", setting.context);
  if (party !== "bidder" && party !== "contractor" && party !== "vendor") return null;
  return { isMandatory: false, obliged: obligedFor(party, setting, text), reason: `${partyWords[party]} is asked to` };
}

/** "The agency would prefer that ...", "we expect that all pages will be searchable", "the requirement is for ...". */
function judgeWish(text: string, setting: Setting): Judgement | null {
  const wishes =
    /(?:^|, |; |\bbut )((?:the |our )?(?:[\w-]+ ){0,3}?[\w-]+) (?:would |strongly |generally )*(prefers?|expects?|requires?|requests?|asks?|encourages?)\b (?:that|to (?:have|limit|see|receive|keep)|the use of) /i.exec(
      text,
    );
  if (wishes && partyOf((wishes[1] ?? "").replace(/^(?:but|and|so) /i, ""), setting.context) === "buyer") {
    const rest = text.slice(wishes.index + wishes[0].length);
    const clause = findClauses(rest)[0];
    const actor = clause ? partyOf(clause.subject, setting.context) : "none";
    // What a buyer expects to happen is asked of nobody, unless it names us or all of a kind.
    const isAsked =
      !/^expect/i.test(wishes[2] ?? "") || isOurs(actor) || /^(?:all|each|every|any)\b/i.test(clause?.subject ?? "");
    if (isAsked && actor !== "buyer" && actor !== "third")
      return {
        isMandatory: /^(?:expect|require)/i.test(wishes[2] ?? ""),
        obliged: obligedFor(isOurs(actor) ? actor : "thing", setting, text),
        reason: "the buyer says what it wants",
      };
  }
  const prefers =
    /^(?:(?:in addition|note|additionally|also|further(?:more)?),? )?((?:the |our )?(?:[\w-]+ ){0,3}?[\w-]+) (?:(?:strongly |generally )?prefers?(?! (?:that|to|not)\b)|has (?:a )?(?:strong |clear )?preference for) \w/i.exec(
      text,
    )?.[1];
  if (prefers && partyOf(prefers, setting.context) === "buyer")
    return {
      isMandatory: false,
      obliged: obligedFor("thing", setting, text),
      reason: "the buyer says what it prefers",
    };
  const wanted =
    /^((?:the |our )?(?:[\w-]+ ){0,3}?[\w-]+) (expects?|would (?:\w+ )?like) to receive (?:your|a |an |the |all |any )?[\w -]{0,40}?\b(?:responses?|proposals?|submissions?|bids?|offers?|quotes?)\b/i.exec(
      text,
    );
  if (wanted && partyOf(wanted[1] ?? "", setting.context) === "buyer")
    return {
      isMandatory: /^expect/i.test(wanted[2] ?? ""),
      obliged: "bidder",
      reason: "the buyer says what it wants to receive",
    };
  if (
    /^(?:an? |the |our )?(?:strong |clear )?preference (?:(?:is|would be|will be|goes) (?:for|to|that)|(?:will|shall|may) be given to)\b/i.test(
      text,
    )
  )
    return {
      isMandatory: false,
      obliged: obligedFor("thing", setting, text),
      reason: "the buyer says what it prefers",
    };
  if (
    /^(?:all|each|every|both) (?:[\w-]+ ){1,4}?requires? (?!that\b|to\b|further|more\b)/i.test(text) &&
    findClauses(text).length === 0
  )
    return {
      isMandatory: true,
      obliged: obligedFor("thing", setting, text),
      reason: "says what is required",
      sign: "thing",
    };
  if (
    /^(?:a maximum of|at most|no more than|up to) \(?\w[^.;]{3,140}? (?:will|may|can|shall) (?:be (?:permitted|allowed|accepted|considered)|attend|participate)\b/i.test(
      text,
    )
  )
    return { isMandatory: true, obliged: obligedFor("bid", setting, text), reason: "states a limit" };
  if (/^the requirements? (?:here )?(?:is|are) (?:for|that|to)\b/i.test(text))
    return { isMandatory: true, obliged: obligedFor("thing", setting, text), reason: "says what is required" };
  const expected =
    /^it is (?:expected|assumed|understood|required|anticipated) that ([^,.;]{3,60}?) (?:will|shall|must|should|are|have|bring|provide)\b/i.exec(
      text,
    )?.[1];
  const party = expected ? partyOf(expected, setting.context) : "none";
  if (isOurs(party) && party !== "bid")
    return {
      isMandatory: true,
      obliged: obligedFor(party, setting, text),
      reason: `${partyWords[party]} is expected to`,
    };
  return null;
}

/** "All costs ..., whoever caused them, shall be borne by the contractor": who acts is said behind the verb. */
function judgeDoneBy(text: string, setting: Setting): Judgement | null {
  const match =
    /\b(?:shall|must|will|(?:is|are) (?:deemed )?to) (?:\w+ly |also |solely )?be (?:\w+ly )?(?!notified|informed|selected|paid|chosen|received|considered|evaluated|reviewed)(\w+)(?: and \w+| or \w+)?(?: solely| entirely| exclusively| only)? by (?:the |an? |each |any |either )?([\w’'-]+(?: [\w’'-]+){0,2})/i.exec(
      text,
    );
  const words = match?.[2]?.split(" ") ?? [];
  const parties = words.map((_, index) => partyOf(words.slice(0, index + 1).join(" "), setting.context));
  const party = parties.findLast((one) => one === "bidder" || one === "contractor" || one === "vendor");
  if (!party || !match || /\?\s*$/.test(text)) return null;
  if (/\b(?:if|that|which|whether|when|where|unless)\b[^,;]*$/i.test(text.slice(0, match.index))) return null;
  return { isMandatory: true, obliged: obligedFor(party, setting, text), reason: `done by ${partyWords[party]}` };
}

/** "The agency shall be provided with a copy", "the owner must receive a report": somebody has to provide it. */
function judgeProvidedToBuyer(text: string, setting: Setting): Judgement | null {
  for (const { subject, modal, after, isSubordinate } of findClauses(text)) {
    if (isSubordinate || !/^(?:shall|must|should)$/.test(modal)) continue;
    if (
      !/^(?:also )?(?:be (?:provided with|given|furnished with|kept informed|informed|notified|advised|copied)|receive)\b(?! by (?:the )?(?:government|buyer))/i.test(
        after,
      )
    )
      continue;
    if (partyOf(subject, setting.context) === "buyer")
      return {
        isMandatory: modal !== "should",
        obliged: obligedFor("thing", setting, text),
        reason: "the buyer must be given it",
      };
  }
  return null;
}

/** "It is the bidder's responsibility to", "the burden rests with the bidder". */
function judgeResponsibility(text: string, setting: Setting): Judgement | null {
  const match =
    /\b(?:it is|is|are|remains?) (?:solely |entirely )?(?:the )?((?:\w+ ){0,2}?\w+)(?:['’]s|s['’]?) (?:sole |full |own )?(?:responsibility|duty|obligation)\b/i.exec(
      text,
    ) ??
    /\b(?:is|are|be|remains?) (?:solely |entirely )?(?:the )?(?:sole |full )?responsibility of (?:the )?((?:[\w-]+ )?[\w-]+)/i.exec(
      text,
    ) ??
    /\b(?:responsibility|burden|obligation|onus)\b[^.;]{0,120}?\b(?:rests?|lies?) with (?:the )?((?:\w+ )?\w+)/i.exec(
      text,
    );
  const upTo =
    /\bit (?:is|remains|will be|shall be) (?:up to|on|incumbent on) (you|(?:the |each |every )?[\w-]+) to /i.exec(
      text,
    )?.[1];
  const isYours =
    /\bit (?:is|remains|will be|shall be) your (?:sole |full |own )?(?:responsibility|duty|obligation)\b/i;
  // "of the vendor and not of the buyer": the words may run on.
  const words = isYours.test(text) ? ["you"] : ((upTo ?? match?.[1])?.split(" ") ?? []);
  const party = [words.join(" "), words[0] ?? ""]
    .map((name) => partyOf(name, setting.context))
    .find((one) => one === "bidder" || one === "contractor" || one === "vendor");
  if (!party) return null;
  return {
    isMandatory: true,
    obliged: obligedFor(party, setting, text),
    reason: `${partyWords[party]} has the responsibility`,
  };
}
