import type { ChangeItemRow } from "@/drizzle/schema";
import { canonicalUrl } from "@/lib/canonical-url";

/** A change of a run, and the page that tells it. */
export interface PageChange {
  id: string;
  kinds: readonly string[];
  items: readonly ChangeItemRow[];
  page: { url: string; title: string | null; textHash: string | null };
  /** Other pages that stay bear the same title, which names none of them. */
  isSharedTitle?: boolean;
  /** Another page that is still there, and was before, says the same. */
  isAlias?: boolean;
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
): Map<string, string> {
  const folded = new Map<string, string>();
  for (const change of told) {
    if (isAdded(change) || isRemoved(change) || change.items.length === 0) continue;
    const items = saying(change.items);
    const tellers = items.map(toldByPages(told, items));
    const [first] = tellers.filter((teller) => teller !== null);
    if (first && !tellers.includes(null)) folded.set(change.id, first);
  }
  return folded;
}

/** By which page that came or went what a change says is told: the page that an item leads to or is called like, and for the count of these the first of them. Null for what is not. */
export function toldByPages(
  told: readonly PageChange[],
  items: readonly ChangeItemRow[],
): (item: ChangeItemRow) => string | null {
  const [added, removed] = [told.filter(isAdded), told.filter(isRemoved)];
  const come = tellersOf(
    items.filter(({ before }) => before === null),
    added,
  );
  const gone = tellersOf(
    items.filter(({ after }) => after === null),
    removed,
  );
  const [first] = [...come.values(), ...gone.values()];
  const moved = new Set(come.values()).size - new Set(gone.values()).size;
  const within = (item: ChangeItemRow) => tellerWithin(item, "added", added) ?? tellerWithin(item, "removed", removed);
  return (item) =>
    come.get(item) ?? gone.get(item) ?? within(item) ?? (first && countsOn(item) === moved ? first : null);
}

/** Cards that a page runs together are one text: what came into it, or went out of it, and begins with the name of a page is told by that page. */
function tellerWithin(
  { words = [] }: ChangeItemRow,
  op: "added" | "removed",
  pages: readonly PageChange[],
): string | null {
  const changed = words.filter((word) => word.op !== "same");
  if (changed.length !== 1 || changed[0]?.op !== op) return null;
  const said = ` ${plain(changed[0].text)} `;
  const named = pages.filter(({ page, isSharedTitle }) => {
    const name = plain((page.title ?? "").split(/\s+[|·•»–—-]\s+/u)[0] ?? "");
    return name !== "" && !isSharedTitle && said.startsWith(` ${name} `);
  });
  return named.length === 1 ? (named[0]?.id ?? null) : null;
}

/** By which page's change each of these items is told: the page that it leads to or is called like; what leads where such an item does belongs to it. */
function tellersOf(items: readonly ChangeItemRow[], pages: readonly PageChange[]): Map<ChangeItemRow, string> {
  const byAddress = new Map(pages.map(({ id, page }) => [addressOf(page.url), id]));
  const addresses = ({ leadsTo = [], entry }: ChangeItemRow) => (entry ? [entry] : leadsTo).map(addressOf);
  for (const item of items) {
    const named = pages.find(({ page }) => isNameOf(item.before ?? item.after ?? "", page.title));
    if (named) for (const address of addresses(item)) if (!byAddress.has(address)) byAddress.set(address, named.id);
  }
  return new Map(
    items.flatMap((item): [ChangeItemRow, string][] => {
      const [teller, ...others] = new Set(addresses(item).map((address) => byAddress.get(address)));
      const named = pages.find(({ page }) => isNameOf(item.before ?? item.after ?? "", page.title))?.id;
      const by = teller && others.length === 0 ? teller : named;
      return by ? [[item, by]] : [];
    }),
  );
}

/** By how much a line was counted on ("12 products" that became "13 products"); null for every other change. */
function countsOn({ before, after }: ChangeItemRow): number | null {
  const figure = /\d+/g;
  if (before === null || after === null || before.replace(figure, "#") !== after.replace(figure, "#")) return null;
  const [old, fresh] = [before, after].map((text) => (text.match(figure) ?? []).map(Number));
  const steps = (fresh ?? []).flatMap((value, index) => (value === old?.[index] ? [] : [value - (old?.[index] ?? 0)]));
  return steps.length === 1 ? (steps[0] ?? null) : null;
}

/** A page's title is its name, with or without that of its site. */
function isNameOf(text: string, title: string | null): boolean {
  if (title === null || plain(text) === "") return false;
  return plain(text) === plain(title) || (title.startsWith(text) && /^\s+[|·•»–—-]\s/u.test(title.slice(text.length)));
}

/** New pages that say what a page said which has gone: the new change with the old one. What others say as well (a shell around a frame) tells no page from another. */
export function findMoved(told: readonly PageChange[]): { to: PageChange; from: PageChange }[] {
  const gone = told.filter(isRemoved);
  return told.filter(isAdded).flatMap((to) => {
    const isCommon = to.isAlias === true;
    const alike = gone.filter(({ page }) => !isCommon && page.textHash !== null && page.textHash === to.page.textHash);
    const named = to.isSharedTitle
      ? []
      : gone.filter(({ page }) => page.title !== null && plain(page.title) === plain(to.page.title));
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

const addressOf = (url: string) => canonicalUrl(url) ?? url;

function plain(text: string | null): string {
  return (
    (text ?? "")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(" ") ?? ""
  );
}

const clip = (text: string) => (text.length > longestName ? `${text.slice(0, longestName - 1)}…` : text);
