import type { ChangeItem, Comparison } from "./comparison";
import { isRevisionLine, judgeSeverity } from "./judge-severity";
import { maskFigures } from "./mask-figures";
import { speaksOfStock } from "./reading/availability";
import { foldVolatile } from "./reading/fold-volatile";
import { wordsOf } from "./reading/words";
import { keepItems } from "./settle-comparison";
import { summarise } from "./summarise";

/**
 * What two captures of the same moment, each compared with the same older one, both say. Quotations drawn by lot, counters and A/B tests differ
 * between the two, so they drop out; what has really changed stands in both. `pageWords`: words of the newer page.
 * `seen`: everything in which the two looks differ from the older capture, when the comparisons have been thinned by what comes and goes.
 */
export function confirmComparison(
  first: Comparison,
  second: Comparison,
  pageWords: number,
  seen: { first: readonly ChangeItem[]; second: readonly ChangeItem[] } = { first: first.items, second: second.items },
): Comparison {
  if (first.verdict === "none") return first;
  const again = new Set(second.items.map(keyOf));
  const [firstSeen, secondSeen] = [new Set(seen.first.map(keyOf)), new Set(seen.second.map(keyOf))];
  // Three quotations of six, drawn twice, share one by chance, and what was taken out is missing from both draws: where the two looks
  // disagree under a heading, nothing that came or went under it is steady. Prices and figures stand for themselves, and so does a text that
  // both looks saw become the same other text, when it is short or keeps most of its words: quotations do not become each other that way.
  // On a page that is built otherwise whether a lost sentence is told depends on the words beside it, so that one look alone tells it: that is no lot.
  const isUntold = ({ after }: ChangeItem) => first.isLaidOutAnew === true && after === null;
  const unsteadyParts = new Set(
    [
      ...seen.first.filter((item) => !secondSeen.has(keyOf(item))),
      ...seen.second.filter((item) => !firstSeen.has(keyOf(item))),
    ].flatMap((item) => (item.isHeading || isForm(item) || isUntold(item) ? [] : [partOf(item)])),
  );
  const isSteady = (item: ChangeItem) =>
    item.kind === "price" ||
    item.kind === "number" ||
    item.isHeading ||
    isRewrite(item) ||
    !unsteadyParts.has(partOf(item));
  const items = first.items.filter((item) => again.has(keyOf(item)) && isSteady(item));
  if (items.length === first.items.length) return first;
  if (items.length === 0) return { verdict: "none", severity: "low", summary: unsteady, items };
  const verdict = first.verdict === "wording" && !items.every(isForm) ? "wording" : "form";
  const severity = items.every(isRevisionLine) ? "low" : judgeSeverity(verdict, items, pageWords);
  const { isLaidOutAnew } = first;
  return { verdict, severity, summary: summarise(items), items, ...(isLaidOutAnew ? { isLaidOutAnew } : {}) };
}

/** Prices, and words about the stock, that were another at one look and as before at the next: both of each. `confirmed`: what is left of the comparison after that look. */
export function valuesThatSwing(first: Comparison, confirmed: Comparison): [string, string][] {
  const left = new Set(confirmed.items);
  return first.items.flatMap(({ kind, before, after }, at): [string, string][] => {
    const isLeft = left.has(first.items[at] as ChangeItem);
    if (before === null || after === null || isLeft) return [];
    return kind === "price" || isOtherStock(before, after) ? [[before, after]] : [];
  });
}

/** More than another number of pieces: that counts, and does not swing. */
function isOtherStock(before: string, after: string): boolean {
  return (speaksOfStock(before) || speaksOfStock(after)) && maskFigures(before) !== maskFigures(after);
}

/** Links carry numbers of the visit, pictures come by lot: they make no text unsteady. */
function isForm({ kind }: ChangeItem): boolean {
  return kind === "link" || kind === "image" || kind === "structure";
}

/** A list under a heading, or its prose: sponsors drawn by lot below a table say nothing of its rows. */
function partOf({ kind, heading }: ChangeItem): string {
  return `${kind.startsWith("list_item") ? "list" : "text"} ${heading}`;
}

const maxShort = 8;
const isShort = (text: string) => wordsOf(text).length <= maxShort;

