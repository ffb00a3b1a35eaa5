import type { Rendition } from "@/lib/rendition";
import type { TenderRole } from "@/lib/vocabulary/opportunities";
import type { ChangedField } from "../amendments/compare-fields";
import type { ChangedLine } from "../amendments/compare-lines";
import type { RequirementChange } from "../amendments/compared-requirement";
import { type Effect, findEffects } from "../amendments/find-effects";
import { readFields } from "../fields/read-fields";
import type { TenderFields } from "../fields/tender-fields";
import { classifyDocument } from "../shredding/classify-document";
import { extractRequirements } from "../shredding/extract-requirements";
import type { ExtractedRequirement } from "../shredding/extracted-requirement";
import { type TenderDocument, toTenderDocument } from "../tender-document";
import { changedBeside } from "./changed-beside";
import { compareDemands, type IndexedChange } from "./compare-demands";
import { type Counterpart, findCounterparts } from "./find-counterparts";
import { findParts, findVersions } from "./find-versions";
import { leaveOutKnown } from "./known-elsewhere";
import { inReadingOrder } from "./reading-order";

type Read = Pick<Rendition, "text" | "blocks" | "pages">;

export interface PackageDocument {
  id: string;
  path: string;
  rendition: Read;
  /** The version whose requirements stand, when another one is current now. */
  previous: Read | null;
  /** It has not been read for this tender before. */
  isFresh?: boolean;
  /** It came with another opportunity that was merged into this one. */
  isBrought?: boolean;
}

export interface ReadPackage {
  /** New papers that are versions of papers read before under another name; with a draft go the drafts that are parts of it. */
  versions: { id: string; of: string; share: number; parts: string[] }[];
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
    /** Factors and limits that are stated otherwise now. */
    fields: ChangedField[];
    /** Rows, items and sentences that no demand states. */
    lines: ChangedLine[];
  }[];
  /** Papers that are new and amend the others without replacing them: addenda and answers to bidders. */
  addenda: { id: string; effects: Effect[] }[];
  /** Of two tenders that were merged: papers that are an earlier and a later version of one, which both go on standing. */
  counterparts: Counterpart[];
}

/** What the documents of one tender are and say. Pure; runs in a worker thread. */
export function readPackage(input: { documents: PackageDocument[]; now: string }): ReadPackage {
  const classified = inReadingOrder(
    input.documents.map((one) => {
      const document = current(one);
      return { document, path: one.path, isBrought: one.isBrought ?? false, ...classifyDocument(document) };
    }),
  );
  const papers = (isFresh: boolean) =>
    input.documents
      .filter((one) => (one.isFresh ?? false) === isFresh && one.previous === null)
      .map(({ id, path, rendition }) => ({ id, path, text: rendition.text }));
  const known = papers(false);
  const isDraft = new Set(classified.flatMap((one) => (one.isDraft ? [one.document.id] : [])));
  const versions = findVersions(papers(true), known).map((version) => {
    const draft = known.find(({ id }) => id === version.of && isDraft.has(id) && !isDraft.has(version.id));
    const drafts = known.filter(({ id }) => isDraft.has(id));
    return { ...version, parts: draft ? findParts(draft, drafts) : [] };
  });
  const replaced = new Set(versions.map(({ of }) => of));
  return {
    versions: versions.map((version) => ({ ...version, parts: version.parts.filter((id) => !replaced.has(id)) })),
    roles: classified.map(({ document, role, isDraft, reason }) => ({ id: document.id, role, isDraft, reason })),
    fields: readFields(
      classified.map(({ document }) => document),
      { now: new Date(input.now) },
    ),
  };
}

/** What the documents of one tender demand, and what became of the demands of versions before. Pure; runs in a worker thread. */
export function shredPackage(input: { documents: PackageDocument[] }): ShreddedPackage {
  const read = input.documents.map(current);
  const requirements = extractRequirements(read);
  const addenda = findAddenda(input.documents, read, requirements);
  const amended = input.documents.filter(({ previous }) => previous !== null);
  const counterparts = findCounterparts(input.documents, read, requirements);
  if (amended.length === 0) return { requirements, comparisons: [], addenda, counterparts };
  // Both versions are read among the same papers, so that only the buyer's change makes a difference.
  const before = input.documents.map((one) => toTender(one, one.previous ?? one.rendition));
  const earlier = extractRequirements(before);
  const isFresh = new Set(input.documents.flatMap((one) => (one.isFresh ? [one.id] : [])));
  return {
    requirements,
    comparisons: amended.map(({ id }) => {
      const own = (from: readonly ExtractedRequirement[]) => from.filter(({ place }) => place.document === id);
      const [old, fresh] = [before, read].map((documents) => documents.find((one) => one.id === id));
      const demands = [...own(earlier), ...own(requirements)];
      const elsewhere = earlier.filter(({ place: { document } }) => document !== id && !isFresh.has(document));
      const compared = compareDemands(input.documents, old, fresh, own(earlier), own(requirements));
      return {
        id,
        before: own(earlier),
        ...leaveOutKnown(compared, own(requirements), elsewhere),
        ...changedBeside(old, fresh, demands),
      };
    }),
    addenda,
    counterparts,
  };
}

/** Roles of papers that change what others say while these go on standing. */
const amendingRoles: ReadonlySet<TenderRole> = new Set(["amendment", "questions_and_answers"]);

function findAddenda(
  documents: readonly PackageDocument[],
  read: readonly TenderDocument[],
  requirements: readonly ExtractedRequirement[],
): ShreddedPackage["addenda"] {
  const amending = new Set(read.filter((one) => amendingRoles.has(classifyDocument(one).role)).map(({ id }) => id));
  // Addenda alone amend nothing that could be shown.
  if (amending.size === read.length) return [];
  const indexed = requirements.map((one, index) => ({ ...one, index }));
  const others = indexed.filter(({ place }) => !amending.has(place.document));
  return documents.flatMap(({ id, isFresh, previous }) => {
    const addendum = read.find((one) => one.id === id);
    if (!isFresh || previous !== null || !addendum || !amending.has(id)) return [];
    const own = indexed.filter(({ place }) => place.document === id);
    return [{ id, effects: findEffects(addendum, own, others) }];
  });
}

export const current = (one: PackageDocument): TenderDocument => toTender(one, one.rendition);
const toTender = (one: PackageDocument, read: Read) => toTenderDocument(one.id, one.path, read);
