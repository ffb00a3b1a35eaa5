import type { ListOpening } from "../../judgement";
import { isOurs } from "../../parties";
import { type Clause, findClauses } from "../clauses";
import { judgeSentence } from "../judge-sentence";
import { partyOf } from "../subject";
import { closed, duties, type Lead, type OpeningRule } from "./lead";

/** "The contractor shall:": the clause before the list decides whose its items are. */
export const leadsByClause: OpeningRule = (lead) => {
  const last = mainClause(lead.text);
  if (!lead.introduces || !last) return undefined;
  const party = partyOf(last.subject, lead.setting.context);
  if (party === "buyer" || party === "third") return closed(lead);
  return asItselfJudged(lead, last.after) ?? (isOurs(party) ? undefined : mayInclude(lead, last));
};

/** An order or a wish without a modal: "Provide, for each post:". */
export const leadsWithoutClause: OpeningRule = (lead) =>
  lead.introduces && !mainClause(lead.text) ? asItselfJudged(lead, lead.text) : undefined;

function mainClause(text: string): Clause | undefined {
  return findClauses(text).findLast((clause) => !clause.isSubordinate);
}

function asItselfJudged({ text, setting }: Lead, asked: string): ListOpening | undefined {
  const own = judgeSentence(ends(text), setting);
  if (!own) return undefined;
  const { isMandatory, obliged, reason } = own;
  return { effect: "duties", isMandatory, obliged, isOwn: asksItself(asked), reason: `item under "${reason}"` };
}

/** "The work may include:", "Proposals will include:". */
function mayInclude(lead: Lead, { modal, after, subject }: Clause): ListOpening | undefined {
  if (!/^(?:may|can|will|should)$/.test(modal) || !/^(?:also )?(?:include|consist)/i.test(after)) return undefined;
  const isOfBid =
    lead.setting.isAboutBidding &&
    /\b(?:proposals?|bids?|tenders?|submissions?|responses?|offers?|forms?|packages?)\b/i.test(subject);
  return duties(lead, `item under "${modal} include"`, {
    effect: modal === "will" && !isOfBid ? "open" : "duties",
    isMandatory: modal === "will",
  });
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
