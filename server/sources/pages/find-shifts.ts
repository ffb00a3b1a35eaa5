import { canonicalUrl } from "@/lib/canonical-url";
import { readPage } from "@/server/crawling/extraction";
import { cardsAround, findListing } from "@/server/crawling/listings";
import { type ChangeItem, type ListedEntry, saysWords } from "@/server/evidence/changes";
import { bareAddress } from "./own-address";

export interface Shifts {
  gone: ListedEntry[];
  come: ListedEntry[];
  /** What the older capture says of entries that both lead to, where it says something of them that is gone from a page that is built otherwise now. */
  kept: ListedEntry[];
}

const most = 200;

/** Entries that lead somewhere and stand on one of two captures only; whether their pages are known decides what that means. */
export function findShifts(
  before: { html: string; url: string },
  after: { html: string; url: string },
  items: readonly ChangeItem[],
  isLaidOutAnew = false,
): Shifts {
  if (items.length === 0) return { gone: [], come: [], kept: [] };
  const [old, fresh] = [before, after].map(({ html, url }) => findListing(html, url)?.records ?? []);
  const [oldLinks, freshLinks] = [before, after].map(({ html, url }) => linksOf(html, url));
  const [lost, won] = [items.filter(({ after }) => after === null), items.filter(({ before }) => before === null)];
  const [lostCards, wonCards] = [cardsOf(before, lost, freshLinks), cardsOf(after, won, oldLinks)];
  const stillLinked = new Set([...(freshLinks ?? [])].map(keyOf));
  const teasers =
    isLaidOutAnew && lost.length > 0 ? cardsAround(before.html, before.url, (one) => stillLinked.has(keyOf(one))) : [];
  // A place on the page itself is no entry.
  const leadsAway = ({ url }: ListedEntry) => keyOf(url) !== keyOf(after.url);
  return {
    gone: [...missing(old, fresh, freshLinks), ...ledTo(lost), ...lostCards].filter(leadsAway).slice(0, most),
    come: [...missing(fresh, old, oldLinks), ...ledTo(won), ...wonCards].filter(leadsAway).slice(0, most),
    kept: teasers.filter(({ text }) => lost.some(({ before }) => before && saysWords(text, before))).slice(0, most),
  };
}

/** All that the page says of what such an item leads to, and the other page does not lead to. */
function cardsOf(
  { html, url }: { html: string; url: string },
  items: readonly ChangeItem[],
  others: ReadonlySet<string> = new Set(),
): ListedEntry[] {
  const there = new Set([...others].map(keyOf));
  const keys = items.flatMap(({ leadsTo = [] }) => leadsTo.map(keyOf)).filter((key) => !there.has(key));
  return keys.length === 0 ? [] : cardsAround(html, url, (one) => keys.includes(keyOf(one)));
}

/** Two links to one page may carry another visit each. */
const keyOf = (url: string) => bareAddress(canonicalUrl(url) ?? url);

type Listed = { url: string | null; text: string };

/** Where one capture shows no list (a last page with one entry is none) its links tell what stood there: sections that look like a list have not come. */
function missing(
  entries: readonly Listed[] = [],
  others: readonly Listed[] = [],
  links: ReadonlySet<string> = new Set(),
): ListedEntry[] {
  const known = others.length > 0 ? new Set(others.map(({ url }) => url)) : links;
  return entries.flatMap(({ url, text }) => (url !== null && !known.has(url) ? [{ url, text }] : []));
}

function linksOf(html: string, url: string): Set<string> {
  return new Set(readPage(html, url).links.map((link) => link.url));
}

function ledTo(items: readonly ChangeItem[]): ListedEntry[] {
  return items.flatMap(({ leadsTo = [], before, after }) =>
    leadsTo.map((url) => ({ url, text: before ?? after ?? "" })),
  );
}
