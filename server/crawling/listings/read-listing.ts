import { fillRates } from "./fill-rates";
import { findListing } from "./find-listing";
import { learnSelector } from "./learn-selector";
import { readPageTree } from "./page-tree";
import { readWithSelector } from "./read-with-selector";
import type { FoundListing, LearnedSelector, ListingRecord } from "./types";

/** The rule by which a listing is read, and how well it did when it was made. */
export interface RuleInUse {
  selector: LearnedSelector;
  /** Part of the records that had each field then, 0 to 1. */
  fill: Record<string, number>;
  /** `person`: clicked together; `given`: written by hand; `own`: learned by us, so that we may doubt it. */
  origin: "own" | "person" | "given";
}

export type KnownRecord = Pick<ListingRecord, "title" | "url" | "fields">;

export interface LearnedRule {
  selector: LearnedSelector;
  fill: Record<string, number>;
}

export interface ListingReading {
  listing: FoundListing | null;
  /** To be kept: there was no rule, or the one in use no longer fits. */
  learned: LearnedRule | null;
  /** Why the rule in use did not do: it found nothing, its fields thinned out, or others saw more records than it. */
  fell: "gone" | "thinned" | "misses" | null;
  /** Fields that nearly every record had when the rule was made, and none has now. */
  emptied: string[];
  /** The page still shows titles of known records, and yet nothing could read them. */
  isUnread: boolean;
}

/** Below half of its usual share a field has thinned out. */
const thinned = 0.5;
const usual = 0.8;
const nearlyNone = 0.1;
/** Fewer records prove nothing about a field. */
const minForThinning = 3;
const minForEmptied = 4;
/** Part of the titles found that must be known ones before a rule by places alone is believed. */
const enoughKnown = 0.3;
const manyMore = 1.3;

/**
 * Reads a listing by the first rung that holds: the rule's names, the rule's places, the structure of the page. What structure finds becomes
 * the next rule, by the names and values of the records that are known, so that fields keep their names through a redesign. Pure.
 */
export function readListing(
  html: string,
  url: string,
  { rule, known }: { rule: RuleInUse | null; known: readonly KnownRecord[] },
): ListingReading {
  const followed = rule ? followRule(html, url, rule, known) : null;
  // Columns that changed places keep their names and their fill: what the rule calls titles must still be some.
  const byRule = followed && rule?.origin === "own" && isMisplaced(html, followed.records, known) ? null : followed;
  if (rule && byRule?.isFit && rule.origin !== "own")
    return { ...asRead(byRule), learned: null, fell: null, emptied: [] };
  const found = findListing(html, url);
  if (rule && byRule?.isFit && !seesMore(found, byRule.records)) {
    // Its names are gone and its places hold: it is given the new names while the records are known.
    const renamed = byRule.rung === "xpath" && rule.selector.css !== "";
    const learned = renamed ? learn(html, url, byRule.records, rule.selector.takesAll === true) : null;
    return { ...asRead(byRule), learned, fell: null, emptied: [] };
  }
  const fell = rule ? (byRule === null ? "gone" : byRule.isFit ? "misses" : "thinned") : null;
  const again = rule && fell !== "misses" ? relearn(html, url, rule, known) : null;
  const emptiedIn = (records: readonly ListingRecord[]) => (rule ? emptiedFields(records, rule.fill) : []);
  if (again) return { ...again, fell, emptied: emptiedIn(again.listing.records), isUnread: false };
  if (found && !isSomethingElse(html, found.records, rule, known)) {
    // Of two poor readings the one that says more.
    if (byRule && fell === "thinned" && countValues(byRule.records) >= countValues(found.records))
      return { ...asRead(byRule), learned: null, fell, emptied: emptiedIn(byRule.records) };
    const learned = found.rung === "structure" ? learn(html, url, found.records, true) : null;
    return { listing: found, learned, fell, emptied: emptiedIn(found.records), isUnread: false };
  }
  if (byRule) return { ...asRead(byRule), learned: null, fell, emptied: emptiedIn(byRule.records) };
  return { listing: null, learned: null, fell, emptied: [], isUnread: showsKnown(html, known) };
}

/**
 * The rule by which a page is read as these records are; null when none does. `takesAll`: whatever else the page labels is a field, too.
 */
export function learn(html: string, url: string, records: ListingRecord[], takesAll: boolean): LearnedRule | null {
  const selector = learnSelector(html, records, url);
  if (!selector) return null;
  if (takesAll) selector.takesAll = true;
  const read = readWithSelector(html, selector, url);
  const wanted = new Set(records.map(({ title }) => title));
  const met = new Set(read?.filter(({ title }) => wanted.has(title)).map(({ title }) => title));
  if (!read || met.size < wanted.size * 0.9) return null;
  if (selector.xpath && !agrees(readWithSelector(html, selector, url, "xpath"), read)) selector.xpath = undefined;
  return { selector, fill: fillRates(selector, read) };
}

function agrees(one: ListingRecord[] | null, other: ListingRecord[]): boolean {
  return one !== null && one.length === other.length && one.every(({ title }, at) => title === other[at]?.title);
}

interface Followed {
  records: ListingRecord[];
  rung: FoundListing["rung"];
  isFit: boolean;
  css: string;
}

