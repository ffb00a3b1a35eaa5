import { type Element, isTag } from "domhandler";
import { buildSelector } from "./build-selector";
import { buildXPath, placeXPath } from "./build-xpath";
import { classTokens } from "./class-tokens";
import { readGroups } from "./find-listing";
import { absoluteUrl, baseOf } from "./page-links";
import { type PageTree, readPageTree } from "./page-tree";
import { plainText } from "./plain-text";
import { type RuleForm, readField } from "./read-field";
import type { ReadRecord } from "./read-group";
import { cssName } from "./select-elements";
import type { FieldRule, LearnedSelector, ListingRecord } from "./types";

/** Part of the given records that a group, and each rule, must reproduce. */
const enough = 0.7;
const maxFields = 40;
const maxNodes = 400;

/**
 * Learns where these records stand on the page, so that later captures are read the same way. The records come from `findListing`
 * or from a person who corrected them: their titles and field values are looked for on the page. Null when the page does not show
 * them as one list. `url` is the page's own address.
 */
export function learnSelector(html: string, records: ListingRecord[], url: string): LearnedSelector | null {
  const tree = readPageTree(html);
  const base = baseOf(tree, url);
  // What does not look like a listing by itself may still be the one that the records were taken from.
  return learnFrom(tree, base, records, "likely") ?? learnFrom(tree, base, records, "all");
}

function learnFrom(
  tree: PageTree,
  base: URL | null,
  records: ListingRecord[],
  which: "likely" | "all",
): LearnedSelector | null {
  let best: { pairs: Pair[]; all: ReadRecord[]; score: number } | null = null;
  for (const group of readGroups(tree, base, which)) {
    const pairs = pairUp(group.records, records);
    const precision = pairs.length / group.records.length;
    const score = pairs.length < records.length * enough ? 0 : pairs.length * precision;
    if (score > (best?.score ?? 0)) best = { pairs, all: group.records, score };
  }
  if (!best) return null;
  const { pairs, all } = best;
  const title = learnRule(pairs, ({ wanted }) => wanted.title, base, null);
  if (!title) return null;
  const fields: Record<string, FieldRule> = { title };
  // Who shows the titles only means the links with them.
  const isLinked = pairs.some(({ wanted }) => wanted.url !== null);
  const link = learnRule(pairs, ({ read, wanted }) => (isLinked ? wanted.url : read.url) ?? undefined, base, null);
  if (link) fields.url = link;
  for (const name of fieldNames(pairs)) {
    const rule = learnRule(pairs, ({ wanted }) => wanted.fields[name], base, name);
    if (rule) fields[name] = rule;
  }
  const elements = all.flatMap((record) => record.elements.slice(0, 1));
  const isPlaced = title.label !== null || title.xpath !== undefined;
  return {
    css: buildSelector(elements, tree.children),
    ...(isPlaced ? { xpath: buildXPath(elements, tree.children) ?? undefined } : {}),
    hasFollowers: all.some((record) => record.elements.length > 1),
    fields,
  };
}

interface Pair {
  read: ReadRecord;
  wanted: ListingRecord;
}

/** The same record on both sides: by address, else because the wanted title stands in its text. */
function pairUp(read: ReadRecord[], wanted: ListingRecord[]): Pair[] {
  const byUrl = new Map(wanted.flatMap((one) => (one.url ? [[one.url, one] as const] : [])));
  const byTitle = new Map(wanted.map((one) => [one.title, one]));
  return read.flatMap((one) => {
    const same = one.segments.map(({ text }) => byTitle.get(text)).find((found) => found !== undefined);
    const match = same ?? (one.url ? byUrl.get(one.url) : undefined);
    return match ? [{ read: one, wanted: match }] : [];
  });
}

