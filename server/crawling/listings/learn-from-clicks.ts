import { type Element, isTag } from "domhandler";
import { isStableId } from "./build-selector";
import { buildXPath, placeXPath } from "./build-xpath";
import { classTokens } from "./class-tokens";
import { fillRates } from "./fill-rates";
import { pathsTo } from "./learn-selector";
import { absoluteUrl, baseOf } from "./page-links";
import { type PageTree, readPageTree } from "./page-tree";
import { plainText } from "./plain-text";
import { readField } from "./read-field";
import { type ReadRecord, readGroup } from "./read-group";
import type { LearnedRule } from "./read-listing";
import { matchRecords } from "./read-with-selector";
import { cssName, selectElements } from "./select-elements";
import type { FieldRule, LearnedSelector } from "./types";

/** One field of one entry, shown on the page. */
export interface Click {
  /** "title" is the name of the entry; "url" a link. Everything else as a person calls it. */
  field: string;
  /** The element's place among the page's visible elements, in document order. */
  node: number;
}

export type FromClicks = { learned: LearnedRule } | { problem: string };

const maxLevels = 7;
const maxMatched = 2_000;
const minEntries = 2;
/** Part of the clicked fields that an element must have to count as an entry. */
const enoughFields = 0.6;

/**
 * The rule that finds the clicked entry's like on the page. `clicks` are those of one entry, or of two, when one does not say how far an
 * entry reaches: the second entry's fields then come after the first's. Pure.
 */
export function learnFromClicks(html: string, url: string, clicks: readonly Click[]): FromClicks {
  const tree = readPageTree(html);
  const base = baseOf(tree, url);
  const [first, second] = byEntry(tree, clicks);
  const title = first?.find(({ field }) => field === "title");
  if (!first || !title) return { problem: "Show where the title of an entry stands." };
  let best: Candidate | null = null;
  for (const record of levelsOf(first, second)) {
    for (const css of selectorsFor(record)) {
      const candidate = tryCandidate(tree, base, record, css, first, second);
      if (candidate && candidate.score > (best?.score ?? 0)) best = candidate;
    }
  }
  if (!best || best.found < minEntries)
    return { problem: "No other entry looks like this one. Show the title of a second entry, too." };
  return { learned: finish(tree, url, best) };
}

interface Shown {
  field: string;
  element: Element;
}

interface Candidate {
  css: string;
  matched: Element[];
  record: Element;
  fields: Record<string, FieldRule>;
  found: number;
  score: number;
}

/** The clicks of the first entry and those of the second: a field that is shown again begins the second. */
function byEntry(tree: PageTree, clicks: readonly Click[]): Shown[][] {
  const entries: Shown[][] = [[]];
  for (const { field, node } of clicks) {
    const element = tree.nodes[node]?.element;
    if (!element) continue;
    if (entries.at(-1)?.some((one) => one.field === field)) entries.push([]);
    entries.at(-1)?.push({ field, element });
  }
  return entries;
}

/** What may be the whole entry: what holds all its fields, and what stands around that, below what both entries share. */
function levelsOf(first: Shown[], second: Shown[] | undefined): Element[] {
  const own = sharedAncestor(first.map(({ element }) => element));
  const whole = second ? sharedAncestor([...first, ...second].map(({ element }) => element)) : null;
  const levels: Element[] = [];
  for (let at = own; at && at !== whole && levels.length < maxLevels; at = parentOf(at)) {
    if (at.name === "body" || at.name === "html") break;
    levels.push(at);
  }
  // The two entries are known to be apart: the entry is what lies right below what they share.
  return whole ? levels.slice(-1) : levels;
}

function sharedAncestor(elements: Element[]): Element | null {
  let shared: Element[] | null = null;
  for (const element of elements) {
    const way: Element[] = [];
    for (let at: Element | null = element; at; at = parentOf(at)) way.push(at);
    const held = new Set(way);
    shared = shared ? shared.filter((one) => held.has(one)) : way;
  }
  return shared?.[0] ?? null;
}

