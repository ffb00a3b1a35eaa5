import { and, asc, desc, eq, inArray, isNull } from "drizzle-orm";
import type { Tx } from "@/drizzle/client";
import { type ChangeItemRow, changes, crawlFrontier, sourcePages } from "@/drizzle/schema";
import { isRevisionLine } from "@/server/evidence/changes";
import type { WorkspaceContext } from "@/server/platform/workspace-context";

/** Text that says less may stand on two pages by chance. */
const fewestWords = 4;
const longestSummary = 200;

/**
 * What a list and the page of its entry, or every page of a site, say anew with the same words is one change: it is told by the page that
 * tells most of it, of equal ones by the one that lies deepest, and the others are put away with the archived ones. Returns how many were.
 */
export async function foldToldTwice(tx: Tx, ctx: WorkspaceContext, runId: string): Promise<number> {
  const told = await tx
    .select({ id: changes.id, items: changes.items, summary: changes.summary, engine: changes.engine })
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
  const folded = findToldTwice(told);
  const away = new Set([...folded.keys(), ...findRebuilt(told)]);
  if (away.size === 0) return 0;
  await tx
    .update(changes)
    .set({ archivedAt: new Date() })
    .where(and(eq(changes.workspaceId, ctx.workspace.id), inArray(changes.id, [...away])));
  for (const { id, summary, engine } of told) {
    const others = [...folded.values()].filter((by) => by === id).length;
    const also = ` (also on ${others} other ${others === 1 ? "page" : "pages"})`;
    if (others === 0 || engine !== "extractive" || summary.length + also.length > longestSummary) continue;
    await tx
      .update(changes)
      .set({ summary: summary + also })
      .where(and(eq(changes.workspaceId, ctx.workspace.id), eq(changes.id, id)));
  }
  return away.size;
}

/** So many pages with another date of revision, and nothing else that is new, were built anew and not revised. */
const fewestRebuilt = 3;

/** Changes that only say when their page was revised, where the whole site says so at once. */
export function findRebuilt(told: readonly Told[]): string[] {
  const revised = told.filter(({ items }) => items.length > 0 && sayingOf(items).every(isRevisionLine));
  return revised.length >= fewestRebuilt ? revised.map(({ id }) => id) : [];
}

interface Told {
  id: string;
  items: readonly ChangeItemRow[];
}

/** Each change of which another one tells everything, with that one. Of equal ones the first stays. */
export function findToldTwice(told: readonly Told[]): Map<string, string> {
  const folded = new Map<string, string>();
  const read = told.map(({ id, items }) => ({ id, keys: sayingOf(items).map(keyOf) }));
  const ordered = read.toSorted((a, b) => b.keys.length - a.keys.length);
  for (const [index, { id, keys }] of ordered.entries()) {
    // Without places (a file, a page that is gone) a change is about its own page; so is what says too little.
    if (keys.length === 0 || keys.includes(null)) continue;
    const by = ordered
      .slice(0, index)
      .find((one) => !folded.has(one.id) && keys.every((key) => one.keys.includes(key)));
    if (by) folded.set(id, by.id);
  }
  return folded;
}

/** Beside what a page says anew, how it is laid out differs from page to page. */
function sayingOf(items: readonly ChangeItemRow[]): readonly ChangeItemRow[] {
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

/** The same words in place of the same words; of values, which are alike on many pages, also about the same thing. Null: too little. */
function keyOf({ kind, before, after, heading, words = [] }: ChangeItemRow): string | null {
  const line = words.length > 0 ? words.map(({ op, text }) => op + text).join("\n") : `${before}\n${after}`;
  const said =
    `${before ?? ""} ${after ?? ""} ${words.map(({ text }) => text).join("")}`.match(/[\p{L}\p{N}]+/gu) ?? [];
  const isValue = kind === "price" || kind === "number" || said.length < fewestWords;
  if (isValue && heading === null) return null;
  return [kind, line, isValue ? heading : ""].join("\n");
}