function fieldNames(pairs: Pair[]): string[] {
  const counts = new Map<string, number>();
  for (const { wanted } of pairs)
    for (const name of Object.keys(wanted.fields)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .filter(([name, count]) => count >= pairs.length * 0.3 && name !== "title" && name !== "url")
    .map(([name]) => name)
    .slice(0, maxFields);
}

/** The first rule, surest first, that gives the wanted value in most of the records that have one. */
function learnRule(
  pairs: Pair[],
  wantedOf: (pair: Pair) => string | undefined,
  base: URL | null,
  label: string | null,
): FieldRule | null {
  const filled = pairs.filter((pair) => wantedOf(pair));
  const agrees = (rule: FieldRule, form: RuleForm = "css") => {
    const hits = filled.filter((pair) => readField(rule, pair.read, base, form) === wantedOf(pair)).length;
    return hits >= Math.max(1, filled.length * enough);
  };
  // A label outlives a changed order of columns, and new class names.
  const byLabel: FieldRule = { css: null, attribute: null, label };
  if (label !== null && !isUnnamed(label) && agrees(byLabel)) return byLabel;
  for (const pair of filled.slice(0, 3)) {
    const rule = rulesFor(pair, wantedOf(pair) ?? "", base).find((one) => agrees(one));
    if (rule) return agrees(rule, "xpath") ? rule : { ...rule, xpath: undefined };
  }
  return label !== null && agrees(byLabel) ? byLabel : null;
}

/** Names that were given for want of one: they depend on the order of the parts. */
function isUnnamed(name: string): boolean {
  return /^(?:text|summary|date|amount|column)(?: \d{1,3})?(?:@datetime)?$/.test(name);
}

function rulesFor({ read }: Pair, value: string, base: URL | null): FieldRule[] {
  const rules: FieldRule[] = [];
  for (const root of read.elements) {
    for (const element of below(root)) {
      const css = element === root ? [null] : pathsTo(element, root);
      const xpath = placeXPath(element, root, null);
      if (plainText(element) === value)
        rules.push(...css.map((path) => ({ css: path, attribute: null, label: null, xpath })));
      for (const attribute of ["href", "data-href", "onclick", "datetime", "content"]) {
        if (element.attribs[attribute] === undefined) continue;
        const isHere = element.attribs[attribute] === value || absoluteUrl(element.attribs[attribute], base) === value;
        if (isHere || attribute === "onclick")
          rules.push(
            ...css.map((path) => ({ css: path, attribute, label: null, xpath: placeXPath(element, root, attribute) })),
          );
      }
    }
  }
  return rules;
}

function below(root: Element): Element[] {
  const found: Element[] = [];
  const stack: Element[] = [root];
  for (let node = stack.pop(); node && found.length < maxNodes; node = stack.pop()) {
    found.push(node);
    for (let at = node.children.length - 1; at >= 0; at--) {
      const child = node.children[at];
      if (child && isTag(child)) stack.push(child);
    }
  }
  return found;
}

/** Ways to name an element inside its record: by its class, by what holds it, by its place, by its tag. */
export function pathsTo(element: Element, root: Element): string[] {
  const own = step(element);
  const { parent } = element;
  const paths: string[] = [];
  if (own !== element.name) paths.push(own);
  if (parent && isTag(parent) && parent !== root && step(parent) !== parent.name)
    paths.push(`${step(parent)} > ${own}`);
  paths.push(placed(element, root), element.name);
  return paths;
}

function step(element: Element): string {
  const [token] = classTokens(element);
  return token ? `${element.name}.${cssName(token)}` : element.name;
}

function placed(element: Element, root: Element): string {
  const steps: string[] = [];
  for (let at: Element | null = element; at && at !== root && steps.length < 8; ) {
    let place = 1;
    for (let other = at.prev; other && place < 999; other = other.prev)
      if (isTag(other) && other.name === at.name) place += 1;
    steps.unshift(`${at.name}:nth-of-type(${place})`);
    at = at.parent && isTag(at.parent) ? at.parent : null;
  }
  return steps.join(" > ");
}
