import { readPage } from "@/server/crawling/extraction";
import { findListing } from "@/server/crawling/listings";
import type { ChangeItem, ListedEntry } from "@/server/evidence/changes";

export interface Shifts {
  gone: ListedEntry[];
  come: ListedEntry[];
}

const most = 200;

/** Entries that lead somewhere and stand on one of two captures only; whether their pages are known decides what that means. */
export function findShifts(
  before: { html: string; url: string },
  after: { html: string; url: string },
  items: readonly ChangeItem[],
): Shifts {
  if (items.length === 0) return { gone: [], come: [] };
  const [old, fresh] = [before, after].map(({ html, url }) => findListing(html, url)?.records ?? []);
  const [oldLinks, freshLinks] = [before, after].map(({ html, url }) => linksOf(html, url));
  return {
    gone: [...missing(old, fresh, freshLinks), ...ledTo(items.filter(({ after }) => after === null))].slice(0, most),
    come: [...missing(fresh, old, oldLinks), ...ledTo(items.filter(({ before }) => before === null))].slice(0, most),
  };
}

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
