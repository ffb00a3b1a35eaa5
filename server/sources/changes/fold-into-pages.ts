import type { ChangeItemRow } from "@/drizzle/schema";
import { canonicalUrl } from "@/lib/canonical-url";

/** A change of a run, and the page that tells it. */
export interface PageChange {
  id: string;
  kinds: readonly string[];
  items: readonly ChangeItemRow[];
  page: { url: string; title: string | null; textHash: string | null };
}

/** So many new pages of one folder are told one by one; more of them come as one change. */
const mostOfOneFolder = 5;
const mostNamed = 3;
const longestName = 40;

export const isAdded = ({ kinds }: Pick<PageChange, "kinds">) => kinds.includes("page_added");
export const isRemoved = ({ kinds }: Pick<PageChange, "kinds">) => kinds.includes("page_removed");

/** Changes that say nothing but that an entry has come or gone which its own page tells as come or gone, each with that page's change. */
export function findToldByPages(
  told: readonly PageChange[],
  saying: (items: readonly ChangeItemRow[]) => readonly ChangeItemRow[],
) {
  const folded = new Map<string, string>();
  const [added, removed] = [told.filter(isAdded), told.filter(isRemoved)];
  if (added.length + removed.length === 0) return folded;
  for (const change of told) {
    if (isAdded(change) || isRemoved(change) || change.items.length === 0) continue;
    const by = saying(change.items).map((item) =>
      item.before === null
        ? tellerOf(item, item.after, added)
        : item.after === null
          ? tellerOf(item, item.before, removed)
          : null,
    );
    const [first] = by;
    if (first && by.every((one) => one !== null)) folded.set(change.id, first);
  }
  return folded;
}

function tellerOf(
  { leadsTo = [], entry }: ChangeItemRow,
  text: string | null,
  pages: readonly PageChange[],
): string | null {
  const addresses = entry ? [entry] : leadsTo;
  const name = plain(text);
  const teller = pages.find(
    ({ page }) =>
      (addresses.length > 0 && addresses.every((url) => isSamePage(url, page.url))) ||
      (name !== "" && name === plain(page.title)),
  );
  return teller?.id ?? null;
}

/** New pages that say what a page said which has gone: the new change with the old one. */
export function findMoved(told: readonly PageChange[]): { to: PageChange; from: PageChange }[] {
  const gone = told.filter(isRemoved);
  return told.filter(isAdded).flatMap((to) => {
    const alike = gone.filter(({ page }) => page.textHash !== null && page.textHash === to.page.textHash);
    const named = gone.filter(({ page }) => page.title !== null && plain(page.title) === plain(to.page.title));
    const [from] = alike.length > 0 ? alike : named;
    const isSure =
      alike.length > 0 ||
      (named.length === 1 &&
        told.filter((one) => isAdded(one) && plain(one.page.title) === plain(to.page.title)).length === 1);
    return from && isSure ? [{ to, from }] : [];
  });
}

/** Folders that have many new pages at once: the change that tells all of them, the others, and what it says. */
export function findFolders(added: readonly PageChange[]): { id: string; others: string[]; summary: string }[] {
  const folders = Map.groupBy(added, ({ page }) => new URL("./", page.url.replace(/\/$/, "")).pathname);
  return [...folders].flatMap(([folder, pages]) => {
    const [first, ...others] = pages;
    if (!first || pages.length <= mostOfOneFolder) return [];
    const names = pages.slice(0, mostNamed).map(({ page }) => `"${clip(page.title ?? page.url)}"`);
    const summary = `${pages.length} new pages below ${folder}, among them ${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
    return [{ id: first.id, others: others.map(({ id }) => id), summary }];
  });
}

function isSamePage(a: string, b: string): boolean {
  return (canonicalUrl(a) ?? a) === (canonicalUrl(b) ?? b);
}

function plain(text: string | null): string {
  return (
    (text ?? "")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(" ") ?? ""
  );
}

const clip = (text: string) => (text.length > longestName ? `${text.slice(0, longestName - 1)}…` : text);
