import { InvalidInputError } from "@/server/platform/errors";
import { readJsonPath } from "./read-json-path";
import type { ListingRecord } from "./types";
import { hasWords, isCodeText, isDateText } from "./value-kinds";

/** Where the records of an interface's answer stand, in JSONPath. Plain JSON, to be kept with the source. */
export interface JsonRule {
  /** Finds the records' objects, from the answer on. */
  records: string;
  /** From a record on. `title` is always among them. */
  fields: Record<string, string>;
}

export interface JsonListing {
  records: ListingRecord[];
  rule: JsonRule;
  /** Where the answer says that it goes on. */
  next: string | null;
}

const maxArrays = 2_000;
const maxDepth = 8;
const maxRecords = 5_000;
const maxFields = 40;
const maxValue = 2_000;
const minAlike = 0.5;

/** The records that a rule finds in an answer; null when it finds none. Throws InvalidInputError for a path that is none. */
export function readWithJsonRule(json: unknown, rule: JsonRule, url: string): ListingRecord[] | null {
  const objects = readJsonPath(json, rule.records).filter(isObject).slice(0, maxRecords);
  const { title, url: address, ...others } = rule.fields;
  if (!title) throw new InvalidInputError("Say where the title of an entry stands.");
  const records = objects.flatMap((object): ListingRecord[] => {
    const named = valueAt(object, title);
    if (!named) return [];
    const fields: Record<string, string> = {};
    for (const [name, path] of Object.entries(others)) {
      const value = valueAt(object, path);
      if (value) fields[name] = value;
    }
    const text = [named, ...Object.entries(fields).map(([name, value]) => `${name}: ${value}`)].join("\n");
    return [
      { title: named.slice(0, 300), url: address ? absolute(valueAt(object, address), url) : null, fields, text },
    ];
  });
  return records.length < Math.max(1, objects.length * 0.6) ? null : records;
}

/**
 * The records of an answer of which nothing is known: its largest array of like objects, with their values as fields. Null when it has
 * no such array. Pure.
 */
export function findJsonListing(json: unknown, url: string): JsonListing | null {
  let best: { path: string; objects: Record<string, unknown>[]; score: number } | null = null;
  for (const { path, list } of arraysIn(json)) {
    const objects = list.filter(isObject);
    if (objects.length < 2 || objects.length < list.length * 0.9) continue;
    const score = objects.length * Math.min(8, sharedKeys(objects).length);
    if (score > (best?.score ?? 0)) best = { path, objects, score };
  }
  if (!best) return null;
  const fields = namePaths(best.objects, url);
  if (!fields) return null;
  const rule: JsonRule = { records: `${best.path}[*]`, fields };
  const records = readWithJsonRule(json, rule, url);
  return records ? { records, rule, next: nextAddress(json, url) } : null;
}

/** Where an answer says that it goes on: a member called `next` or so that holds an address. */
export function nextAddress(json: unknown, url: string): string | null {
  if (!isObject(json)) return null;
  const holders = [json, json.links, json._links, json.meta, json.pagination, json.paging].filter(isObject);
  for (const holder of holders) {
    for (const [name, value] of Object.entries(holder)) {
      if (!/^(?:next|next_?(?:page)?_?(?:url|link)|next_?page)$/i.test(name)) continue;
      const address = isObject(value) ? value.href : value;
      if (typeof address === "string" && /^(?:https?:|\/|\?)/.test(address)) return absolute(address, url);
    }
  }
  return null;
}

function arraysIn(json: unknown): { path: string; list: unknown[] }[] {
  const found: { path: string; list: unknown[] }[] = [];
  const waiting: { value: unknown; path: string; depth: number }[] = [{ value: json, path: "$", depth: 0 }];
  for (let at = 0; at < waiting.length && at < maxArrays; at++) {
    const { value, path, depth } = waiting[at] ?? { value: null, path: "", depth: maxDepth };
    if (depth >= maxDepth) continue;
    if (Array.isArray(value)) {
      found.push({ path, list: value });
    } else if (isObject(value)) {
      for (const [key, inner] of Object.entries(value).slice(0, 200))
        waiting.push({ value: inner, path: path + step(key), depth: depth + 1 });
    }
  }
  return found;
}

