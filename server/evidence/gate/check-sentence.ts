import { maxQuoteWords } from "@/lib/vocabulary/evidence";
import { quoteHash } from "../quote-hash";
import { readBounds } from "./bounds";
import { findForeignCode } from "./codes";
import { contentWords, foldText } from "./content-words";
import { isStated, readFigures } from "./figures";
import { isNamed, readNames } from "./names";
import { findNegationFault, type NegationSource, readNegations } from "./negations";
import { isSwapped } from "./order";
import { readNumberWords } from "./read-number";

/** A citation as the gate sees it: what it claims to quote, and the rendition it claims to quote from. */
export interface GateQuote {
  quote: string;
  renditionText: string;
  /** UTF-16 units in `renditionText`, half open. */
  start: number;
  end: number;
  /** SHA-256 in hex; checked where it is given (a quote that was stored before). */
  quoteHash?: string;
}

export type GateResult = { ok: true } | { ok: false; reasons: string[] };

/** Sixty words of any language are shorter; what is longer is no sentence, and would only cost time. */
const mostCharacters = 2_000;

/**
 * Whether a sentence may be shown as fact on its quotes. Every quote must stand literally at its place and hold at most 60 words;
 * every number, date, time, amount, percentage, unit, limit, negation, address and proper name of the sentence must be stated by the quotes,
 * in any usual writing (1,000 = 1000, three = 3, 15 March 2026 = 2026-03-15). Pure, deterministic, no model. It knows that nothing
 * was added, turned round or exchanged; it cannot know that a paraphrase means the same.
 */
export function checkSentence(sentence: string, quotes: readonly GateQuote[]): GateResult {
  const reasons = quotes.length === 0 ? ["no quote is cited"] : quotes.flatMap(quoteFaults);
  if (sentence.trim() === "") reasons.push("the sentence is empty");
  if (sentence.length > mostCharacters) reasons.push("the sentence is too long to be checked");
  if (reasons.length > 0) return { ok: false, reasons };
  const texts = quotes.map((quote) => quote.quote);
  const faults = isVerbatim(sentence, texts) ? [] : statementFaults(sentence, texts);
  return faults.length === 0 ? { ok: true } : { ok: false, reasons: faults };
}

function quoteFaults({ quote, renditionText, start, end, quoteHash: hash }: GateQuote): string[] {
  const faults: string[] = [];
  const words = quote.match(/\S+/g)?.length ?? 0;
  if (quote.length > mostCharacters) faults.push("a quote is too long");
  if (words === 0) faults.push("a quote is empty");
  if (words > maxQuoteWords) faults.push(`a quote holds ${words} words, more than ${maxQuoteWords}`);
  const isPlace =
    Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= renditionText.length;
  if (!isPlace || renditionText.slice(start, end) !== quote)
    faults.push("a quote does not stand where its citation points");
  if (hash !== undefined && hash !== quoteHash(quote)) faults.push("a quote is not the one that was stored");
  return faults;
}

const collapse = (text: string) => text.normalize("NFC").replace(/\s+/g, " ").trim();

/** Word for word a whole quote or whole sentences of it: cut inside a sentence, "not" could be lost. */
function isVerbatim(sentence: string, quotes: readonly string[]): boolean {
  const said = collapse(sentence);
  return quotes.some((quote) => {
    const text = collapse(quote);
    for (let at = text.indexOf(said); at >= 0; at = text.indexOf(said, at + 1)) {
      const before = text.slice(0, at).trimEnd();
      const after = text.slice(at + said.length).trimStart();
      if ((before === "" || /[.!?][)"'”’]*$/.test(before)) && (after === "" || /[.!?][)"'”’]*$/.test(said)))
        return true;
    }
    return false;
  });
}

function statementFaults(sentence: string, quotes: readonly string[]): string[] {
  const reasons: string[] = [];
  const whole = quotes.join("\n");
  const quotedFigures = quotes.flatMap(readFigures);
  const figures = readFigures(sentence);
  for (const figure of figures)
    if (!isStated(figure, quotedFigures, whole)) reasons.push(`"${figure.text}" is not stated by the quotes`);

  const folded = foldText(whole);
  const quotedWords = new Set(
    folded
      .match(/[\p{L}\p{N}]+(?:[-'’./_][\p{L}\p{N}]+)*/gu)
      ?.flatMap((word) => [word, word.replace(/['’]s$/, ""), ...word.split(/[-/._'’]/)]),
  );
  const inFigures = (at: number) => figures.some((figure) => at >= figure.at && at < figure.at + figure.text.length);
  const names = readNames(sentence).filter((name) => !inFigures(name.at));
  for (const name of names)
    if (!isNamed(name, quotedWords, folded)) reasons.push(`"${name.text}" is not named by the quotes`);

  const code = findForeignCode(sentence, folded, quotedWords);
  if (code !== null) reasons.push(`"${code}" does not stand in the quotes`);

  const bounded = readBounds(sentence);
  const sources = quotes.flatMap(sentencesOf);
  const quotedBounds = new Set(sources.flatMap((source) => [...readBounds(source).found]));
  for (const bound of bounded.found)
    if (!quotedBounds.has(bound)) reasons.push(`the limit ("${bound}") is not the one of the quotes`);

  const fault = findNegationFault(negationSource(sentence), sources.map(negationSource));
  if (fault) reasons.push(fault);

  const claims = new Set([
    ...figures
      .filter((figure) => figure.kind === "number" || figure.kind === "money")
      .flatMap((figure) => orderedWords(figure.text)),
    ...names.map((name) => name.folded),
  ]);
  const words = orderedWords(sentence);
  const closest = sources
    .map(orderedWords)
    .filter((source) => words.filter((word) => source.includes(word)).length >= 0.8 * words.length);
  const said = collapse(withoutHeading(sentence));
  const isSaidInOrder = sources.some((source) => collapse(source) === said);
  if (!isSaidInOrder && closest.length > 0 && closest.every((source) => isSwapped(words, source, claims)))
    reasons.push("names or numbers stand in another order than in the quotes");
  return reasons;
}

/** What follows a heading and its colon ("Fees: The fee is ..."): a heading often names again what its sentence names. */
const withoutHeading = (sentence: string): string => sentence.replace(/^[^:\n]{1,120}: /, "");

function orderedWords(text: string): string[] {
  const words = foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.map((word) => (/^\d/.test(word) ? word : String(readNumberWords(word) ?? word)));
}

function negationSource(text: string): NegationSource {
  const { rest } = readBounds(text);
  return { text: rest, negations: readNegations(rest), words: new Set(contentWords(text)) };
}

function sentencesOf(quote: string): string[] {
  return quote.split(/(?<=[.!?;][)"'”’]*)\s+(?=["'“(]*[\p{Lu}\d])|\n+/u).filter((part) => part.trim() !== "");
}
