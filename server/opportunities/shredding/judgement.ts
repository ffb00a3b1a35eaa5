import type { ObligedParty } from "@/lib/vocabulary/opportunities";
import type { PackageContext, Party } from "./parties";

/** What a sentence asks, and why it is taken for a requirement. */
export interface Judgement {
  isMandatory: boolean;
  obliged: ObligedParty;
  /** In words, for people. */
  reason: string;
  sign?: JudgementSign;
}

/** What kind of wording was taken, where the kind of the requirement or a list around it hangs on it. */
export type JudgementSign = "thing" | "story" | "skill" | "exclusion" | "order" | "binding" | "representation";

/** Where a sentence stands: what its grammar alone does not tell. */
export interface Setting {
  context: PackageContext;
  /** The sentence stands among background, purpose or definitions: only a plain duty of ours counts. */
  isBackground: boolean;
  /** The section specifies what is bought: what the product "will" be binds. */
  isSpecification: boolean;
  /** The document invites bids: what it orders to be described goes into a bid. */
  isInvitation: boolean;
  /** The sentence tells how to bid; whoever is obliged there is the bidder. */
  isAboutBidding: boolean;
  /** A heading says that the section is about bidding: even "the contractor" is the bidder there. */
  isBidSection: boolean;
  /** Who bore the requirement before, within the same section. */
  lately: ObligedParty | null;
  /** Who the sentence before was about: what "it", "they" and "this" stand for. */
  previous: Party;
  /** Who was named last in this section: what "he" stands for when the sentence before was about a thing. */
  person: Party;
}

/** What a sentence does to the list that follows it. */
export interface ListOpening {
  /** `duties`: each item is a requirement; `closed`: no item is one; `open`: items speak for themselves. */
  effect: "duties" | "closed" | "open";
  isMandatory: boolean;
  obliged: ObligedParty;
  /** The sentence asks for something beyond its items. */
  isOwn: boolean;
  reason: string;
}

/** The grammar of one language. */
export interface Grammar {
  judgeSentence(text: string, setting: Setting): Judgement | null;
  judgeOpening(text: string, setting: Setting): ListOpening;
  /** A wish for people that stands as a bare item ("Experience with ..."). */
  isSkill(text: string): boolean;
  /** Whether whoever bids or has won is named, not only spoken to. */
  namesParty(text: string, setting: Setting): boolean;
  /** Whether the text begins with a verb that gives an order; `maybe`: with a word that is a noun as well. */
  opensOrder(text: string): "sure" | "maybe" | "no";
  /** Who bears a duty whose words name nobody. */
  bearerOf(text: string, setting: Setting): ObligedParty;
  /** Who the sentence is about. */
  subjectOf(text: string, setting: Setting): Party;
  /** Whether all its main clauses are the buyer's or others', or tell what we are given. */
  isTheirs(text: string, setting: Setting): boolean;
}
