import { changedValue } from "./changed-value";
import type { ChangeItem } from "./comparison";
import { diffWords } from "./diff-words";
import { findPriceSubject } from "./find-price-subject";
import { isFigureAlone } from "./is-figure";
import { markPassing } from "./mark-passing";
import { type Price, readPrices, unpriced } from "./read-prices";
import { speaksOfStock } from "./reading/availability";
import type { Block } from "./reading/block";
import { wordsOf } from "./reading/words";

/** Longer texts are cut in the stored item; the viewer aligns the captures themselves. */
const maxText = 4_000;

const maxPriceLine = 12;

/** What became of one block. A block with several new prices gives an item for each. */
export function describeRewrite(old: Block, fresh: Block, page: readonly Block[]): ChangeItem[] {
  const words = markPassing(diffWords(cut(old.text), cut(fresh.text)));
  const heading = headingOf(fresh);
  const prices = changedPrices(old, fresh);
  if (prices.length > 0) {
    const items = prices.map(
      ([before, after]): ChangeItem => ({
        kind: "price",
        before: before?.text ?? null,
        after: after?.text ?? null,
        heading: findPriceSubject(fresh, after ?? before, page) ?? heading,
        words,
      }),
    );
    return [...items, ...stockBeside(old, fresh)];
  }
  const value = changedValue(old, fresh, page);
  const kind = isFigureAlone(words) ? "number" : "text";
  return [{ kind, before: cut(old.text), after: cut(fresh.text), heading, words, ...(value ? { value } : {}) }];
}

/** What a line says of the stock beside its price is another fact. */
function stockBeside(old: Block, fresh: Block): ChangeItem[] {
  const [before, after] = [old, fresh].map(({ text }) => withoutPrices(text));
  if (!before || !after || wordsOf(before).join(" ") === wordsOf(after).join(" ")) return [];
  if (!speaksOfStock(before) || !speaksOfStock(after)) return [];
  const words = diffWords(before, after);
  return [{ kind: isFigureAlone(words) ? "number" : "text", before, after, heading: headingOf(fresh), words }];
}

function withoutPrices(text: string): string {
  const rest = readPrices(text).reduce((left, price) => left.replace(price.text, " "), text);
  return rest.replace(/^[\s|·•,;–—-]+|[\s|·•,;–—-]+$/gu, "").replace(/\s+/g, " ");
}

export function describeAdded(block: Block): ChangeItem {
  return {
    kind: isListed(block) ? "list_item_added" : "text",
    before: null,
    after: cut(block.text),
    heading: headingOf(block),
    ...marksOf(block),
  };
}

export function describeRemoved(block: Block): ChangeItem {
  return {
    kind: isListed(block) ? "list_item_removed" : "text",
    before: cut(block.text),
    after: null,
    heading: headingOf(block),
    ...marksOf(block),
  };
}

function marksOf({ kind, links }: Block): Pick<ChangeItem, "isHeading" | "leadsTo"> {
  return {
    ...(kind === "heading" ? { isHeading: true } : {}),
    ...(links.length > 0 ? { leadsTo: links.map(({ address }) => address) } : {}),
  };
}

/**
 * A typed number before the same words: one alone is a figure ("3. Platz" became "4. Platz"), several are a list that was numbered anew.
 */
export function describeRenumbered(same: readonly [Block, Block][]): ChangeItem[] {
  const moved = same.filter(
    ([old, fresh]) => old.enumerator !== null && fresh.enumerator !== null && old.enumerator !== fresh.enumerator,
  );
  const [only] = moved;
  return only && moved.length === 1 ? describeRewrite(only[0], only[1], []) : [];
}

function isListed(block: Block): boolean {
  return block.kind === "list_item" || block.kind === "table_row";
}

export function headingOf(block: Block): string | null {
  return block.kind === "heading" ? null : block.heading;
}

export function cut(text: string): string {
  return text.length <= maxText ? text : `${text.slice(0, maxText - 1)}…`;
}

/** Prices that differ, in reading order; null where one was put in or taken out. */
function changedPrices(old: Block, fresh: Block): [Price | null, Price | null][] {
  const before = withUnpriced(old.text, readPrices(old.text), fresh.text);
  const after = withUnpriced(fresh.text, readPrices(fresh.text), old.text);
  if (before.length === after.length) {
    return before.flatMap((price, index): [Price, Price][] => {
      const other = after[index];
      return other && (other.amount !== price.amount || other.currency !== price.currency) ? [[price, other]] : [];
    });
  }
  const isIn = (price: Price, list: Price[]) =>
    list.some((one) => one.amount === price.amount && one.currency === price.currency);
  // A sentence that was rewritten may lose a price without there being a new one.
  if (Math.max(old.words, fresh.words) > maxPriceLine) return [];
  const gone = before.filter((price) => !isIn(price, after));
  const come = after.filter((price) => !isIn(price, before));
  const sale = onSale(before, after, gone, come);
  if (sale) return [sale];
  return Array.from({ length: Math.max(gone.length, come.length) }, (_, index) => [
    gone[index] ?? null,
    come[index] ?? null,
  ]);
}

/** A lower price that is put beside the usual one, or taken away from it, is what the thing costs now, or has cost. */
function onSale(before: Price[], after: Price[], gone: Price[], come: Price[]): [Price, Price] | null {
  const [usual, other, isSale] =
    before.length === 1 && after.length === 2 && come.length === 1
      ? [before[0], come[0], true]
      : before.length === 2 && after.length === 1 && gone.length === 1
        ? [after[0], gone[0], false]
        : [];
  if (!usual || !other || usual.currency !== other.currency || other.amount >= usual.amount) return null;
  return isSale ? [usual, other] : [other, usual];
}

/** "Free" is a price where the other side has one. */
function withUnpriced(text: string, prices: Price[], other: string): Price[] {
  if (prices.length > 0 || !unpriced.test(text.trim()) || readPrices(other).length === 0) return prices;
  return [{ text: text.trim(), currency: "", amount: 0, at: 0 }];
}