function parentOf(element: Element): Element | null {
  return element.parent && isTag(element.parent) ? element.parent : null;
}

/** From the most exact to the plainest. */
function selectorsFor(record: Element): string[] {
  const found: string[] = [];
  let around = "";
  for (let at = parentOf(record), steps = 0; at && steps < 3; at = parentOf(at), steps++) {
    const { id } = at.attribs;
    const [token] = classTokens(at);
    const name = id && isStableId(id) ? `#${cssName(id)}` : token ? `${at.name}.${cssName(token)}` : at.name;
    around = around === "" ? name : `${name} > ${around}`;
    for (const own of ownNames(record)) found.push(`${around} > ${own}`);
  }
  // A name of its own is enough, and it outlives what is built around it.
  const named = ownNames(record).filter((name) => name !== record.name);
  return [...named, ...found];
}

function ownNames(record: Element): string[] {
  const tokens = classTokens(record).slice(0, 3);
  const all = tokens.map((token) => `.${cssName(token)}`).join("");
  return [...new Set([record.name + all, ...tokens.map((token) => `${record.name}.${cssName(token)}`), record.name])];
}

function tryCandidate(
  tree: PageTree,
  base: URL | null,
  record: Element,
  css: string,
  first: Shown[],
  second: Shown[] | undefined,
): Candidate | null {
  const matched = (selectElements(css, tree.children) ?? [])
    .filter((one) => tree.indexOf.has(one))
    .slice(0, maxMatched);
  if (matched.length < minEntries || !matched.includes(record) || isNested(matched)) return null;
  // Where entries have names, what has others is a part of an entry or something else.
  const names = classTokens(record);
  if (names.length > 0 && matched.some((one) => !classTokens(one).some((token) => names.includes(token)))) return null;
  if (second && !matched.some((one) => second.every(({ element }) => isWithin(element, one)))) return null;
  const read = readGroup(
    matched.map((element) => [element]),
    base,
  );
  const clicked = read.find(({ elements }) => elements[0] === record);
  if (!clicked) return null;
  const fields: Record<string, FieldRule> = {};
  for (const { field, element } of first) {
    const rule = bestRule(field, element, record, clicked, read, base);
    if (rule) fields[field] = rule;
  }
  if (!fields.title) return null;
  fields.url ??= linkRule(first, record, clicked, read, base) ?? (undefined as never);
  if (!fields.url) delete fields.url;
  const wanted = Object.keys(fields);
  const wayOfRecord = wayOf(record);
  const entries = read.filter((one) => {
    const filled = wanted.filter((name) => valueIn(fields[name], one, base)).length;
    return (
      filled >= wanted.length * enoughFields &&
      valueIn(fields.title, one, base) &&
      wayOf(one.elements[0]) === wayOfRecord
    );
  });
  const titles = new Set(entries.map((one) => valueIn(fields.title, one, base)));
  const filled = entries.reduce(
    (sum, one) => sum + wanted.filter((name) => valueIn(fields[name], one, base)).length,
    0,
  );
  const score =
    (titles.size - (matched.length - entries.length)) * (filled / Math.max(1, entries.length * wanted.length));
  // A little more for fields that could be told apart, so that an entry is not cut short of them.
  return { css, matched, record, fields, found: titles.size, score: score * (1 + wanted.length / 100) };
}

function valueIn(rule: FieldRule | undefined, record: ReadRecord, base: URL | null): string | null {
  return rule ? readField(rule, record, base) : null;
}

function isNested(elements: Element[]): boolean {
  const all = new Set(elements);
  return elements.some((element) => {
    for (let at = parentOf(element); at; at = parentOf(at)) if (all.has(at)) return true;
    return false;
  });
}

function isWithin(element: Element, holder: Element): boolean {
  for (let at: Element | null = element; at; at = parentOf(at)) if (at === holder) return true;
  return false;
}

