import type { ChangedLine } from "../amendments/compare-lines";
import { compareRequirements } from "../amendments/compare-requirements";
import { readFields } from "../fields/read-fields";
import { extractRequirements } from "../shredding/extract-requirements";
import type { ExtractedRequirement } from "../shredding/extracted-requirement";
import { changedBeside } from "./changed-beside";
import { toCompared } from "./compare-demands";
import { findVersions } from "./find-versions";
import { current, type PackageDocument } from "./read-package";

/** Two papers or two sets of papers, each read by itself, by what they demand and say. Pure; runs in a worker thread. */
export function compareDocuments(input: { before: PackageDocument[]; after: PackageDocument[]; now: string }) {
  const sides = [input.before, input.after].map((papers) => {
    const documents = papers.map(current);
    return {
      documents,
      requirements: extractRequirements(documents),
      fields: readFields(documents, { now: new Date(input.now) }),
    };
  });
  const [old, fresh] = sides as [(typeof sides)[number], (typeof sides)[number]];
  const demandsOf = (papers: PackageDocument[], read: readonly ExtractedRequirement[]) => {
    const compared = read.map(toCompared(papers, false));
    // What a set says twice is one demand; which of its papers says it makes no difference.
    return papers.length > 1 ? compared.filter((_, index) => read[index]?.duplicateOf === undefined) : compared;
  };
  const comparison = compareRequirements(
    demandsOf(input.before, old.requirements),
    demandsOf(input.after, fresh.requirements),
  );
  const demands = [...old.requirements, ...fresh.requirements];
  const lines = pairPapers(input.before, input.after).flatMap(([before, after]) => {
    const [was, is] = [
      old.documents.find(({ id }) => id === before.id),
      fresh.documents.find(({ id }) => id === after.id),
    ];
    const { fields, lines: others } = changedBeside(was, is, demands);
    const figures = fields.map(
      ({ before: from, after: to }): ChangedLine => ({ what: "changed", before: from, after: to }),
    );
    return [...figures, ...others];
  });
  const views = sides.map(({ requirements, fields }) => ({ requirements, fields }));
  const [before, after] = views as [(typeof views)[number], (typeof views)[number]];
  return { before, after, comparison, lines };
}

/** Which paper of one set is the other version of which of the other: two alone, of one file name, or by most of their sentences. */
function pairPapers(
  before: readonly PackageDocument[],
  after: readonly PackageDocument[],
): [PackageDocument, PackageDocument][] {
  const [alone, other] = [before[0], after[0]];
  if (before.length === 1 && after.length === 1 && alone && other) return [[alone, other]];
  const nameOf = ({ path }: PackageDocument) => path.split("/").at(-1);
  const named = before.flatMap((one): [PackageDocument, PackageDocument][] => {
    const same = after.filter((paper) => nameOf(paper) === nameOf(one));
    return same.length === 1 && same[0] ? [[one, same[0]]] : [];
  });
  const done = new Set(named.flat());
  const papers = (all: readonly PackageDocument[]) =>
    all
      .filter((one) => !done.has(one))
      .map(({ id, path, rendition }, index) => ({ id: `${index} ${id}`, path, text: rendition.text }));
  const [left, right] = [papers(before), papers(after)];
  const byKey = (all: readonly PackageDocument[], key: string) => all.find(({ id }) => key.endsWith(` ${id}`));
  const alike = findVersions(right, left).flatMap(({ id, of }): [PackageDocument, PackageDocument][] => {
    const [one, paper] = [byKey(before, of), byKey(after, id)];
    return one && paper ? [[one, paper]] : [];
  });
  return [...named, ...alike];
}
