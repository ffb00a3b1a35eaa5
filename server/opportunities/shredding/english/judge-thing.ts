import type { Judgement, Setting } from "../judgement";
import type { Party } from "../parties";
import type { Clause } from "./clauses";
import { obligedFor } from "./obliged";
import { buyersDuties, buyersPassives, dutyPassives, legalEffects } from "./words";

/** A clause whose subject is neither a person nor a party, with what every rule asks of it. */
interface Thing {
  subject: string;
  modal: string;
  /** What follows the modal. */
  after: string;
  /** The same as an infinitive: "are to be sent" is "be sent". */
  act: string;
  setting: Setting;
  party: Party;
  /** "must" and "shall", without further words. */
  isDuty: boolean;
  made: (reason: string) => Judgement;
}

/** The judgement, null when nobody is asked for anything, undefined when this rule has nothing to say and the next is asked. */
type Rule = (thing: Thing) => Judgement | null | undefined;

/** Subjects that are neither a person nor a party: the product, its parts, papers, work, money. The first rule that speaks decides. */
export function judgeThing(
  clause: Clause,
  text: string,
  setting: Setting,
  party: Party,
  isMandatory: boolean,
): Judgement | null {
  const { modal, after, subject } = clause;
  const thing: Thing = {
    subject,
    modal,
    after,
    act: /\bto be$/.test(modal) ? `be ${after}` : after,
    setting,
    party,
    isDuty: /^(?:shall|must)$/.test(modal),
    made: (reason) => ({ isMandatory, obliged: obligedFor(party, setting, text), reason, sign: "thing" }),
  };
  for (const rule of rules) {
    const judged = rule(thing);
    if (judged !== undefined) return judged;
  }
  return null;
}

/** "It should also provide ..." goes on about the thing before; else "it" and "there" stand for nothing that could be asked. */
const standsForNothing: Rule = ({ subject, modal, after, setting, isDuty }) => {
  if (isDuty || !/^(?:that|there|it)$/i.test(subject.trim())) return undefined;
  const goesOn =
    modal === "should" &&
    (setting.previous === "thing" || setting.previous === "bid") &&
    /^(?:also )?(?:have|be able|support|provide|allow|include|offer|enable|accompany|be (?:submitted|sent|included|placed|sealed|marked|labell?ed|attached))\b/i.test(
      after,
    );
  const isWish = modal === "should" && /^there$/i.test(subject.trim()) && /^be\b/.test(after) && !setting.isBackground;
  return goesOn || isWish ? undefined : null;
};

const hasLegalEffectOnly: Rule = ({ act }) => (legalEffects.test(act) ? null : undefined);

/** When a period runs, how a paper will be changed, what a mark on it does not do. */
const isAboutPapers: Rule = ({ subject, act }) =>
  (/\b(?:period|term)$/i.test(subject.trim()) && /^(?:commence|begin|start|end|expire|run)\b/i.test(act)) ||
  /^be in the form of (?:an? )?(?:amendments?|addend(?:um|a)|corrigend(?:um|a))\b/i.test(act) ||
  /^not (?:prevent|guarantee|ensure)\b/i.test(act)
    ? null
    : undefined;

/** "This certification is required by the regulations": a law stands behind it, nothing is asked. */
const isRequiredByLaw: Rule = ({ modal, after }) =>
  /required$/.test(modal) && /^by (?:the |an? )?(?:regulations?|law|statute|act|section|executive|code)\b/i.test(after)
    ? null
    : undefined;

/** In the present tense a thing that "is responsible for" is described. */
const isDescribed: Rule = ({ modal, setting }) =>
  /^(?:is|are)\b.*responsible$/.test(modal) && !setting.isSpecification ? null : undefined;

const needsApproval: Rule = ({ after, made }) =>
  /^not be \w+ (?:\w+ )?without (?:the |its |their )?(?:prior|express|written|advance)\b/i.test(after)
    ? made("nothing of the kind without approval")
    : undefined;

const isBackground: Rule = ({ subject, modal, after, setting, isDuty }) => {
  if (!setting.isBackground || isDuty) return undefined;
  if (modal === "should" && isProduct(subject)) return undefined;
  return /to be$/.test(modal) && dutyPassives.test(`be ${after}`) ? undefined : null;
};

