import type { FoundListing, ListingRecord } from "./types";

type Thing = Record<string, unknown>;
/** Where an entry's name and what its address is made of stand in its object, and the address around it. */
interface Make {
  title: string;
  key: string;
  before: string;
  after: string;
}
/** A make, with the addresses of the entries that are made so and all that is known of one of them. */
interface Found {
  make: Make;
  urls: Set<string>;
  members: Set<string>;
}

const mostThings = 5_000;
const maxDepth = 6;
const maxFields = 40;
const maxValue = 2_000;
const enoughMatches = 2;
/** Part of an entry's members that an object must have to be one: what is much viewed, or a category, has a name and a key as well. */
const enoughMembers = 0.7;

/** Entries that lead nowhere by themselves, with the addresses at which they were found: each text once, and only where one entry is called so. */
export function withAddresses(listing: FoundListing, led: readonly { text: string; url: string }[]): FoundListing {
  const unlinked = listing.records.filter(({ url, opens }) => url === null && !opens);
  if (unlinked.length === 0 || led.length === 0) return listing;
  const urls = new Map<string, string | null>();
  for (const { text, url } of led) {
    const known = urls.get(plain(text));
    urls.set(plain(text), known === undefined || known === url ? url : null);
  }
  const taken = new Set(listing.records.map(({ url }) => url));
  const counts = new Map<string, number>();
  for (const { title } of unlinked) counts.set(plain(title), (counts.get(plain(title)) ?? 0) + 1);
  const records = listing.records.map((record) => {
    const title = plain(record.title);
    const url = record.url === null && !record.opens && counts.get(title) === 1 ? urls.get(title) : null;
    return !url || taken.has(url) ? record : { ...record, url };
  });
  return { ...listing, records };
}

/**
 * What a list shows, with what the data that its scripts asked for holds beyond what is in sight: objects of the make of those whose names and
 * addresses the page shows. An address is only made as the page itself makes those of the others. Pure; never throws.
 */
export function withAnswers(listing: FoundListing, answers: readonly string[]): FoundListing {
  const things = answers.flatMap(thingsIn).slice(0, mostThings);
  const found = findMake(listing.records, things);
  if (!found) return listing;
  const { make, members } = found;
  const led = things.flatMap((thing) => {
    const [title, key] = [scalar(thing[make.title]), scalar(thing[make.key])];
    return title && key && isAlike(thing, members) ? [{ text: title, url: addressOf(make, key) }] : [];
  });
  const shown = withAddresses(listing, led);
  const known = new Set(shown.records.map(({ url }) => url));
  const more: ListingRecord[] = [];
  for (const thing of things) {
    const [title, key] = [scalar(thing[make.title]), scalar(thing[make.key])];
    if (!title || !key || !isAlike(thing, members)) continue;
    const url = addressOf(make, key);
    if (known.has(url)) continue;
    known.add(url);
    more.push(recordOf(thing, title, url, make));
  }
  return { ...shown, records: [...shown.records, ...more] };
}

const addressOf = ({ before, after }: Make, key: string): string => before + encodeURIComponent(key) + after;

/** The make by which most entries' names and addresses are found in the objects; null when it is only one, or a chance. */
function findMake(records: readonly ListingRecord[], things: readonly Thing[]): Found | null {
  const byTitle = new Map<string, [string, Thing][]>();
  for (const thing of things)
    for (const [name, value] of Object.entries(thing).slice(0, maxFields)) {
      const text = scalar(value);
      if (text && text.length >= 4) byTitle.set(text, [...(byTitle.get(text) ?? []).slice(0, 20), [name, thing]]);
    }
  const makes = new Map<string, Found>();
  for (const { title, url } of records) {
    if (!url) continue;
    for (const [name, thing] of byTitle.get(plain(title)) ?? [])
      for (const make of makesOf(name, thing, url)) {
        const id = JSON.stringify(make);
        const { urls, members } = makes.get(id) ?? { urls: new Set<string>(), members: new Set<string>() };
        const own = new Set(Object.keys(thing));
        makes.set(id, { make, urls: urls.add(url), members: own.size > members.size ? own : members });
      }
  }
  const [best] = [...makes.values()].sort((a, b) => b.urls.size - a.urls.size);
  const linked = records.filter(({ url }) => url !== null).length;
  return best && best.urls.size >= Math.max(enoughMatches, linked * 0.5) ? best : null;
}

function isAlike(thing: Thing, members: ReadonlySet<string>): boolean {
  const shared = Object.keys(thing).filter((name) => members.has(name)).length;
  return shared >= members.size * enoughMembers;
}

/** The members of an object that stand in an address as a whole part of it. */
function makesOf(title: string, thing: Thing, url: string): Make[] {
  return Object.entries(thing)
    .slice(0, maxFields)
    .flatMap(([key, value]): Make[] => {
      const text = key === title ? null : scalar(value);
      const part = text ? encodeURIComponent(text) : "";
      const at = part ? url.lastIndexOf(part) : -1;
      if (at < 0) return [];
      const [before, after] = [url.slice(0, at), url.slice(at + part.length)];
      return /[/=:#]$/.test(before) && /^(?:$|[/?&#.])/.test(after) ? [{ title, key, before, after }] : [];
    });
}

function recordOf(thing: Thing, title: string, url: string, make: Make): ListingRecord {
  const fields: Record<string, string> = {};
  for (const [name, value] of Object.entries(thing).slice(0, maxFields)) {
    const text = name === make.title || name === make.key ? null : moment(name, value);
    if (text) fields[name] = text;
  }
  const text = [title, ...Object.entries(fields).map(([name, value]) => `${name}: ${value}`)].join("\n");
  return { title: title.slice(0, 300), url, fields, text, rung: "json" };
}

/** Lists of objects anywhere in an answer. */
function thingsIn(answer: string): Thing[] {
  let json: unknown;
  try {
    json = JSON.parse(answer);
  } catch {
    return [];
  }
  const found: Thing[] = [];
  const waiting: { value: unknown; depth: number }[] = [{ value: json, depth: 0 }];
  for (let at = 0; at < waiting.length && at < 20_000 && found.length < mostThings; at++) {
    const { value, depth } = waiting[at] ?? { value: null, depth: maxDepth };
    if (typeof value !== "object" || value === null || depth >= maxDepth) continue;
    if (Array.isArray(value)) found.push(...value.slice(0, mostThings).filter(isThing));
    for (const inner of Object.values(value).slice(0, mostThings)) waiting.push({ value: inner, depth: depth + 1 });
  }
  return found;
}

const namesTime =
  /(?:date|time|deadline|due|clos|publish|creat|updat|start|end|until|from|(?<=[a-z])On|(?<=[a-z])At)$/i;

/** A value in words; a point in time as interfaces count it, in milliseconds, as the date that it is. */
function moment(name: string, value: unknown): string | null {
  const isTime = typeof value === "number" && value > 9e11 && value < 5e12 && namesTime.test(name);
  const text = isTime ? new Date(value).toISOString() : scalar(value);
  return text?.slice(0, maxValue) ?? null;
}

function scalar(value: unknown): string | null {
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  return typeof value === "string" ? plain(value) || null : null;
}

function plain(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function isThing(value: unknown): value is Thing {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
