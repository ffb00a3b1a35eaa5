import { type Element, isTag } from "domhandler";
import { buildSelector } from "./build-selector";
import { findGroups } from "./candidate-groups";
import { classTokens } from "./class-tokens";
import { baseOf } from "./page-links";
import { type PageTree, readPageTree } from "./page-tree";
import { type ReadRecord, readGroup } from "./read-group";
import { readJsonLd } from "./read-json-ld";
import { minListingScore, scoreRecords } from "./score-records";
import { weighSurroundings } from "./surroundings";
import { headersFor, isRow } from "./table-headers";
import type { FoundListing, ListingRecord } from "./types";
import { withFollowers } from "./with-followers";

/** A group that was read: what `findListing` chooses from and `learnSelector` looks through. */
export interface ReadGroup {
  records: ReadRecord[];
  score: number;
}

/**
 * The records that a page lists, found without being told where: elements that repeat at like places are read as records, and the
 * set that looks most like a listing is taken. What the page states of the same things as JSON-LD fills the fields. Null when
 * nothing on the page looks like a listing. Pure; never throws on any input.
 */
export function findListing(html: string, url: string): FoundListing | null {
  const tree = readPageTree(html);
  const base = baseOf(tree, url);
  const [likeliest] = readGroups(tree, base);
  const best = likeliest && withOtherTables(likeliest, tree, base);
  const stated = readJsonLd(tree.children, base);
  const isGood = best !== undefined && best.score >= minListingScore;
  if (isGood && stated.length < best.records.length * 1.5)
    return {
      selector: buildSelector(
        best.records.flatMap(({ elements }) => elements.slice(0, 1)),
        tree.children,
      ),
      records: best.records.map((record) => withStated(record, stated)),
      score: best.score,
      rung: "structure",
    };
  if (stated.length === 0) return null;
  return { selector: "", records: stated, score: minListingScore + Math.log2(stated.length), rung: "json_ld" };
}

/** With rows of other tables of the page that are made like those of the best set, under nearly the same heads: what is over beside what is open. */
function withOtherTables(best: ReadGroup, tree: PageTree, base: URL | null): ReadGroup {
  const [first] = best.records[0]?.elements ?? [];
  if (!first || !isRow(first)) return best;
  const name = nameOf(first);
  const isFollowed = best.records.some(({ elements }) => elements.length > 1);
  if (name === "" && isFollowed) return best;
  const heads = headsOf(first);
  const tables = new Set(best.records.flatMap(({ elements }) => elements[0]?.parent ?? []));
  const others = tree.nodes
    .map(({ element }) => element)
    .filter(
      (one) => isRow(one) && one.parent && !tables.has(one.parent) && nameOf(one) === name && isUnder(one, heads),
    );
  if (others.length === 0) return best;
  const sets = (isFollowed ? withFollowers(others) : null) ?? others.map((one) => [one]);
  return { ...best, records: [...best.records, ...readGroup(sets, base)] };
}

const nameOf = (row: Element) => classTokens(row).join(" ");
const headsOf = (row: Element) => [...headersFor(row).values()];

/** As many columns, of which most are called the same. */
function isUnder(row: Element, heads: readonly string[]): boolean {
  const own = headsOf(row);
  const same = own.filter((head) => heads.includes(head));
  return own.length === heads.length && same.length >= 2 && same.length * 2 >= heads.length;
}

/**
 * Every group of alike elements that can be read as records, best first. `likely`: only what looks like a listing by itself; without it
 * also what only somebody who knows the records would take for one.
 */
export function readGroups(tree: PageTree, base: URL | null, which: "likely" | "all" = "likely"): ReadGroup[] {
  const weights = weighSurroundings(tree);
  const pageText = tree.nodes.reduce(
    (sum, node, index) => sum + (node.parent < 0 ? (weights[index] ?? 1) * node.text : 0),
    0,
  );
  const groups = findGroups(tree, weights).flatMap(({ members }) => {
    const weight = members.reduce((sum, member) => sum + (weights[member] ?? 1), 0) / members.length;
    const elements = members.flatMap((member) => tree.nodes[member]?.element ?? []);
    return [elements.map((element) => [element]), withFollowers(elements)].flatMap((sets) => {
      if (!sets) return [];
      const records = readGroup(sets, base);
      const score = scoreRecords(records, pageText, weight);
      return score > 0 || (which === "all" && records.length > 0) ? [{ records, score }] : [];
    });
  });
  return preferHeaded(demoteWrappers(groups).sort((a, b) => b.score - a.score));
}

/** Where the best set lies one in one inside another whose titles are headings, or under them, it is their lower half. */
function preferHeaded(groups: ReadGroup[]): ReadGroup[] {
  const [best] = groups;
  if (!best || hasHeadings(best)) return groups;
  const whole = groups.find((one) => {
    if (one.score < best.score * 0.5 || one.records.length !== best.records.length || !hasHeadings(one)) return false;
    const holder = new Set(one.records.flatMap(({ elements }) => elements));
    return best.records.every(({ elements: [first] }) => first && (holder.has(first) || isBelow(first, holder)));
  });
  return whole ? [whole, ...groups.filter((one) => one !== whole)] : groups;
}

function hasHeadings({ records }: ReadGroup): boolean {
  return records.every(({ segments, titlePlace }) =>
    segments.some(({ place, isHeading }) => place === titlePlace && isHeading),
  );
}

/** What holds several records of another good set, and little else, is a section around them and not a record. */
function demoteWrappers(groups: ReadGroup[]): ReadGroup[] {
  const holders = groups.map(({ records }) => new Set(records.flatMap(({ elements }) => elements)));
  return groups.map((outer, at) => {
    const holder = holders[at];
    const outerText = outer.records.reduce((sum, { text }) => sum + text.length, 0);
    const isWrapper = groups.some((inner, other) => {
      if (other === at || !holder || inner.score < 0.35 * outer.score || inner.score < minListingScore) return false;
      const inside = inner.records.filter(({ elements }) => elements[0] && isBelow(elements[0], holder));
      const insideText = inside.reduce((sum, { text }) => sum + text.length, 0);
      const isSeveral =
        inside.length >= 3 && (inside.length >= outer.records.length * 2 || isSectioned(outer.records, inside));
      return isSeveral && inside.length >= inner.records.length * 0.6 && insideText >= outerText * 0.6;
    });
    return isWrapper ? { ...outer, score: outer.score * 0.3 } : outer;
  });
}

/** Departments with their openings: more things than parts, each leading to a page of its own, and no part leading anywhere but to one of them. */
function isSectioned(parts: readonly ReadRecord[], things: readonly ReadRecord[]): boolean {
  const urls = new Set(things.flatMap(({ url }) => url ?? []));
  return (
    things.length > parts.length &&
    urls.size === things.length &&
    parts.every(({ url }) => url === null || urls.has(url))
  );
}

function isBelow(element: Element, holder: Set<Element>): boolean {
  for (let at = element.parent; at && isTag(at); at = at.parent) if (holder.has(at)) return true;
  return false;
}

function withStated({ title, url, fields, text, opens, papers }: ReadRecord, stated: ListingRecord[]): ListingRecord {
  const same = stated.find((one) => (url !== null && one.url === url) || one.title === title);
  return {
    title,
    url,
    fields: same ? { ...same.fields, ...fields } : fields,
    text,
    ...(opens ? { opens } : {}),
    ...(papers ? { papers } : {}),
  };
}
