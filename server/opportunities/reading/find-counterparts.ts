import type { ChangedField } from "../amendments/compare-fields";
import type { ChangedLine } from "../amendments/compare-lines";
import type { RequirementChange } from "../amendments/compared-requirement";
import { readFields } from "../fields/read-fields";
import { classifyDocument } from "../shredding/classify-document";
import type { ExtractedRequirement } from "../shredding/extracted-requirement";
import type { TenderDocument } from "../tender-document";
import { changedBeside } from "./changed-beside";
import { compareDemands, type IndexedChange } from "./compare-demands";
import { findVersions } from "./find-versions";
import { momentOf } from "./moment-of";
import type { PackageDocument } from "./read-package";

/** A later paper against the earlier one that came with another opportunity; indexes count in the package's requirements. */
export interface Counterpart {
  id: string;
  earlierId: string;
  changes: IndexedChange[];
  summaryChanges: RequirementChange[];
  fields: ChangedField[];
  lines: ChangedLine[];
  /** Dates that the two state differently. */
  dates: { kind: string; before: string | null; after: string | null; quotes: { before: string; after: string } }[];
}

/**
 * Papers of two merged tenders that are two versions of one, the draft and the final say: what the later one changed. Both go on standing, so that
 * each tender has its own when they part. A draft is the earlier one; of two that are not, the one that was kept first.
 */
export function findCounterparts(
  documents: readonly PackageDocument[],
  read: readonly TenderDocument[],
  requirements: readonly ExtractedRequirement[],
): Counterpart[] {
  const papers = (isBrought: boolean) =>
    documents
      .filter((one) => (one.isBrought ?? false) === isBrought && one.previous === null)
      .map(({ id, path, rendition }) => ({ id, path, text: rendition.text }));
  const [own, brought] = [papers(false), papers(true)];
  if (own.length === 0 || brought.length === 0) return [];
  return findVersions(brought, own).map(({ id, of }) => {
    const isDraft = (one: string) => read.some((paper) => paper.id === one && classifyDocument(paper).isDraft);
    const [earlierId, laterId] = [id, of].toSorted(
      (a, b) => Number(isDraft(b)) - Number(isDraft(a)) || (a < b ? -1 : 1),
    ) as [string, string];
    return compareCounterparts(documents, read, requirements, { earlierId, id: laterId });
  });
}

function compareCounterparts(
  documents: readonly PackageDocument[],
  read: readonly TenderDocument[],
  requirements: readonly ExtractedRequirement[],
  { earlierId, id }: { earlierId: string; id: string },
): Counterpart {
  const [old, fresh] = [earlierId, id].map((one) => read.find((paper) => paper.id === one));
  const indexesOf = (one: string) =>
    requirements.flatMap(({ place }, index) => (place.document === one ? [index] : []));
  const [was, is] = [indexesOf(earlierId), indexesOf(id)];
  const demandsAt = (indexes: readonly number[]) =>
    indexes.map((index) => requirements[index]).filter((one) => one !== undefined);
  const [before, after] = [demandsAt(was), demandsAt(is)];
  const compared = compareDemands([...documents], old, fresh, before, after);
  const placed = (indexes: readonly number[], at: number | null) => (at === null ? null : (indexes[at] ?? null));
  return {
    id,
    earlierId,
    changes: compared.changes.map((change) => ({
      ...change,
      before: placed(was, change.before),
      after: placed(is, change.after),
    })),
    summaryChanges: compared.summaryChanges,
    ...changedBeside(old, fresh, [...before, ...after]),
    dates: old && fresh ? changedDates(old, fresh) : [],
  };
}

function changedDates(old: TenderDocument, fresh: TenderDocument): Counterpart["dates"] {
  const [was, is] = [readFields([old]).deadlines, readFields([fresh]).deadlines];
  return was.flatMap(({ kind, inForce, statements }) => {
    const before = inForce === null ? statements[0] : statements[inForce];
    const group = is.find((one) => one.kind === kind);
    const after = group && group.inForce !== null ? group.statements[group.inForce] : undefined;
    if (!before || !after || kind === "other" || momentOf(before) === momentOf(after)) return [];
    return [
      {
        kind,
        before: momentOf(before) || null,
        after: momentOf(after),
        quotes: { before: before.quote, after: after.quote },
      },
    ];
  });
}
