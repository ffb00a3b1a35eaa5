import type { ObligedParty, RequirementKind } from "@/lib/vocabulary/opportunities";
import type { Place } from "../tender-document";

/** One obligation on whoever bids or whoever has won, as a document says it. */
export interface ExtractedRequirement {
  /** The sentence, list item or table row; `quote` is literally what stands there. */
  place: Place;
  quote: string;
  /** What introduces a list item; without it the item cannot be understood. */
  leadIn?: Place;
  /** The number that the document gives it ("3.2.1", "(a)", "A."), as it stands there. */
  ref: string | null;
  kind: RequirementKind;
  isMandatory: boolean;
  obliged: ObligedParty;
  /** The headings above, outermost first. */
  section: string[];
  /** The literal words of a time by which it must be done ("within 10 calendar days after award"). */
  due: string | null;
  /** Which rule took it, in words for people. */
  reason: string;
  /** Index of the first of equal requirements in another document of the package. */
  duplicateOf?: number;
  /** Why a question to the buyer may be worth it. */
  isUnclear?: string;
}
