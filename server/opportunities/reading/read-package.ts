import type { Rendition } from "@/lib/rendition";
import type { TenderRole } from "@/lib/vocabulary/opportunities";
import { compareRequirements } from "../amendments/compare-requirements";
import type { RequirementChange } from "../amendments/compared-requirement";
import { readFields } from "../fields/read-fields";
import type { TenderFields } from "../fields/tender-fields";
import { classifyDocument } from "../shredding/classify-document";
import { extractRequirements } from "../shredding/extract-requirements";
import type { ExtractedRequirement } from "../shredding/extracted-requirement";
import { type TenderDocument, toTenderDocument } from "../tender-document";
import { inReadingOrder } from "./reading-order";

type Read = Pick<Rendition, "text" | "blocks" | "pages">;

export interface PackageDocument {
  id: string;
  path: string;
  rendition: Read;
  /** The version whose requirements stand, when another one is current now. */
  previous: Read | null;
}

export interface ReadPackage {
  roles: { id: string; role: TenderRole; isDraft: boolean; reason: string }[];
  fields: TenderFields;
}

export interface ShreddedPackage {
  /** Indexes of `duplicateOf` count in this list. */
  requirements: ExtractedRequirement[];
  /** Per document with another version before: places in `before` and in its part of `requirements`, by index. */
  comparisons: {
    id: string;
    before: ExtractedRequirement[];
    changes: IndexedChange[];
    summaryChanges: RequirementChange[];
  }[];
}

/** A change as indexes, so that it finds its rows. */
export interface IndexedChange {
  type: RequirementChange["type"];
  before: number | null;
  after: number | null;
  alsoBefore: number[];
  alsoAfter: number[];
}

/** What the documents of one tender are and say. Pure; runs in a worker thread. */
export function readPackage(input: { documents: PackageDocument[]; now: string }): ReadPackage {
  const classified = inReadingOrder(
    input.documents.map((one) => {
      const document = current(one);
      return { document, path: one.path, ...classifyDocument(document) };
    }),
  );
  return {
    roles: classified.map(({ document, role, isDraft, reason }) => ({ id: document.id, role, isDraft, reason })),
    fields: readFields(
      classified.map(({ document }) => document),
      { now: new Date(input.now) },
    ),
  };
}

/** What the documents of one tender demand, and what became of the demands of versions before. Pure; runs in a worker thread. */
export function shredPackage(input: { documents: PackageDocument[] }): ShreddedPackage {
  const requirements = extractRequirements(input.documents.map(current));
  const amended = input.documents.filter(({ previous }) => previous !== null);
  if (amended.length === 0) return { requirements, comparisons: [] };
  // Both versions are read among the same papers, so that only the buyer's change makes a difference.
  const earlier = extractRequirements(input.documents.map((one) => toTender(one, one.previous ?? one.rendition)));
  return {
    requirements,
    comparisons: amended.map(({ id }) => {
      const before = earlier.filter(({ place }) => place.document === id);
      const after = requirements.filter(({ place }) => place.document === id);
      return { id, before, ...compare(input.documents, before, after) };
    }),
  };
}

function compare(documents: PackageDocument[], before: ExtractedRequirement[], after: ExtractedRequirement[]) {
  const { changes } = compareRequirements(
    before.map(toCompared(documents, true)),
    after.map(toCompared(documents, false)),
  );
  const indexed = changes.map(
    (change): IndexedChange => ({
      type: change.type,
      before: "before" in change ? Number(change.before.id) : null,
      after: "after" in change ? Number(change.after.id) : null,
      alsoBefore: change.type === "changed" ? (change.alsoBefore ?? []).map(({ id }) => Number(id)) : [],
      alsoAfter: change.type === "changed" ? (change.alsoAfter ?? []).map(({ id }) => Number(id)) : [],
    }),
  );
  return { changes: indexed, summaryChanges: changes };
}

/** Two versions, each read by itself, by what they demand and say. Pure; runs in a worker thread. */
export function compareDocuments(input: { before: PackageDocument; after: PackageDocument; now: string }) {
  const sides = [input.before, input.after].map((one) => {
    const document = current(one);
    return {
      requirements: extractRequirements([document]),
      fields: readFields([document], { now: new Date(input.now) }),
    };
  });
  const [old, fresh] = sides as [(typeof sides)[number], (typeof sides)[number]];
  const comparison = compareRequirements(
    old.requirements.map(toCompared([input.before], false)),
    fresh.requirements.map(toCompared([input.after], false)),
  );
  return { before: old, after: fresh, comparison };
}

function toCompared(documents: PackageDocument[], isPrevious: boolean) {
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

const current = (one: PackageDocument): TenderDocument => toTender(one, one.rendition);
const toTender = (one: PackageDocument, read: Read) => toTenderDocument(one.id, one.path, read);
