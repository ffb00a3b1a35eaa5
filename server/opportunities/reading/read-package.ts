import type { Rendition } from "@/lib/rendition";
import type { TenderRole } from "@/lib/vocabulary/opportunities";
import { diffWords } from "@/server/evidence/changes";
import { type ChangedField, compareFields } from "../amendments/compare-fields";
import { compareFigures } from "../amendments/compare-figures";
import { compareRequirements } from "../amendments/compare-requirements";
import type { ComparedRequirement, RequirementChange } from "../amendments/compared-requirement";
import { type Effect, findEffects } from "../amendments/find-effects";
import { frameOf } from "../amendments/frame-of";
import { wordsKey } from "../amendments/requirement-words";
import { findTurned, sentencesByWords, withoutStanding } from "../amendments/standing-sentences";
import { readFields } from "../fields/read-fields";
import type { TenderFields } from "../fields/tender-fields";
import { classifyDocument } from "../shredding/classify-document";
import { extractRequirements } from "../shredding/extract-requirements";
import type { ExtractedRequirement } from "../shredding/extracted-requirement";
import { type TenderDocument, toTenderDocument } from "../tender-document";
import { findVersions } from "./find-versions";
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
  /** New papers that are versions of papers read before under another name. */
  versions: { id: string; of: string; share: number }[];
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
  }[];
  /** Papers that are new and amend the others without replacing them: addenda and answers to bidders. */
  addenda: { id: string; effects: Effect[] }[];
}

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
  return {
    versions: findVersions(papers(true), papers(false)),
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
  if (amended.length === 0) return { requirements, comparisons: [], addenda };
  // Both versions are read among the same papers, so that only the buyer's change makes a difference.
  const before = input.documents.map((one) => toTender(one, one.previous ?? one.rendition));
  const earlier = extractRequirements(before);
  return {
    requirements,
    comparisons: amended.map(({ id }) => {
      const own = (from: readonly ExtractedRequirement[]) => from.filter(({ place }) => place.document === id);
      const [old, fresh] = [before, read].map((documents) => documents.find((one) => one.id === id));
      return {
        id,
        before: own(earlier),
        ...compare(input.documents, old, fresh, own(earlier), own(requirements)),
        fields: changedFields(old, fresh, [...own(earlier), ...own(requirements)]),
      };
    }),
    addenda,
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

/** Factors and limits by their names, and lines with figures that neither these nor a demand nor a date of the procedure tell. */
function changedFields(
  old: TenderDocument | undefined,
  fresh: TenderDocument | undefined,
  demands: readonly ExtractedRequirement[],
): ChangedField[] {
  if (!old || !fresh) return [];
  const [was, is] = [readFields([old]), readFields([fresh])];
  const named = compareFields(was, is);
  const told = [
    ...demands.map(({ quote }) => quote),
    ...[was, is].flatMap(({ deadlines }) =>
      deadlines.flatMap(({ statements }) => statements.filter(({ localDate }) => localDate).map(({ quote }) => quote)),
    ),
  ].map((text) => text.replace(/\s+/g, " "));
  const isTold = (text: string) => told.some((one) => one.includes(text) || text.includes(one));
  const lines = compareFigures(old, fresh, isTold).map(
    ({ about, before, after }): ChangedField => ({ name: about, before, after }),
  );
  // A factor that is called by its whole line is one and the same.
  const sameAs = (one: ChangedField) => lines.some(({ before, after }) => before === one.before && after === one.after);
  return [...named.filter((one) => !sameAs(one)), ...lines];
}

function compare(
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
