import type { Setting } from "../judgement";
import { isOurs, type Party } from "../parties";
import { isStrong } from "./clause-strength";
import type { Clause } from "./clauses";
import { partyOf } from "./subject";

/** A clause with who its subject stands for. */
export interface ReadClause extends Clause {
  party: Party;
  /** The subject is a word such as "it"; the party is the one told of before. */
  isPronoun: boolean;
  isMandatory: boolean;
  isNegated: boolean;
}

/** "All regulations must be followed": a law binds nobody new, but to follow it is asked of us. */
const rules = /\b(?:regulations?|laws?|acts?|statutes?|codes?|by-?laws?)\b/i;
const followed = /^(?:also |always )?be (?:considered|followed|complied|observed|met|adhered|respected|obeyed)\b/i;

/** Who acts in a clause and how strongly it speaks; null where the buyer or others act. */
export function readClause(clause: Clause, setting: Setting): ReadClause | null {
  const { subject, modal, after } = clause;
  const named = partyOf(subject, setting.context);
  const isPronoun = named === "none";
  let party = isThing(clause, isPronoun ? setting.previous : named) ? "thing" : isPronoun ? setting.previous : named;
  if (party === "buyer" || party === "third") return null;
  if (/\b(?:what|which|who)ever(?: \w+)?$/i.test(subject)) return null;
  // "Where the President determines ..., he shall": a person stands for no thing.
  if (isPronoun && party === "thing" && /^(?:he|she|he or she|he\/she)$/i.test(subject.trim())) {
    party = setting.person;
    if (!isOurs(party)) return null;
  }
  return {
    ...clause,
    party,
    isPronoun,
    // "No bidder may": nobody is left who is permitted.
    isMandatory: isStrong(modal, after) || (modal === "may" && /^no\b/i.test(subject)),
    isNegated: /^not\b/i.test(after) || /\bnot\b|cannot/.test(modal),
  };
}

/** Whether a subject that names the buyer or others is the matter of the clause, not who acts in it. */
function isThing({ subject, modal, after }: Clause, party: Party): boolean {
  // "Government references are preferred": nobody prefers a buyer.
  if (party === "buyer") return /preferred|preferable|desirable|desired/.test(modal);
  if (party !== "third") return false;
  if (rules.test(subject) && followed.test(after)) return true;
  // "Users should be able to switch layers off": what the product lets them do.
  return /\busers?$/i.test(subject.trim()) && /^(?:also |then )?be able to\b/i.test(after);
}