/** A value in the place of another, or a text of which more than half stayed. */
function isRewrite({ before, after, words }: ChangeItem): boolean {
  if (before === null || after === null) return false;
  if (isShort(before) && isShort(after)) return true;
  const [old, fresh] = [wordsOf(before).length, wordsOf(after).length];
  const same = (words ?? []).filter(({ op }) => op === "same").flatMap(({ text }) => wordsOf(text)).length;
  return same > Math.max(old, fresh) / 2;
}

const unsteady = "Nothing but what differs from one look to the next";

/** A clock in a line is another at each look, and says nothing against the rest of it. */
function keyOf({ kind, before, after }: ChangeItem): string {
  return JSON.stringify([kind, before && foldVolatile(before), after && foldVolatile(after)]);
}

/** Lines of which two looks at one moment gave different figures, and texts that only one of them shows or that take turns: counters, stocks, notes and words of buttons drawn by lot, whatever page of a site they stand on. */
export function restlessForms(first: readonly ChangeItem[], second: readonly ChangeItem[]): string[] {
  const [inFirst, inSecond] = [first, second].map((items) => new Set(items.map(keyOf)));
  const strange = [
    ...first.filter((item) => !inSecond?.has(keyOf(item))),
    ...second.filter((item) => !inFirst?.has(keyOf(item))),
  ];
  return strange.flatMap((item) => formOf(item) ?? []);
}

/**
 * The comparison without what is nothing but another figure in a line of one of these forms, or one of these texts; and without the text that has come in
 * the place of one of them, or has left it to one: of a lot, too, which no look has shown to change yet.
 */
export function withoutRestless(comparison: Comparison, forms: ReadonlySet<string>, pageWords: number): Comparison {
  if (forms.size === 0) return comparison;
  const isRestless = (item: ChangeItem) => forms.has(formOf(item) ?? "");
  const lots = comparison.items.filter((item) => isRestless(item) && isOneSided(item));
  const takesPlace = (item: ChangeItem) => {
    const at = isOneSided(item) && !item.leadsTo ? lots.findIndex((lot) => areOfOneLot(item, lot)) : -1;
    if (at >= 0) lots.splice(at, 1);
    return at >= 0;
  };
  return keepItems(comparison, (item) => !isRestless(item) && !takesPlace(item), pageWords);
}

/** Whether something in it may have been drawn by lot in a way that few looks would show: two texts that take turns, or one that came where another went. */
export function mayBeDrawn({ items }: Comparison): boolean {
  const lots = items.filter(isOneSided);
  return (
    items.some((item) => item.kind === "text" && mayTakeTurns(item)) ||
    lots.some((item) => lots.some((other) => areOfOneLot(item, other)))
  );
}

const isOneSided = ({ kind, before, after, isHeading }: ChangeItem) =>
  kind === "text" && !isHeading && (before === null) !== (after === null);

/** One came and the other went, in one part of the page, and neither says much more than the other, unless both are short. */
function areOfOneLot(item: ChangeItem, lot: ChangeItem): boolean {
  if (item.heading !== lot.heading || (item.before === null) === (lot.before === null)) return false;
  const [one, other] = [item, lot].map(({ before, after }) => wordsOf(before ?? after ?? "").length);
  if (one === undefined || other === undefined) return false;
  return Math.max(one, other) <= maxShort || Math.min(one, other) * 2 >= Math.max(one, other);
}

/** Two short texts that may take turns in one place: a headline, a button, the greeting of a chat. */
function mayTakeTurns({ kind, before, after }: ChangeItem): boolean {
  const isInWords = kind === "text" || (kind === "number" && !/\p{N}/u.test(`${before}${after}`));
  return isInWords && before !== null && after !== null && isShort(before) && isShort(after);
}

function formOf(item: ChangeItem): string | null {
  const { kind, before, after } = item;
  // What one look shows and the next does not is drawn by lot on every page that has it.
  if (isOneSided(item)) return `by lot: ${before ?? after}`;
  if (mayTakeTurns(item)) return `by turns: ${JSON.stringify([before, after].sort())}`;
  if (kind !== "number" || before === null || after === null) return null;
  const form = maskFigures(before);
  return form === maskFigures(after) && /\p{L}{2}/u.test(form) ? form : null;
}
