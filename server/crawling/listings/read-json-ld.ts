import { type ChildNode, isTag, isText } from "domhandler";
import { absoluteUrl } from "./page-links";
import type { ListingRecord } from "./types";

const maxScripts = 60;
const maxCharacters = 2_000_000;
const maxVisited = 20_000;
const fewestRecords = 3;
/** What is about the page and not one of the things that it lists. */
const notListed = new Set(
  "BreadcrumbList ListItem ItemList WebSite WebPage CollectionPage SearchAction Organization Person ImageObject SiteNavigationElement Question Answer Offer Review Rating AggregateRating PostalAddress Place".split(
    " ",
  ),
);

type Json = Record<string, unknown>;

/** Lists that a page states as JSON-LD: an ItemList, else three or more things of one type. [] when there is none. */
export function readJsonLd(children: ChildNode[], base: URL | null): ListingRecord[] {
  const byType = new Map<string, Json[]>();
  const lists: Json[][] = [];
  for (const value of scriptValues(children)) collect(value, lists, byType);
  const found = [...lists, ...byType.values()]
    .map((things) => distinct(things.flatMap((thing) => toRecord(thing, base) ?? [])))
    .filter((records) => records.length >= fewestRecords);
  return found.reduce<ListingRecord[]>((longest, one) => (one.length > longest.length ? one : longest), []);
}

function scriptValues(children: ChildNode[]): unknown[] {
  const values: unknown[] = [];
  const stack = [...children].reverse();
  for (let node = stack.pop(); node && values.length < maxScripts; node = stack.pop()) {
    if (!isTag(node)) continue;
    if (node.name === "script") {
      const [text] = node.children;
      if (/^application\/ld\+json/i.test(node.attribs.type ?? "") && text && isText(text)) {
        const value = parse(text.data);
        if (value !== null) values.push(value);
      }
      continue;
    }
    for (let at = node.children.length - 1; at >= 0; at--) {
      const child = node.children[at];
      if (child) stack.push(child);
    }
  }
  return values;
}

function parse(text: string): unknown {
  if (text.length > maxCharacters) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function collect(root: unknown, lists: Json[][], byType: Map<string, Json[]>): void {
  const stack = [root];
  for (let visited = 0; stack.length > 0 && visited < maxVisited; visited++) {
    const value = stack.pop();
    if (Array.isArray(value)) stack.push(...value.slice(0, 2_000).reverse());
    else if (isObject(value)) {
      const type = typeOf(value);
      if (type === "ItemList" && Array.isArray(value.itemListElement)) {
        const entries = value.itemListElement.filter(isObject);
        lists.push(entries.map((entry) => (isObject(entry.item) ? { ...entry, ...entry.item } : entry)));
      } else if (type !== "BreadcrumbList") {
        if (type && !notListed.has(type)) byType.set(type, [...(byType.get(type) ?? []), value]);
        stack.push(...["@graph", "mainEntity", "hasPart", "itemListElement"].map((key) => value[key]));
      }
    }
  }
}

function toRecord(thing: Json, base: URL | null): ListingRecord | null {
  const title = [thing.name, thing.headline, thing.title].find((one) => typeof one === "string" && one.trim() !== "");
  if (typeof title !== "string") return null;
  const address = [thing.url, thing.item, thing["@id"]].find((one) => typeof one === "string");
  const fields: Record<string, string> = {};
  for (const [name, value] of Object.entries(thing)) {
    if (/^(?:@|name$|headline$|title$|url$|item$|image$|position$|itemListElement$)/.test(name)) continue;
    const text = textOf(value);
    if (text) fields[name] = text.slice(0, 2_000);
  }
  const text = [title.trim(), ...Object.values(fields)].join("\n");
  return { title: title.trim().slice(0, 300), url: absoluteUrl(address as string | undefined, base), fields, text };
}

/** A value as one line: words and numbers themselves, things by their name, prices with their currency. */
function textOf(value: unknown): string | null {
  if (typeof value === "string")
    return (
      value
        .replace(/<[^<>]{0,500}>/g, " ")
        .replace(/\s+/g, " ")
        .trim() || null
    );
  if (typeof value === "number") return String(value);
  if (Array.isArray(value))
    return (
      value
        .slice(0, 20)
        .flatMap((one) => (typeof one === "string" ? one : []))
        .join(", ") || null
    );
  if (!isObject(value)) return null;
  if (value.price !== undefined) return `${value.price} ${value.priceCurrency ?? ""}`.trim();
  const named = value.name ?? value.addressLocality ?? value.value;
  if (typeof named === "string" || typeof named === "number") return String(named);
  return isObject(value.address) ? textOf(value.address) : null;
}

function distinct(records: ListingRecord[]): ListingRecord[] {
  return [...new Map(records.map((record) => [`${record.url} ${record.title}`, record])).values()];
}

function typeOf(value: Json): string | null {
  const type = Array.isArray(value["@type"]) ? value["@type"][0] : value["@type"];
  return typeof type === "string" ? type.replace(/^.*[/#]/, "") : null;
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
