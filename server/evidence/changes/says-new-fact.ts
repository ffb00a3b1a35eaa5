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
/** A word of these is no label. */
const negation = /^(?:no|not|never|without|nicht|kein\p{L}*|nie|ohne|pas|jamais|sans|nunca|sin|non)$/iu;

/**
 * Whether an item of two captures that are laid out otherwise says something that the other capture does not say anywhere: a figure, a negation, or
 * more words than a new label has.
 */
export function saysNewFact(item: ChangeItem, before: ReadonlySet<string>, after: ReadonlySet<string>): boolean {
  const gone = textOf(item, "removed", item.before);
  const come = textOf(item, "added", item.after);
  return isFact(come, before) || isFact(gone, after);
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

/** What was put in or taken out; of a block that came or went as a whole, all of it. */
function textOf({ words, before, after }: ChangeItem, op: "added" | "removed", text: string | null): string[] {
  if (before === null || after === null || !words) return wordsOf(foldVolatile(text ?? ""));
  return words.flatMap((change) => (change.op === op ? wordsOf(foldVolatile(change.text)) : []));
}
