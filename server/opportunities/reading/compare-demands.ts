import { diffWords } from "@/server/evidence/changes";
import { compareRequirements } from "../amendments/compare-requirements";
import type { ComparedRequirement, RequirementChange } from "../amendments/compared-requirement";
import { frameOf } from "../amendments/frame-of";
import { wordsKey } from "../amendments/requirement-words";
import { findTurned, sentencesByWords, withoutStanding } from "../amendments/standing-sentences";
import type { ExtractedRequirement } from "../shredding/extracted-requirement";
import type { TenderDocument } from "../tender-document";
import type { PackageDocument } from "./read-package";

/** A change as indexes, so that it finds its rows. */
export interface IndexedChange {
  type: RequirementChange["type"];
  before: number | null;
  after: number | null;
  alsoBefore: number[];
  alsoAfter: number[];
  /** Of a removal: the sentence that says nearly the same now and demands it no more. */
  turnedInto?: string;
  /** Of a change: nothing in it that a bidder would act on. */
  isSlight?: boolean;
  /** Read as a demand in one version only, though its very words stand in both. */
  isStanding?: boolean;
}

/** What became of each demand of two versions; what stands in both word for word is no change. */
export function compareDemands(
  documents: PackageDocument[],
  old: TenderDocument | undefined,
  fresh: TenderDocument | undefined,
  before: ExtractedRequirement[],
  after: ExtractedRequirement[],
) {
  const [stood, stands] = [old, fresh].map((one) => (one ? sentencesByWords(one) : new Map<string, string>())) as [
    Map<string, string>,
    Map<string, string>,
  ];
  const compared = compareRequirements(
    before.map(toCompared(documents, true)),
    after.map(toCompared(documents, false)),
  );
  const { changes } = compared;
  const indexed = changes.map(
    (change): IndexedChange => ({
      type: change.type,
      before: "before" in change ? Number(change.before.id) : null,
      after: "after" in change ? Number(change.after.id) : null,
      ...(change.type === "changed" && change.aspects.includes("slight") ? { isSlight: true } : {}),
      alsoBefore: change.type === "changed" ? (change.alsoBefore ?? []).map(({ id }) => Number(id)) : [],
      alsoAfter: change.type === "changed" ? (change.alsoAfter ?? []).map(({ id }) => Number(id)) : [],
    }),
  );
  const told = new Set(withoutStanding(compared, new Set(stood.keys()), new Set(stands.keys())).changes);
  const turned = findTurned(
    [...told].flatMap((change) => (change.type === "removed" ? [change.before.text] : [])),
    stands,
    new Set(after.map(({ quote }) => wordsKey(quote))),
  );
  return {
    changes: indexed.map((one, at): IndexedChange => {
      const change = changes[at];
      // Its words stand in both versions: the row stays, or comes without being told as news.
      if (change && !told.has(change)) return { ...one, isStanding: true };
      const now = change?.type === "removed" ? turned.get(change.before.text) : undefined;
      return now === undefined ? one : { ...one, turnedInto: now };
    }),
    summaryChanges: changes
      .filter((change) => told.has(change))
      .map((change) => {
        const now = change.type === "removed" ? turned.get(change.before.text) : undefined;
        return change.type === "removed" && now !== undefined ? turnedChange(change.before, now) : change;
      }),
  };
}

function turnedChange(before: ComparedRequirement, now: string): RequirementChange {
  const words = diffWords(before.text, now);
  // Only its figures are others: it says as much as it did.
  if (frameOf(before.text) === frameOf(now))
    return { type: "changed", before, after: { ...before, text: now }, aspects: ["wording"], words };
  const after = { ...before, text: now, isMandatory: false };
  return { type: "changed", before, after, aspects: ["wording", "strength"], words };
}

/** A demand as it is compared, by its place in the list. */
export function toCompared(documents: PackageDocument[], isPrevious: boolean) {
  return (requirement: ExtractedRequirement, index: number) => {
    const document = documents.find(({ id }) => id === requirement.place.document);
    const read = (isPrevious ? document?.previous : null) ?? document?.rendition;
    const leadIn = requirement.leadIn && read?.text.slice(requirement.leadIn.start, requirement.leadIn.end);
    return {
      id: String(index),
      text: requirement.quote,
      ...(leadIn ? { leadIn } : {}),
      ref: requirement.ref,
      section: requirement.section,
      kind: requirement.kind,
      isMandatory: requirement.isMandatory,
    };
  };
}
