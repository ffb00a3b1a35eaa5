import { numberWords } from "../gate/read-number";
import type { ChangeItem } from "./comparison";
import { foldVolatile } from "./reading/fold-volatile";
import { wordsOf } from "./reading/words";

/** A page that is laid out anew calls its facts by so many other words. */
const maxRelabelled = 4;
/** Of a longer text so much may be put otherwise. */
const relabelledShare = 0.25;
const year = /^(?:19|20)\d\d$/;
/** "One" is an article as well. */
const numbers = new Set(numberWords.filter((word) => word !== "one"));
const fullStop = /[.!?…]["”’»)]?$/u;
const fewestOfSentence = 4;
/** A word of these is no label. */
const negation = /^(?:no|not|never|without|nicht|kein\p{L}*|nie|ohne|pas|jamais|sans|nunca|sin|non)$/iu;

/**
 * Whether an item of two captures that are laid out otherwise says something that the other capture does not say anywhere: a figure, a negation, or
 * more words than a new label has.
 */
export function saysNewFact(item: ChangeItem, before: ReadonlySet<string>, after: ReadonlySet<string>): boolean {
  const [gone, come] = [textOf(item, "removed"), textOf(item, "added")];
  return isFact(come, before) || isFact(gone, after) || isLostSentence(item, after) || isOtherFigure(item);
}

/** The same line with another figure, which may well stand elsewhere on the page for something else. */
function isOtherFigure({ kind, before, after }: ChangeItem): boolean {
  // In words what is counted may change its number with it.
  if (kind === "number" && !/\p{N}/u.test(`${before}${after}`)) return true;
  const [old, fresh] = [before, after].map((text) =>
    wordsOf(foldVolatile(text ?? "")).map((word) => word.toLowerCase()),
  );
  if (!old || !fresh || old.length !== fresh.length) return false;
  const isNumber = (word: string) => /\p{N}/u.test(word) || numbers.has(word);
  const isSameOrNumber = (word: string, at: number) =>
    word === fresh[at] || (isNumber(word) && isNumber(fresh[at] ?? ""));
  const telling = old.filter((word, at) => word === fresh[at] && /\p{L}{2}/u.test(word));
  return old.every(isSameOrNumber) && telling.length > 0 && old.some((word, at) => word !== fresh[at]);
}

function isFact(words: readonly string[], elsewhere: ReadonlySet<string>): boolean {
  const strange = words.filter((word) => !elsewhere.has(word.toLowerCase()));
  // A date without its year is the same date, as long as the rest of it stands there.
  const hasOthers = words.some((word) => /^\d/.test(word) && !year.test(word));
  const isYear = (word: string) => hasOthers && year.test(word);
  const isNumber = (word: string) => (/\p{N}/u.test(word) && !isYear(word)) || numbers.has(word.toLowerCase());
  if (strange.some((word) => isNumber(word) || negation.test(word))) return true;
  return strange.length > Math.max(maxRelabelled, words.length * relabelledShare);
}

/** What was put in or taken out, wherever it stands in its line; of a block that came or went as a whole, all of it. */
function textOf({ before, after }: ChangeItem, op: "added" | "removed"): string[] {
  const [old, fresh] = [before, after].map((text) => wordsOf(foldVolatile(text ?? "")));
  return op === "added" ? without(fresh ?? [], old ?? []) : without(old ?? [], fresh ?? []);
}

function without(words: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return words.filter((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** A whole sentence of which the page keeps hardly a word was no label, however short it was. */
function isLostSentence({ before, after }: ChangeItem, elsewhere: ReadonlySet<string>): boolean {
  if (before === null || after !== null) return false;
  const text = before.trim();
  const words = wordsOf(foldVolatile(text));
  const strange = words.filter((word) => !elsewhere.has(word.toLowerCase()));
  return fullStop.test(text) && words.length >= fewestOfSentence && strange.length * 2 > words.length;
}
