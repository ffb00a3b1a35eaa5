import { and, asc, desc, eq, inArray, isNotNull, isNull, lt, ne, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Tx } from "@/drizzle/client";
import { type ChangeItemRow, changes, crawlFrontier, sourcePages } from "@/drizzle/schema";
import { isRevisionLine } from "@/server/evidence/changes";
import type { WorkspaceContext } from "@/server/platform/workspace-context";
import { findCounting, onlyFigure } from "./find-counting";
import { findFolders, findMoved, findToldByPages, isAdded, type PageChange, toldByPages } from "./fold-into-pages";
import { tallyRun } from "./tally-run";

/** Text that says less may stand on two pages by chance. */
const fewestWords = 4;
/** So many words around a figure make it a statement of its own, whatever heading it stands under. */
const fewestOfSentence = 8;
const longestSummary = 200;

/**
 * What a list and the page of its entry, or every page of a site, say anew with the same words is one change: it is told by the page that
 * tells most of it, of equal ones by the one that lies deepest, and the others are put away with the archived ones. So is what a list says of an entry whose own
 * page is told as new or gone, the count of what came or went, the old address of a page that has moved, and all but one of many new pages in a folder.
 * Returns how many were.
 */
export async function foldToldTwice(tx: Tx, ctx: WorkspaceContext, runId: string): Promise<number> {
  const twin = alias(sourcePages, "twin");
  const alike = tx
    .select({ id: twin.id })
    .from(twin)
    .where(
      and(
        eq(twin.workspaceId, sourcePages.workspaceId),
        eq(twin.sourceId, sourcePages.sourceId),
        eq(twin.textHash, sourcePages.textHash),
        ne(twin.id, sourcePages.id),
        isNull(twin.goneAt),
        lt(twin.createdAt, sourcePages.createdAt),
      ),
    );
  const alsoCalled = tx
    .select({ id: twin.id })
    .from(twin)
    .where(
      and(
        eq(twin.workspaceId, sourcePages.workspaceId),
        eq(twin.sourceId, sourcePages.sourceId),
        eq(twin.title, sourcePages.title),
        ne(twin.id, sourcePages.id),
        isNull(twin.goneAt),
        isNotNull(twin.snapshotId),
      ),
    );
  const rows = await tx
    .select({
      id: changes.id,
      kinds: changes.kinds,
      items: changes.items,
      summary: changes.summary,
      engine: changes.engine,
      page: { url: sourcePages.url, title: sourcePages.title, textHash: sourcePages.textHash },
      isAlias: sql<boolean>`exists ${alike}`,
      isSharedTitle: sql<boolean>`exists ${alsoCalled}`,
    })
    .from(changes)
    .innerJoin(sourcePages, and(eq(sourcePages.workspaceId, changes.workspaceId), eq(sourcePages.id, changes.pageId)))
    .leftJoin(
      crawlFrontier,
      and(
        eq(crawlFrontier.workspaceId, changes.workspaceId),
        eq(crawlFrontier.runId, changes.runId),
        eq(crawlFrontier.urlHash, sourcePages.urlHash),
      ),
    )
    .where(and(eq(changes.workspaceId, ctx.workspace.id), eq(changes.runId, runId), isNull(changes.archivedAt)))
    .orderBy(desc(crawlFrontier.depth), asc(crawlFrontier.position));
  const told = plainAddressFirst(rows);
  const ofChange = (id: string) => and(eq(changes.workspaceId, ctx.workspace.id), eq(changes.id, id));
  const moved = findMoved(told);
  for (const { to, from } of moved) await tx.update(changes).set(tellMove(to, from)).where(ofChange(to.id));
  const haveMoved = new Set(moved.flatMap(({ to, from }) => [to.id, from.id]));
  const folders = findFolders(told.filter((change) => isAdded(change) && !haveMoved.has(change.id)));
  for (const { id, summary } of folders) await tx.update(changes).set({ summary }).where(ofChange(id));
  const dissolved = findDissolved(told);
  const others = told.filter(({ id }) => !dissolved.has(id));
  const folded = new Map([...dissolved, ...findToldTwice(others), ...findToldByPages(others, sayingOf)]);
  const away = new Set([
    ...folded.keys(),
    ...findRebuilt(told),
    ...findCounting(told, sayingOf, await talliesFor(tx, ctx, runId, told)),
    // Another address of a text that is known is no page of its own.
    ...told.filter((change) => isAdded(change) && change.isAlias).map(({ id }) => id),
    ...moved.map(({ from }) => from.id),
    ...folders.flatMap(({ others }) => others),
  ]);
  if (away.size === 0) return 0;
  await tx
    .update(changes)
    .set({ archivedAt: new Date() })
    .where(and(eq(changes.workspaceId, ctx.workspace.id), inArray(changes.id, [...away])));
  for (const { id, summary: said, engine } of told) {
    const summary = folders.find((folder) => folder.id === id)?.summary ?? said;
    const others = [...folded.values()].filter((by) => by === id).length;
    const also = ` (also on ${others} other ${others === 1 ? "page" : "pages"})`;
    if (others === 0 || engine !== "extractive" || summary.length + also.length > longestSummary) continue;
    await tx
      .update(changes)
      .set({ summary: summary + also })
      .where(ofChange(id));
  }
  return away.size;
}

/** What was counted, where a change may be nothing but a count. */
async function talliesFor(tx: Tx, ctx: WorkspaceContext, runId: string, told: readonly PageChange[]) {
  const mayCount = told.some(({ items }) => sayingOf(items).every((item) => onlyFigure(item) !== null));
  return mayCount ? tallyRun(tx, ctx, runId, told) : { tallies: [], came: 0, went: 0 };
}

