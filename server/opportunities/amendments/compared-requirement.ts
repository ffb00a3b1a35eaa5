import type { RequirementKind } from "@/lib/vocabulary/opportunities";
import type { WordChange } from "@/server/evidence/changes";

/** A requirement of one version of a document, as far as two versions are compared. */
export interface ComparedRequirement {
  id: string;
  text: string;
  /** What introduces a list item. */
  leadIn?: string;
  /** The number that the document gives it; a new number alone is no change. */
  ref?: string | null;
  /** Headings, outermost first. */
  section: readonly string[];
  kind: RequirementKind;
  isMandatory: boolean;
}

/** What differs between two wordings of one requirement; `slight`: in wording alone, with nothing that a bidder would act on. */
export const requirementAspects = ["wording", "lead_in", "strength", "split", "merged", "slight"] as const;
export type RequirementAspect = (typeof requirementAspects)[number];

export type RequirementChange =
  | { type: "added"; after: ComparedRequirement }
  | { type: "removed"; before: ComparedRequirement }
  | { type: "unchanged"; before: ComparedRequirement; after: ComparedRequirement }
  /** The same words under another heading. */
  | { type: "moved"; before: ComparedRequirement; after: ComparedRequirement }
  | {
      type: "changed";
      before: ComparedRequirement;
      after: ComparedRequirement;
      aspects: RequirementAspect[];
      /** Word by word, before and after in one; of all parts where one was split or several were merged. */
      words: WordChange[];
      /** Further requirements that `before` was split into. */
      alsoAfter?: ComparedRequirement[];
      /** Further requirements that were merged into `after`. */
      alsoBefore?: ComparedRequirement[];
    };

/** Every requirement of both versions once: in the order of the new version, each removal where it stood. */
export interface RequirementComparison {
  changes: RequirementChange[];
  counts: Record<RequirementChange["type"], number>;
}
