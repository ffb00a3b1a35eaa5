import { isMonthName } from "../gate/read-dates";
import { numberWords, scaleWords } from "../gate/read-number";
import type { WordChange } from "./comparison";
import { wordsOf } from "./reading/words";

const spelledOut = new Set([...numberWords, ...scaleWords]);
/** A single thing is one, and what has no end is a limit that another figure may take the place of. */
const otherAmounts =
  /^(?:single|sole|once|twice|unlimited|einzige[rnsm]?|einmal|zweimal|unbegrenzte?[rnsm]?|unbeschränkte?[rnsm]?|seule?|illimitée?s?|únic[oa]|ilimitad[oa]s?|unic[oa]|illimitat[oaie]|onbeperkte?)$/iu;
/** An article is a figure only where a figure takes its place. */
const articles = /^(?:an?|eine?[rnsm]?|une?|una|uno|een)$/iu;
const ending = /(?<=\p{L}{3})(?:es|en|s|e|n)$/u;

/** A number in digits or in words, or a word that stands for one. */
export function isAmount(word: string): boolean {
  return /^\p{N}/u.test(word) || spelledOut.has(word.toLowerCase()) || otherAmounts.test(word);
}

/**
 * Whether nothing but figures differ, in digits or in words, and what is counted with them only in its number: "thirty days" became "45 days", "a single seat"
 * "two seats". A date that moved is a figure, too, also when only its month is another.
 */
export function isFigureAlone(words: readonly WordChange[]): boolean {
  const told = words.filter(({ isPassing }) => !isPassing);
  const [gone, come] = (["removed", "added"] as const).map((op) =>
    told.flatMap((change) => (change.op === op ? wordsOf(change.text) : [])),
  );
  if (!gone || !come) return false;
  const changed = [...gone, ...come];
  if (changed.length === 0) return false;
  const isDate = (word: string) => /^\p{N}/u.test(word) || isMonthName(word);
  const hasFigure = words.some(({ text }) => /\p{N}/u.test(text));
  if (hasFigure && changed.every(isDate)) return true;
  if (!gone.some(isCounted) || !come.some(isCounted) || !changed.some(isAmount)) return false;
  const [before, after] = [gone, come].map((side) => side.filter((word) => !isCounted(word)).map(asOne));
  return before?.join(" ") === after?.join(" ");
}

/** A text without its figures, in digits or in words, and what is counted as if it were one: what "a single seat" and "two seats" have in common. */
export function maskCounts(text: string): string {
  const masked = text.split(" ").map((word) => (isCounted(word) ? "0" : asOne(word)));
  return masked.filter((word, at) => word !== "0" || masked[at + 1] !== "0").join(" ");
}

const isCounted = (word: string) => isAmount(word) || articles.test(word);

/** One seat and two seats are counted by one word. */
function asOne(word: string): string {
  return word.toLowerCase().replace(ending, "");
}