const isMoneyOfTheBuyer: Rule = ({ subject, after }) =>
  (/\binterest\b/i.test(subject) && /^be paid\b/i.test(after)) ||
  (/^no\b.*\b(?:funds|funding|money)\b/i.test(subject) && /^be used\b/i.test(after))
    ? null
    : undefined;

const mayNoneBe: Rule = ({ subject, modal, after, made }) =>
  /^(?:may|can)$/.test(modal) &&
  /^(?:no|nothing)\b/i.test(subject) &&
  /^(?:be\b|(?!apply|create|constitute|prevent|limit|affect|impair|alter|change|require|result|exist|need)[a-z]+\b)/.test(
    after,
  )
    ? { ...made("nothing of the kind may be"), isMandatory: true }
    : undefined;

const rulesOtherPapers: Rule = ({ after }) =>
  /^(?:prevail|take precedence|govern|supersede|apply|remain in (?:full )?force|pass\b|be (?:construed|governed))/.test(
    after,
  )
    ? null
    : undefined;

/** "The risks must be evaluated": by whoever does the work. */
const isStudied: Rule = ({ subject, modal, act, setting, isDuty, made }) =>
  isDuty &&
  !setting.isAboutBidding &&
  /\b(?:risks?|impacts?|threats?|hazards?|alternatives|options|effects|vulnerabilities)\b/i.test(subject) &&
  /^be (?:\w+ly )?(?:evaluated|assessed|considered|determined|reviewed|monitored)\b(?! by (?:the )?(?:government|buyer|agency))/i.test(
    act,
  )
    ? made(`something: “${modal}”`)
    : undefined;

/** What must be considered while the work is done is for whoever does it; bids are considered by the buyer, who also scores and awards. */
const isForTheBuyer: Rule = ({ modal, act, setting, isDuty }) => {
  const isCare =
    (isDuty || /to be$/.test(modal)) &&
    !setting.isAboutBidding &&
    /^(?:also )?be (?:considered|taken into account)\b(?! (?:for|in|by) (?:the )?(?:award|evaluation|selection))/i.test(
      act,
    );
  return !isCare && (isDuty ? buyersDuties : buyersPassives).test(act) ? null : undefined;
};

const isLimited: Rule = ({ subject, modal, party, made }) => {
  if (party === "none") return undefined;
  if (
    /limited to|restricted to|necessary|mandatory|compulsory/.test(modal) &&
    !/\b(?:feel|deem|consider|it\b)/i.test(subject)
  )
    return made(`something: “${modal}”`);
  return /not (?:allowed|permitted)$/.test(modal) ? made("something is not allowed") : undefined;
};

/** "The next steps are to ...": what somebody has in mind. */
const isPlan =
  /\b(?:steps?|intentions?|idea|plans?|challenges?|priorit(?:y|ies)|options?|ways?|needs?|hope|results?|efforts?|focus|strategy)$/i;

const isDemanded: Rule = ({ subject, modal, after, setting, party, made }) => {
  const isDemand =
    /^(?:shall|must|cannot)$/.test(modal) ||
    /need|ha(?:s|ve) to|required|due|prohibited|responsible|to be$/.test(modal) ||
    (/^(?:is|are) (?:not )?to$/.test(modal) &&
      (/^(?:exceed|have|include|comply|conform|meet|match|remain|contain|follow|use)\b/i.test(after) ||
        (!setting.isAboutBidding && !setting.isBackground && /^[a-z]+\b/.test(after) && !isPlan.test(subject))));
  if (!isDemand) return undefined;
  return party === "none" && /required|due/.test(modal) ? null : made(`something: “${modal}”`);
};

/** In a specification "will" is said of the product; elsewhere only of what a product does. */
const productWill: Rule = ({ subject, modal, after, setting, party, made }) => {
  if (modal !== "will") return undefined;
  if (
    setting.isSpecification &&
    party !== "none" &&
    !/^(?:not apply|(?:not )?be (?:provided|made available|given))\b/.test(after)
  )
    return made("the product will be so");
  return isProduct(subject) &&
    /^(?:also )?(?:integrate|connect|interface|interoperate|run|operate|store|encrypt|validate|display|export|import|retain|scale|contain)\b/i.test(
      after,
    )
    ? made("the product will do so")
    : undefined;
};

