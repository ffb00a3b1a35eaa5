import type { EmptiedValue } from "./comparison";
import { diffWords } from "./diff-words";
import { maskFigures } from "./mask-figures";
import { readPrices } from "./read-prices";
import { speaksOfStock } from "./reading/availability";
import type { Block } from "./reading/block";
import { foldVolatile } from "./reading/fold-volatile";
import { wordsOf } from "./reading/words";

const maxLabelWords = 6;
const maxValueWords = 10;
/** A figure that stands alone says what it is by what stands around it. */
const maxFigureWords = 5;
const ending = /[\s:|·–-]+$/u;
const edges = /^[^\p{L}\p{N}\p{Sc}]+|[^\p{L}\p{N}\p{Sc}]+$/gu;
const beginning = /^[\s:|·–-]+/u;

/**
 * The value that a rewritten block has lost while its label stayed: "Capacity | 60 t" that became "Capacity |". Authors who take a value out take
 * its label out, too; what is left is a template that no longer finds the value. Null for every other rewrite.
 */
export function findLostValue(old: Block, fresh: Block): EmptiedValue | null {
  if (old.kind === "heading" || fresh.kind === "heading") return null;
  return lostCell(old, fresh) ?? lostAfterLabel(old, fresh) ?? lostPrice(old, fresh) ?? lostInside(old, fresh);
}

/** The row has its cells, and one of them is empty now. */
function lostCell(old: Block, fresh: Block): EmptiedValue | null {
  if (old.cells.length < 2 || old.cells.length !== fresh.cells.length) return null;
  const lost = old.cells.filter((cell, index) => cell !== "" && fresh.cells[index] === "");
  const isElse = old.cells.some((cell, index) => cell !== fresh.cells[index] && fresh.cells[index] !== "");
  const label = fresh.cells.find((cell) => cell !== "") ?? null;
  return lost.length === 0 || isElse || label === null ? null : { label, value: lost.join(" | ") };
}

/** A line that stated a price and something else, and states the rest as it was. */
function lostPrice(old: Block, fresh: Block): EmptiedValue | null {
  const beside = priceBeside(old, fresh);
  if (beside) return beside;
  if (old.kind === "list_item" || old.words > maxValueWords || !old.text.endsWith(fresh.text)) return null;
  const value = old.text.slice(0, old.text.length - fresh.text.length).trim();
  const isPrice = readPrices(value).length === 1 && readPrices(value)[0]?.text === value;
  return isPrice && fresh.words > 0 ? { label: fresh.text, value } : null;
}

/** The element of the price is there without it, and what stands beside it tells of the stock, in other words or the same. */
function priceBeside(old: Block, fresh: Block): EmptiedValue | null {
  const [price, ...others] = readPrices(old.text);
  const isOpen = fresh.holes > old.holes || fresh.isOpenEnded === true;
  if (!price || others.length > 0 || !isOpen || old.words > maxValueWords || fresh.words === 0) return null;
  const isStock = speaksOfStock(fresh.text) && readPrices(fresh.text).length === 0;
  return isStock ? { label: fresh.heading ?? fresh.text, value: price.text } : null;
}

function lostAfterLabel(old: Block, fresh: Block): EmptiedValue | null {
  const label = fresh.text.replace(ending, "");
  if (label === "" || fresh.words > maxLabelWords || !old.text.startsWith(label)) return null;
  const rest = old.text.slice(label.length);
  const value = rest.replace(beginning, "");
  const words = wordsOf(value).length;
  if (words === 0 || words > maxValueWords) return null;
  // "Phone:" waits for its value. Without the mark, or as an item of a list, a shorter text may be what its author wants.
  const isWaiting = fresh.text.endsWith(":");
  const isParted = /^\s*[:|]/.test(rest) && old.kind !== "list_item";
  const isFigure = /\p{N}/u.test(value) && old.kind !== "list_item" && /^\P{L}/u.test(rest);
  return isWaiting || isParted || isFigure ? { label, value } : null;
}

/** A sentence that lost a few words in one place and shows the hole where they stood: its template no longer finds the value. */
function lostInside(old: Block, fresh: Block): EmptiedValue | null {
  const isOpen = fresh.holes > old.holes || (fresh.isOpenEnded === true && !old.isOpenEnded);
  if (!isOpen || fresh.words === 0 || fresh.words >= old.words) return null;
  const words = diffWords(foldVolatile(old.text), foldVolatile(fresh.text)).filter(
    ({ op, text }) => op === "same" || wordsOf(text).length > 0,
  );
  const [lost, ...others] = words.filter(({ op }) => op !== "same");
  if (lost?.op !== "removed" || others.length > 0) return null;
  const value = lost.text.trim();
  if (wordsOf(value).length > maxValueWords || !/\p{L}|\p{N}/u.test(value)) return null;
  const before = words[words.indexOf(lost) - 1]?.text.trim().split(/\s+/).slice(-maxLabelWords).join(" ");
  return { label: before || null, value };
}

/**
 * The figure that a removed block stated alone, when what stood around it stands there as before, with nothing in its place: a card that has
 * lost its price; or any value of which only its element, or the marks beside it, are left there (`marks`: "Internship /" that became "/"). Null for every other block.
 */
export function findHole(
  removed: Block,
  before: readonly Block[],
  places: ReadonlyMap<Block, number>,
  after: readonly Block[],
  marks: ReadonlySet<string>,
): EmptiedValue | null {
  const isFigure = removed.words <= maxFigureWords && /\p{N}/u.test(removed.key);
  const isMarked = removed.words <= maxValueWords && marks.has(marksOf(removed.text));
  const at = places.get(removed);
  const [previous, next] = at === undefined ? [] : [before[at - 1], before[at + 1]];
  if (!previous || removed.kind !== "paragraph") return null;
  // Beside it may stand how many are in stock at the moment.
  const isSame = (one: Block | undefined, other: Block | undefined) =>
    maskFigures(one?.key ?? "") === maskFigures(other?.key ?? "");
  const isNext = (one: Block | undefined) =>
    isSame(one, next) || (speaksOfStock(one?.text ?? "") && speaksOfStock(next?.text ?? ""));
  const place = after.find((block, index) => isSame(block, previous) && isNext(after[index + 1]));
  if (!place) return null;
  const empties = (previous.emptyAfter ?? 0) + (removed.emptyAfter ?? 0);
  // A link that is not there any more is another choice of what to read next, and no value of this page.
  const isOpen = !removed.isLinkOnly && removed.words <= maxValueWords && (place.emptyAfter ?? 0) > empties;
  if (!isFigure && !isMarked && !isOpen) return null;
  const value = isFigure || isOpen ? removed.text : removed.text.replace(edges, "");
  return { label: previous.text.length <= 120 ? previous.text : null, value };
}

/** What stands at the ends of a text and says nothing. */
export function marksOf(text: string): string {
  return text.replace(/[\p{L}\p{N}\p{Sc}].*[\p{L}\p{N}\p{Sc}]|[\p{L}\p{N}\p{Sc}]/su, "").trim();
}
