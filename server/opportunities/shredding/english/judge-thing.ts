import type { Judgement, Setting } from "../judgement";
import type { Party } from "../parties";
import type { Clause } from "./clauses";
import { obligedFor } from "./obliged";
import { buyersDuties, buyersPassives, dutyPassives, legalEffects } from "./words";

const withoutApproval = /^not be \w+ (?:\w+ )?without (?:the |its |their )?(?:prior|express|written|advance)\b/i;

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
export function judgeThing(
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