/** Of addresses that differ in their query alone ("?currency=GBP") the plain one speaks for the page: it is the one people know, and pictures are taken of it. */
export function plainAddressFirst<T extends { page: { url: string } }>(told: readonly T[]): T[] {
  const byPath = Map.groupBy(told, ({ page }) => page.url.replace(/\?.*$/, ""));
  return [...byPath.values()].flatMap((same) => same.toSorted((a, b) => a.page.url.length - b.page.url.length));
}

/** A page that only has another address says what it said. */
function tellMove({ page: to }: PageChange, { page: from }: PageChange): Partial<typeof changes.$inferInsert> {
  const summary = `The page "${to.title ?? to.url}" has moved here from ${new URL(from.url).pathname}`;
  return { verdict: "form", severity: "low", summary: summary.slice(0, longestSummary) };
}

/** So many pages with another date of revision, and nothing else that is new, were built anew and not revised. */
const fewestRebuilt = 3;

/** Changes that only say when their page was revised, where the whole site says so at once. */
export function findRebuilt(told: readonly Told[]): string[] {
  const revised = told.filter(({ items }) => items.length > 0 && sayingOf(items).every(isRevisionLine));
  return revised.length >= fewestRebuilt ? revised.map(({ id }) => id) : [];
}

/**
 * Changes of pages that gather what others tell (a front page, the list of a topic), everything in which is told by the page that it is about: each with
 * one of those. The shallowest go first, so that what is told stays told somewhere.
 */
export function findDissolved(told: readonly PageChange[]): Map<string, string> {
  const dissolved = new Map<string, string>();
  const keys = new Map(told.map(({ id, items }) => [id, new Set(sayingOf(items).map(keyOf))]));
  for (const { id, items, kinds } of told.toReversed()) {
    if (items.length === 0 || kinds.includes("page_added")) continue;
    const byPages = toldByPages(told, sayingOf(items));
    const tellers = sayingOf(items).map((item) => {
      const key = keyOf(item);
      const teller = byPages(item);
      if (teller !== null || key === null) return teller;
      return told.find((one) => one.id !== id && !dissolved.has(one.id) && keys.get(one.id)?.has(key))?.id ?? null;
    });
    const [first] = tellers.filter((teller) => teller !== null);
    // What one page alone tells is for those who compare two changes.
    if (first && !tellers.includes(null) && new Set(tellers).size > 1) dissolved.set(id, first);
  }
  return dissolved;
}

interface Told {
  id: string;
  items: readonly ChangeItemRow[];
}

/** Each change of which another one tells everything, with that one. Of equal ones the first stays. */
export function findToldTwice(told: readonly Told[]): Map<string, string> {
  const folded = new Map<string, string>();
  const read = told.map(({ id, items }) => {
    const saying = sayingOf(items);
    return { id, keys: saying.map(keyOf), inPlace: saying.map(changedInPlace) };
  });
  const ordered = read.toSorted((a, b) => b.keys.length - a.keys.length);
  for (const [index, { id, keys, inPlace }] of ordered.entries()) {
    // Without places (a file, a page that is gone) a change is about its own page; so is what says too little.
    if (keys.length === 0 || keys.includes(null)) continue;
    const isTold = (by: (typeof ordered)[number]) =>
      keys.every((key, at) => by.keys.includes(key) || (inPlace[at] && by.inPlace.includes(inPlace[at])));
    const by = ordered.slice(0, index).find((one) => !folded.has(one.id) && isTold(one));
    if (by) folded.set(id, by.id);
  }
  return folded;
}

/** Beside what a page says anew, how it is laid out differs from page to page. */
export function sayingOf(items: readonly ChangeItemRow[]): readonly ChangeItemRow[] {
  const saying = items.filter(
    ({ kind, before, after }) =>
      kind !== "link" &&
      kind !== "image" &&
      kind !== "structure" &&
      (before === null || lettersOf(before) !== lettersOf(after)),
  );
  return saying.length > 0 ? saying : items;
}

function lettersOf(text: string | null): string {
  return (text ?? "").match(/[\p{L}\p{N}\p{Sc}]+/gu)?.join(" ") ?? "";
}

/** The words that changed and the thing of which they did, whatever stands beside them: a list has "£119 In stock" where the page has "In stock". */
function changedInPlace({ heading, words = [] }: ChangeItemRow): string | null {
  const changed = words.filter(({ op }) => op !== "same").map(({ op, text }) => `${op} ${text.trim()}`);
  return heading === null || changed.length === 0 ? null : [heading, ...changed].join("\n");
}

/** The same words in place of the same words; of values, which are alike on many pages, also about the same thing. Null: too little. */
function keyOf({ kind, before, after, heading, words = [] }: ChangeItemRow): string | null {
  const line = words.length > 0 ? words.map(({ op, text }) => op + text).join("\n") : `${before}\n${after}`;
  const without = (left: "added" | "removed") => words.flatMap(({ op, text }) => (op === left ? [] : [text])).join("");
  const said = [before ?? without("added"), after ?? without("removed")].map(countWords);
  const sentence = without("removed");
  const isSentence = (sentence.match(/\p{L}+/gu)?.length ?? 0) >= fewestOfSentence;
  // "In stock" that becomes "Out of stock" is said of many things.
  const isValue = ((kind === "price" || kind === "number") && !isSentence) || Math.max(...said) < fewestWords;
  if (isValue && heading === null) return null;
  return [kind, line, isValue ? heading : ""].join("\n");
}

const countWords = (text: string) => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