/** What the rule finds, by its names or else by its places; null when it finds nothing. */
function followRule(html: string, url: string, rule: RuleInUse, known: readonly KnownRecord[]): Followed | null {
  const { selector } = rule;
  const named = (rung: "css" | "xpath") => (rule.origin === "person" ? "person" : rung);
  const byNames = selector.css ? readWithSelector(html, selector, url, "css") : null;
  if (byNames && keepsFill(byNames, rule.fill))
    return { records: byNames, rung: named("css"), isFit: true, css: selector.css };
  const byPlaces = selector.xpath ? readWithSelector(html, selector, url, "xpath") : null;
  // A place holds something in every layout: it must be what used to stand there, unless a person has named it.
  const isBelieved = byPlaces && (selector.css === "" || isKnown(byPlaces, known));
  if (byPlaces && isBelieved && keepsFill(byPlaces, rule.fill))
    return { records: byPlaces, rung: named("xpath"), isFit: true, css: "" };
  return byNames && byNames.length > 0
    ? { records: byNames, rung: named("css"), isFit: false, css: selector.css }
    : null;
}

function asRead({ records, rung, css }: Followed) {
  return { listing: { selector: css, records, score: Math.log2(1 + records.length), rung }, isUnread: false };
}

function keepsFill(records: readonly ListingRecord[], fill: RuleInUse["fill"]): boolean {
  if (records.length === 0) return false;
  if (records.length < minForThinning) return true;
  return Object.entries(fill).every(([name, rate]) => rate < thinned || rateOf(records, name) >= rate * thinned);
}

function emptiedFields(records: readonly ListingRecord[], fill: RuleInUse["fill"]): string[] {
  if (records.length < minForEmptied) return [];
  return Object.entries(fill)
    .filter(([name, rate]) => rate >= usual && rateOf(records, name) <= nearlyNone)
    .map(([name]) => name);
}

function rateOf(records: readonly ListingRecord[], name: string): number {
  const filled = records.filter((record) =>
    name === "title" ? record.title : name === "url" ? record.url : record.fields[name],
  );
  return filled.length / records.length;
}

/** Whether structure shows the rule's records and clearly more: the rule was learned where only some stood. */
function seesMore(found: FoundListing | null, records: readonly ListingRecord[]): boolean {
  if (found?.rung !== "structure" || found.records.length < records.length * manyMore) return false;
  const titles = new Set(found.records.map(({ title }) => title));
  return records.filter(({ title }) => titles.has(title)).length >= records.length * 0.8;
}

/** Known titles stand on the page, and what the rule reads as titles is none of them. */
function isMisplaced(html: string, records: readonly ListingRecord[], known: readonly KnownRecord[]): boolean {
  if (known.length < 3 || isKnown(records, known)) return false;
  const titles = new Set(records.map(({ title }) => fold(title)));
  const shown = shownOf(html, known);
  return shown.length >= Math.max(2, known.length * 0.5) && !shown.some(({ title }) => titles.has(fold(title)));
}

function isKnown(records: readonly ListingRecord[], known: readonly KnownRecord[]): boolean {
  if (known.length < 3) return true;
  const titles = new Set(known.map(({ title }) => title));
  return records.filter(({ title }) => titles.has(title)).length >= records.length * enoughKnown;
}

/** A rule for the new layout from the known records that it still shows, with the fields' names as they were. */
function relearn(html: string, url: string, rule: RuleInUse, known: readonly KnownRecord[]) {
  const shown = shownOf(html, known);
  if (shown.length < 3) return null;
  const wanted = shown.map((one): ListingRecord => ({ ...one, fields: namedOnly(one.fields, rule), text: "" }));
  const learned = learn(html, url, wanted, rule.selector.takesAll === true);
  const records = learned ? readWithSelector(html, learned.selector, url) : null;
  if (!learned || !records || !keepsFill(records, rule.fill)) return null;
  const { css } = learned.selector;
  return {
    learned,
    listing: { selector: css, records, score: Math.log2(1 + records.length), rung: "structure" as const },
  };
}

function namedOnly(fields: KnownRecord["fields"], { selector }: RuleInUse): KnownRecord["fields"] {
  if (selector.takesAll) return fields;
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name in selector.fields));
}

/** Known titles still stand on the page, and what was found is none of them: a menu or the news beside the list. */
function isSomethingElse(
  html: string,
  records: readonly ListingRecord[],
  rule: RuleInUse | null,
  known: readonly KnownRecord[],
): boolean {
  if (!rule || known.length < 3 || !showsKnown(html, known)) return false;
  const titles = new Set(known.map(({ title }) => title));
  const urls = new Set(known.map(({ url }) => url).filter((url) => url !== null));
  return !records.some(({ title, url }) => titles.has(title) || (url !== null && urls.has(url)));
}

function showsKnown(html: string, known: readonly KnownRecord[]): boolean {
  return known.length >= 3 && shownOf(html, known).length >= Math.max(2, known.length * enoughKnown);
}

function shownOf(html: string, known: readonly KnownRecord[]): KnownRecord[] {
  const text = visibleText(html);
  return known.filter(({ title }) => title.length >= 4 && text.includes(fold(title)));
}

function visibleText(html: string): string {
  const { nodes } = readPageTree(html);
  const parts = nodes.flatMap(({ element }) =>
    element.children.flatMap((child) => (child.type === "text" ? [child.data] : [" "])),
  );
  return fold(parts.join(""));
}

function fold(text: string): string {
  return text.replace(/\s+/g, " ").trim().toLowerCase();
}

function countValues(records: readonly ListingRecord[]): number {
  return records.reduce((sum, { url, fields }) => sum + 1 + (url ? 1 : 0) + Object.keys(fields).length, 0);
}
