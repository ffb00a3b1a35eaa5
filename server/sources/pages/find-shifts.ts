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
  return {
    gone: [...missing(old, fresh), ...ledTo(items.filter(({ after }) => after === null))].slice(0, most),
    come: [...missing(fresh, old), ...ledTo(items.filter(({ before }) => before === null))].slice(0, most),
  };
}

type Listed = { url: string | null; text: string };

/** None where one capture shows no list at all: sections of a page that look like one on the other have not come from anywhere. */
function missing(entries: readonly Listed[] = [], others: readonly Listed[] = []): ListedEntry[] {
  if (others.length === 0) return [];
  const known = new Set(others.map(({ url }) => url));
  return entries.flatMap(({ url, text }) => (url !== null && !known.has(url) ? [{ url, text }] : []));
}

function ledTo(items: readonly ChangeItem[]): ListedEntry[] {
  return items.flatMap(({ leadsTo = [], before, after }) =>
    leadsTo.map((url) => ({ url, text: before ?? after ?? "" })),
  );
}