const isWithinLimit: Rule = ({ modal, after, made }) =>
  /^(?:may|can)$/.test(modal) && /^be no (?:more|longer|larger|later|less|fewer|higher|greater) than\b/.test(after)
    ? { ...made("a limit"), isMandatory: true }
    : undefined;

const isExpected: Rule = ({ modal, after, party, made }) =>
  /expected$/.test(modal) && party !== "none" && dutyPassives.test(after.replace(/^to /, ""))
    ? made("something is expected to be done")
    : undefined;

const isPermittedWithin: Rule = ({ modal, after, party, made }) =>
  /^(?:is|are) (?:permitted|allowed)$/.test(modal) &&
  party !== "none" &&
  /^(?:with|if|provided|only|subject|unless|when|where)\b/.test(after)
    ? { ...made("something is permitted"), isMandatory: /^only\b/.test(after) }
    : undefined;

const mayOnlyBe: Rule = ({ modal, after, made }) =>
  modal === "may" &&
  /^(?:therefore |then )?only be (?:granted|given|used|made|performed|accessed|stored|processed|changed)\b/i.test(after)
    ? { ...made("something may only be so"), isMandatory: true }
    : undefined;

const willBeDone: Rule = ({ subject, modal, after, made }) => {
  if (modal !== "will") return undefined;
  if (workProduct.test(subject) && /^be(?:come)? the (?:[\w-]+ ){0,4}property of\b/i.test(after))
    return made("what is made will belong to the buyer");
  if (/^(?:need|have) to\b/.test(after)) return made("something will have to be so");
  const isDone =
    dutyPassives.test(after) ||
    /^(?:not )?(?:exceed|comply|conform|meet|adhere|use|support|require the use of)\b/.test(after) ||
    (/^(?:include|consist)\b/.test(after) && work.test(subject));
  return isDone ? made("something will be done") : null;
};

const mayBelongToWork: Rule = ({ subject, modal, after, made }) =>
  /^(?:may|can)$/.test(modal) &&
  /^(?:also )?(?:include|consist|involve)\b/.test(after) &&
  /\b(?:activities|duties|tasks|responsibilities|services|work|operations)$/i.test(subject)
    ? made("something may belong to the work")
    : undefined;

const isWished: Rule = ({ modal, made }) =>
  modal === "should" || /encouraged|preferred|preferable|desired|desirable|recommended/.test(modal)
    ? made(`something: “${modal}”`)
    : undefined;

const mayNotBe: Rule = ({ modal, after, made }) =>
  modal === "may not" || (modal === "may" && /^(?:not|only)\b/.test(after))
    ? made("something may not be so")
    : undefined;

const mayBeHandedIn: Rule = ({ modal, after, made }) =>
  /^(?:may|can)$/.test(modal) &&
  /^(?:also |only )*be (?:\w+ly )*(?:submitted|delivered|provided|included|attached|sent|uploaded|linked|added)\b/.test(
    after,
  )
    ? made("something may be done by us")
    : undefined;

const rules: readonly Rule[] = [
  standsForNothing,
  hasLegalEffectOnly,
  isAboutPapers,
  isRequiredByLaw,
  isDescribed,
  needsApproval,
  isBackground,
  isMoneyOfTheBuyer,
  mayNoneBe,
  rulesOtherPapers,
  isStudied,
  isForTheBuyer,
  isLimited,
  isDemanded,
  productWill,
  isWithinLimit,
  isExpected,
  isPermittedWithin,
  mayOnlyBe,
  willBeDone,
  mayBelongToWork,
  isWished,
  mayNotBe,
  mayBeHandedIn,
];

/** What is bought, by its last word: "The virtual agent", "this case management system". */
function isProduct(subject: string): boolean {
  return /\b(?:system|software|platform|application|solution|product|website|portal|tool|interface|module|agent|chatbot|dashboard|database)$/i.test(
    subject.trim(),
  );
}

/** What comes of the work and is to belong to the buyer. */
const workProduct =
  /\b(?:code|software|documentation|data|work products?|deliverables?|designs?|reports|results|intellectual property|drawings)\b/i;

const work =
  /\b(?:services|work|reports?|reporting(?: requirements)?|system|software|platform|solution|documentation|training|cleaning|installation|construction|maintenance|inspections?|commissioning|testing|design)\b/i;
