import type { ObligedParty, RequirementKind } from "@/lib/vocabulary/opportunities";
import { orders } from "../english/words";
import { countDistinct, signs } from "./signs";

export interface KindQuestion {
  quote: string;
  leadIn: string;
  /** Outermost first. */
  section: readonly string[];
  obliged: ObligedParty;
  isAboutBidding: boolean;
  isStandardRow: boolean;
  isDeliverableRow: boolean;
  isStory: boolean;
  /** A wish for a person's skill or experience. */
  isSkill: boolean;
  /** The subject is a thing (the product, a paper), not one of us. */
  isAboutThing: boolean;
  /** What whoever bids says of itself: that it is solvent, has done such work, keeps the law. */
  isRepresentation: boolean;
  excludes: boolean;
}

const clauseHeadings =
  /(?<!cahier des )\b(?:clauses?|provisions?|dfars|far \d|terms and conditions of (?:contract|purchase)|general conditions)\b/i;
/** Under such a heading a bare thing is a property of what is built or bought. */
const specified =
  /\b(?:design|technical|functional|system|building|product|equipment|material) (?:requirements?|criteria|specifications?|parameters)\b|\bspecifications?$/i;
/** A heading that names protection alone: what stands below it protects, whatever its own words are about. */
const protects =
  /^(?:[\d.]+\s*)?(?:it ?\/? ?)?(?:(?:information|data|cyber|system|application|network) )?(?:security|protection|privacy|datenschutz|informationssicherheit|sécurité|confidentialité|seguridad)(?: (?:requirements?|measures|controls|anforderungen))?:?$/i;
/** Something written or made that is handed over, named by a noun at the start of an item. */
const writtenThing =
  /^\W*(?:\p{L}+[ -]){0,7}?(?:reports?|plans?|manuals?|matri(?:x|ces)|videos?|stories|strategy|guides?|guidelines|toolkits?|templates?|presentations?|prototypes?|folder)\b/iu;
const handsOver = /\b(?:deliverables?|outputs?|products?|development of the following)\b[^:.]*:?$/i;
/** "Develop user manuals", "Prepare a transition plan": the paper is what is wanted. */
const makesPaper =
  /^\W*(?:(?:the )?[\w-]+ (?:shall|must|will|should) )?(?:also )?(?:develop|prepare|produce|write|draft|create|compile|provide|deliver|submit) (?:an? |the |all |any |complete |final )*(?:[\w/-]+,? ){0,4}?(?:manuals?|guides?|plans?|documents?|documentation|strategy|matri(?:x|ces)|templates?|training materials|toolkits?|framework)\b/i;
