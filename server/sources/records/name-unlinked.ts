import { isAmountText, isCodeText, isDateText } from "@/server/crawling/listings";

/** An entry that has no page of its own, as a listing shows it. */
export interface Unlinked {
  key: string;
  title: string;
  /** Where it leads: nowhere, or to a paper of its own. */
  url?: string | null;
  fields: Record<string, string>;
}

/** One that was kept before. */
export interface KnownUnlinked extends Unlinked {
  /** Another page of the same run has shown it: it is met again only as a copy. */
  isTaken: boolean;
  /** Its page has been read without it for long: another one of its title is a new one. */
  isLongGone: boolean;
}

const enoughReferences = 0.7;
const mostTried = 500;
/** Part of their words that two titles share when one is the other one put better. */
const nearlyTheSame = 0.8;
const namesReference =
  /^(?:(?:our |tender |bid |file |project |notice |solicitation |contract )?(?:ref(?:erence)?|number|no|nr|id|code|solicitation|identifier)\b|(?:akten|vergabe|referenz|geschäfts)?(?:zeichen|nummer)|num[ée]ro|r[ée]f[ée]rence|referencia|expediente|n[º°])/iu;

/**
 * Gives entries without a page the name by which the next run knows them: that of the known entry with the same reference, else with the same title
 * and the most like fields, else with nearly the same title; new ones are named by their reference, or by their title. No name is given twice.
 */
export function nameUnlinked<One extends Unlinked>(records: readonly One[], known: readonly KnownUnlinked[]): One[] {
  const place = referencePlace(records);
  const reference = ({ fields }: Unlinked) => (place === null ? null : (fields[place]?.trim() ?? null));
  const named = new Map<One, string>();
  const left = new Set(known);
  const give = (record: One, old: KnownUnlinked) => {
    named.set(record, old.key);
    left.delete(old);
  };
  for (const likeness of [samePaper, sameReference(reference), sameTitle(reference), nearTitle(reference)]) {
    const open = records.filter((record) => !named.has(record)).slice(0, mostTried);
    const pairs = open.flatMap((record) =>
      [...left].flatMap((old) => {
        const score = likeness(record, old);
        return score > 0 ? [{ record, old, score }] : [];
      }),
    );
    for (const { record, old } of pairs.sort((a, b) => b.score - a.score))
      if (!named.has(record) && left.has(old)) give(record, old);
  }
  const taken = new Set(known.map(({ key }) => key));
  return records.map((record) => {
    const key = named.get(record) ?? freeName(reference(record) || record.title, taken);
    taken.add(key);
    return { ...record, key };
  });
}

type Likeness = (record: Unlinked, old: KnownUnlinked) => number;
type ReferenceOf = (one: Unlinked) => string | null;

/** Papers that tell of several tenders are theirs all. */
const samePaper: Likeness = (record, old) =>
  record.url && record.url === old.url && plain(record.title) === plain(old.title) ? 1 + sharedFields(record, old) : 0;

const sameReference =
  (reference: ReferenceOf): Likeness =>
  (record, old) => {
    const own = reference(record);
    return own && own === reference(old) ? 1 + sharedFields(record, old) : 0;
  };

const sameTitle =
  (reference: ReferenceOf): Likeness =>
  (record, old) => {
    if (plain(record.title) !== plain(old.title) || old.isLongGone || differs(reference, record, old)) return 0;
    const shared = sharedFields(record, old);
    return old.isTaken && shared < 1 ? 0 : 1 + shared;
  };

const nearTitle =
  (reference: ReferenceOf): Likeness =>
  (record, old) => {
    if (old.isTaken || old.isLongGone || differs(reference, record, old)) return 0;
    if (figuresOf(record.title) !== figuresOf(old.title)) return 0;
    const share = sharedWords(record.title, old.title);
    return share >= nearlyTheSame ? share + sharedFields(record, old) : 0;
  };

function differs(reference: ReferenceOf, one: Unlinked, other: Unlinked): boolean {
  const [a, b] = [reference(one), reference(other)];
  return Boolean(a && b && a !== b);
}

/** The field that is a reference in most entries, and another one in each. */
function referencePlace(records: readonly Unlinked[]): string | null {
  const values = new Map<string, string[]>();
  for (const { fields } of records)
    for (const [name, value] of Object.entries(fields))
      if (isReference(value.trim())) values.set(name, [...(values.get(name) ?? []), value.trim()]);
  const places = [...values]
    .filter(([, found]) => found.length >= Math.max(1, records.length * enoughReferences))
    .filter(([name, found]) => new Set(found).size === found.length && (found.length > 1 || namesReference.test(name)))
    .map(([name]) => name);
  return places.find((name) => namesReference.test(name)) ?? places[0] ?? null;
}

/** Neither a date nor a sum, and no mere row number. */
function isReference(value: string): boolean {
  return value.length >= 4 && /\d/.test(value) && isCodeText(value) && !isDateText(value) && !isAmountText(value);
}

/** Part of the fields of both that say the same, from 0 to 1; 1 where neither has any. */
function sharedFields(one: Unlinked, other: Unlinked): number {
  const names = new Set([...Object.keys(one.fields), ...Object.keys(other.fields)]);
  if (names.size === 0) return 1;
  return [...names].filter((name) => one.fields[name] === other.fields[name]).length / names.size;
}

function plain(title: string): string {
  return title.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
}

/** The figures that tell titles apart; the day in a title may move, what stands with a sign or letters may not. */
function figuresOf(title: string): string {
  const tokens = title.match(/[\p{L}\d]*\d[\p{L}\d]*(?:[-/.][\p{L}\d]+)*/gu) ?? [];
  const isDated = isDateText(title.slice(-90));
  return tokens
    .filter((token) => !isDated || !/^\d{1,2}(?:st|nd|rd|th)?$|^\d{4}$|^[\d./-]{8,10}$/.test(token))
    .join(" ");
}

function sharedWords(one: string, other: string): number {
  const [a, b] = [one, other].map((text) => new Set(plain(text).match(/\p{L}{2,}/gu) ?? []));
  if (!a?.size || !b?.size) return 0;
  return (2 * [...a].filter((word) => b.has(word)).length) / (a.size + b.size);
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let count = 2; taken.has(free); count++) free = `${name} (${count})`;
  return free;
}