/** The tags from the page down to an element: what stands in a menu lies elsewhere than what stands in the text. */
function wayOf(element: Element | undefined): string {
  const names: string[] = [];
  for (let at = element ?? null; at; at = parentOf(at)) names.push(at.name);
  return names.join(" ");
}

/** Of the rules that give the clicked value in the clicked entry, the one that most entries have. */
function bestRule(
  field: string,
  element: Element,
  record: Element,
  clicked: ReadRecord,
  read: ReadRecord[],
  base: URL | null,
): FieldRule | null {
  const isLink = field === "url";
  const link = isLink ? holdingLink(element, record) : null;
  if (isLink && !link) return null;
  const target = link ?? element;
  const attribute = isLink ? "href" : null;
  const value = isLink ? absoluteUrl(target.attribs.href, base) : plainText(element);
  if (!value) return null;
  const label = isLink ? null : labelOf(value, clicked);
  const rules: FieldRule[] = label === null ? [] : [{ css: null, attribute: null, label }];
  const xpath = placeXPath(target, record, attribute);
  const paths = target === record ? [null] : pathsTo(target, record);
  rules.push(...paths.map((css) => ({ css, attribute, label: null, xpath })));
  let best: { rule: FieldRule; filled: number } | null = null;
  for (const rule of rules) {
    const given = readField(rule, clicked, base);
    if (given !== value && !(rule.label !== null && given && value.endsWith(given))) continue;
    const filled = read.filter((one) => readField(rule, one, base)).length;
    // A label is worth more than a place: it outlives both new names and another order.
    if (filled > (best?.filled ?? 0) * (best?.rule.label ? 1.2 : 1)) best = { rule, filled };
  }
  return best?.rule ?? null;
}

/** The label under which the entry states this very value, or with which the value begins. */
function labelOf(value: string, { fields }: ReadRecord): string | null {
  const found = Object.entries(fields).find(([name, stated]) => {
    if (/^(?:text|summary|date|amount|column)(?: \d{1,3})?$/.test(name) || name.includes("@")) return false;
    if (stated === value) return true;
    const rest = value.startsWith(name) ? value.slice(name.length).replace(/^\s*:?\s*/, "") : null;
    return rest === stated;
  });
  // Names that were taken from class names die with them.
  return found && !/^[a-zà-ÿ]{3,20}$/.test(found[0]) ? found[0] : null;
}

function holdingLink(element: Element, record: Element): Element | null {
  for (let at: Element | null = element; at; at = at === record ? null : parentOf(at))
    if (at.name === "a" && at.attribs.href) return at;
  const [inner] = selectElements("a[href]", element) ?? [];
  return inner ?? null;
}

/** Where an entry leads, when nobody has shown it: the link of its title, else the one that reading finds. */
function linkRule(
  first: Shown[],
  record: Element,
  clicked: ReadRecord,
  read: ReadRecord[],
  base: URL | null,
): FieldRule | null {
  const title = first.find(({ field }) => field === "title");
  if (title && holdingLink(title.element, record)) return bestRule("url", title.element, record, clicked, read, base);
  const links = selectElements("a[href]", record) ?? [];
  const other = links.find((one) => clicked.url !== null && absoluteUrl(one.attribs.href, base) === clicked.url);
  return other ? bestRule("url", other, record, clicked, read, base) : null;
}

function finish(tree: PageTree, url: string, { css, matched, fields }: Candidate): LearnedRule {
  const selector: LearnedSelector = { css, hasFollowers: false, fields };
  const byNames = matchRecords(tree, selector, url);
  const xpath = buildXPath(matched, tree.children);
  if (xpath) {
    const placed = { ...selector, xpath };
    const byPlaces = matchRecords(tree, placed, url, "xpath");
    const titles = (one: typeof byNames) => one?.records.map(({ title }) => title).join("\n");
    if (titles(byPlaces) === titles(byNames)) selector.xpath = xpath;
  }
  return { selector, fill: fillRates(selector, byNames?.records ?? []) };
}