/** Acts of a product, ordered of whoever makes it: "Allow overlays", "Display details of a project". */
const productActs =
  /^\W*(?:(?:[\w’'()/&-]+ ){1,6}[:–-] ?)?(?:allow|enable|display|visuali[sz]e|animate|filter|detect|toggle|overlay|export|import|store|encrypt|support (?!the |our |staff|users|project|government|all )|ability to|the ability to)\b/i;
const featuresHeading = /\b(?:features|functionalit(?:y|ies)|functional requirements?)\b/i;

function isFeature({ quote, section }: KindQuestion): boolean {
  return productActs.test(quote) || featuresHeading.test(section.at(-1) ?? "");
}

/** What one person of the team does or is. */
const ofOnePerson =
  /\b(?:tasks|duties|responsibilities|qualifications?|role|profile) of (?:the )?(?:team leader|(?:key |short-term |long-term )?experts?|consultants?|project manager|lead)\b/i;
const contractorActs =
  /^(?:\d[\d.]*\s+)?(?:pour [^,]{3,60}, |pendant [^,]{3,40},? )?(?:l[ea]s? |der |die |el |la )?(?:titulaires?|prestataires?|auftragnehmer\w*|contratistas?|adjudicatari[oa]s?)(?!\p{L})/iu;

/** Papers and parts of a bid. */
const papers =
  /\b(?:r[eé]sum[eé]s?|cvs?|list of|description|descri(?:be|bing)|breakdown|names? of|summary|letters? of intent|introduc\w+|attend|identif(?:y|ication)|narrative|approach to|please|outline|demonstrate|explain|illustrate|discuss\w*|overview|organi[sz]ational chart|references?|examples of|case studies|design brief|gantt)\b/i;

/** How much speaks for each kind: signs in the words, the lead-in and the headings, and the form that it stands in. */
export function tallySigns(question: KindQuestion): Tally {
  const tally = new Tally();
  countSigns(question, tally);
  countForm(question, tally);
  if (question.obliged === "contractor") countWork(question, tally);
  if (question.isAboutBidding) countBidding(question, tally);
  else countPerformance(question, tally);
  if (question.isRepresentation) tally.add(keepsLaw.test(question.quote) ? "legal" : "eligibility", 7);
  if (question.excludes) countExclusion(question.quote, tally);
  return tally;
}

/** What the signs alone say, and what it is where next to nothing tells. */
export function kindBySigns({ isAboutBidding }: KindQuestion, tally: Tally): RequirementKind {
  return tally.most(isAboutBidding ? "submission-instruction" : "service");
}

export class Tally {
  private readonly scores = new Map<RequirementKind, number>();

  add(kind: RequirementKind, weight: number): void {
    this.scores.set(kind, this.of(kind) + weight);
  }

  of(kind: RequirementKind): number {
    return this.scores.get(kind) ?? 0;
  }

  entries(): IterableIterator<[RequirementKind, number]> {
    return this.scores.entries();
  }

  /** The kind with most, or what it is where next to nothing tells. */
  most(otherwise: RequirementKind): RequirementKind {
    let best = otherwise;
    let most = 0.5;
    for (const [kind, score] of this.scores) {
      if (score > most) {
        best = kind;
        most = score;
      }
    }
    return best;
  }
}

const nearestOf = ({ section }: KindQuestion): string => section.at(-1) ?? "";
const outerOf = ({ section }: KindQuestion): string => section.slice(-3, -1).join(" ");

/** Signs in its own words count in full, those of the lead-in and the headings by a share. */
function countSigns(question: KindQuestion, tally: Tally): void {
  const nearest = nearestOf(question);
  const outer = outerOf(question);
  for (const { kind, pattern, weight } of signs) {
    const own = countDistinct(question.quote, pattern);
    // Bids name people, products and prices in their papers; there only the requirement's own words tell.
    const isShared = kind === "submission-instruction" || (kind === "pricing" && own > 0);
    const around = question.isAboutBidding && !isShared ? 0.25 : 1;
    tally.add(kind, weight * Math.min(2, own));
    tally.add(kind, weight * 0.45 * around * Math.min(2, countDistinct(question.leadIn, pattern)));
    // A heading that names the work beside what is handed over tells neither.
    if (kind === "deliverable" && /\b(?:scope|work|services|tasks)\b/i.test(nearest)) continue;
    tally.add(kind, weight * 0.9 * around * Math.min(1, countDistinct(nearest, pattern)));
    tally.add(kind, weight * 0.35 * around * Math.min(1, countDistinct(outer, pattern)));
  }
}

/** What the form of it tells: the row, story, wish or list that it stands in. */
function countForm(question: KindQuestion, tally: Tally): void {
  if (question.isStandardRow) tally.add("service-level", 5);
  if (question.isDeliverableRow) tally.add("deliverable", 8);
  if (question.isStory) tally.add("technical", 9);
  if (question.isSkill) tally.add(question.obliged === "bidder" ? "eligibility" : "staffing", 8);
  if (/\b(?:agrees?|acknowledges?|represents?|warrants?)\s*:$/i.test(question.leadIn)) tally.add("legal", 4);
  if (question.obliged === "bidder" && /^(?:\w+ )?(?:experience|expertise) (?:with|in) /i.test(question.leadIn))
    tally.add("eligibility", 5);
  if (/^deliverables?\b/i.test(question.leadIn)) tally.add("deliverable", 4);
  if (clauseHeadings.test(`${nearestOf(question)} ${outerOf(question)}`)) tally.add("legal", 4);
}

/** What somebody does is work; what a product is or does, technical; what is made and handed over, a deliverable. */
function countWork(question: KindQuestion, tally: Tally): void {
  const { quote, leadIn } = question;
  const nearest = nearestOf(question);
  const isOrder = opensOrder(quote);
  if (!question.isAboutThing && !question.isStory && isOrder) tally.add("service", 3.2);
  if (specified.test(nearest)) tally.add("technical", 4);
  if (protects.test(nearest.trim())) tally.add("security", 4);
  if (ofOnePerson.test(nearest)) tally.add("staffing", 5);
  if (contractorActs.test(quote) || /\?\s*$/.test(quote)) tally.add("service", 2);
  if ((handsOver.test(leadIn) || handsOver.test(nearest)) && writtenThing.test(quote) && !isOrder)
    tally.add("deliverable", 4);
  if (makesPaper.test(quote)) tally.add("deliverable", 2.6);
  if (isFeature(question)) tally.add("technical", 5);
}

function countBidding(question: KindQuestion, tally: Tally): void {
  tally.add("submission-instruction", 3);
  if (papers.test(question.quote)) tally.add("submission-instruction", 2);
  for (const kind of ["technical", "service", "deliverable", "security", "service-level", "reporting"] as const)
    tally.add(kind, -2.5);
  for (const kind of ["eligibility", "evaluation"] as const) if (tally.of(kind) >= 3) tally.add(kind, 4);
  if (tally.of("pricing") >= 2.7) tally.add("pricing", 2.6);
  if (tally.of("legal") >= 4.8) tally.add("legal", 2);
  if (asksWhoMayBid.test(`${nearestOf(question)} ${question.leadIn}`)) tally.add("eligibility", 4);
}

function countPerformance(question: KindQuestion, tally: Tally): void {
  for (const kind of ["submission-instruction", "evaluation"] as const) tally.add(kind, -3);
  if (question.isAboutThing && /\bspecifications?\b/i.test(outerOf(question))) tally.add("technical", 2);
  if (question.isAboutThing) tally.add("technical", tally.of("technical") > 0 ? 2 : 0.4);
  else tally.add("service", 1.2);
}

/** A bid that is turned away broke a rule of handing in, of who or what may be offered, or of prices; only the rest has failed a gate. */
function countExclusion(quote: string, tally: Tally): void {
  if (gates.test(quote)) tally.add("evaluation", 9);
  else if (whoMayBid.test(quote)) tally.add("eligibility", 9);
  else if (tally.of("pricing") >= 5) tally.add("pricing", 4);
  else if (handingIn.test(quote)) tally.add("submission-instruction", 6);
  else tally.add("evaluation", 4);
}

const asksWhoMayBid = /\b(?:eligib|qualification of (?:bidders|tenderers|offerors)|prerequisite)/i;
const keepsLaw = /\bcompl(?:y|ies) with\b|\blaws?\b|\bacts?\b|\bperjury|\bterms and conditions\b/i;
const gates =
  /\b(?:minimum (?:score|points|rating|mark)|technically (?:un)?acceptable|low confidence|unsatisfactory|phase|advance|points|threshold|pass\/fail)\b/i;
const whoMayBid =
  /\b(?:(?<!for )register(?:ed|ing)|active account|joint (?:proposals?|bids?|ventures?)|consorti\w+|eligib(?:le|ility) (?:for|to|criteria)|pre-?qualification|qualification requirements|one (?:application|proposal|bid|tender|offer) per|prohibited|debarred|insolven\w+|misrepresentation|corrupt|fraud\w*|(?:firms|vendors|companies|suppliers) (?:without|that|who|which))\b/i;
const handingIn =
  /\b(?:fail\w*|late|after|receiv\w+|submi\w+|incomplete|complet\w+|answer\w*|sign\w*|format|pages?|inclu\w+|caveats|communicat\w+|contact\w*|accept\w*|e-?mail\w*|portal|instructions)\b/i;

function opensOrder(text: string): boolean {
  const first = /^\W*([a-z]+)\b/i.exec(text)?.[1]?.toLowerCase() ?? "";
  return orders.has(first);
}