function sharedKeys(objects: Record<string, unknown>[]): string[] {
  const counts = new Map<string, number>();
  for (const object of objects.slice(0, 200))
    for (const key of Object.keys(object)) counts.set(key, (counts.get(key) ?? 0) + 1);
  const enough = Math.min(200, objects.length) * minAlike;
  return [...counts].filter(([, count]) => count >= enough).map(([key]) => key);
}

/** Names of members that hold what a thing is called, the surest first. */
const titleNames =
  /^(?:title|name|subject|headline|label|titel|titre|t[íi]tulo|titolo|nom|nombre|bezeichnung|description)$/i;
const linkNames = /(?:^|_)(?:url|link|href|uri|web_?page|permalink)$/i;

/** Member to path: the title is called so, or has the most different words; the link holds addresses. Null without a title. */
function namePaths(objects: Record<string, unknown>[], url: string): Record<string, string> | null {
  const sample = objects.slice(0, 100);
  const members = new Map<string, { name: string; values: string[] }>();
  for (const object of sample) {
    for (const [key, value] of Object.entries(object)) {
      if (isObject(value)) {
        for (const [inner, deep] of Object.entries(value))
          note(members, `$${step(key)}${step(inner)}`, `${key}.${inner}`, deep);
      } else note(members, `$${step(key)}`, key, value);
    }
  }
  const usable = [...members].filter(([, { values }]) => values.length >= sample.length * 0.3).slice(0, maxFields);
  const title = best(usable, ([path, { name, values }]) => {
    const words = values.filter(
      (value) => hasWords(value) && !isCodeText(value) && !isDateText(value) && !isAddress(value),
    );
    const share = words.length / sample.length;
    const distinct = new Set(values).size / values.length;
    const length = Math.min(120, words.reduce((sum, value) => sum + value.length, 0) / Math.max(1, words.length));
    const depth = path.split("[").length > 2 ? 0.5 : 1;
    return share < 0.6 ? 0 : share * distinct * depth * (length / (40 + length)) * (titleNames.test(name) ? 3 : 1);
  });
  if (!title) return null;
  const link = best(usable, ([, { name, values }]) => {
    const addresses = values.filter(
      (value) => isAddress(value) || (linkNames.test(name) && absolute(value, url) !== null),
    );
    const share = addresses.length / sample.length;
    return share < 0.5 ? 0 : (share * new Set(values).size) / values.length + (linkNames.test(name) ? 0.5 : 0);
  });
  const fields: Record<string, string> = { title: title[0] };
  if (link) fields.url = link[0];
  for (const [path, { name }] of usable) {
    if (path === title[0] || path === link?.[0] || name === "title" || name === "url") continue;
    fields[name] = path;
  }
  return fields;
}

type Member = [string, { name: string; values: string[] }];

function best(members: Member[], scoreOf: (member: Member) => number): Member | null {
  let found: { member: Member; score: number } | null = null;
  for (const member of members) {
    const score = scoreOf(member);
    if (score > (found?.score ?? 0)) found = { member, score };
  }
  return found?.member ?? null;
}

function note(
  members: Map<string, { name: string; values: string[] }>,
  path: string,
  name: string,
  value: unknown,
): void {
  const text = toText(value);
  if (!text) return;
  const known = members.get(path) ?? { name, values: [] };
  known.values.push(text);
  members.set(path, known);
}

function valueAt(object: Record<string, unknown>, path: string): string | null {
  const [value] = readJsonPath(object, path);
  return toText(value)?.slice(0, maxValue) ?? null;
}

/** A value as a field: scalars, and lists of them. */
function toText(value: unknown): string | null {
  if (typeof value === "string") return value.trim() || null;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (!Array.isArray(value) || value.length === 0 || value.length > 50) return null;
  const parts = value.flatMap((one) => (typeof one === "string" || typeof one === "number" ? [String(one)] : []));
  return parts.length === value.length ? parts.join(", ") : null;
}

function isAddress(value: string): boolean {
  return /^https?:\/\/\S+$/i.test(value);
}

function absolute(value: string | null, url: string): string | null {
  if (!value || !URL.canParse(value, url)) return null;
  const found = new URL(value, url);
  return /^https?:$/.test(found.protocol) ? found.href : null;
}

function step(key: string): string {
  return `['${key.replace(/\\/g, "\\\\").replace(/'/g, "\\'")}']`;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
