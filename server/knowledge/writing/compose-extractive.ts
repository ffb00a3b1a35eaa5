import { contentStems } from "../retrieval/tokens";
import { type ExtractiveAnswer, figuresOf, type Quote } from "./answer-from-units";
import type { PreparedDocument } from "./prepared-document";
import { hasSureMark } from "./question-cues";
import { introducing, isAnnouncing, isTurning, wordQuote } from "./word-quote";

export interface ComposedCitation {
  documentIndex: number;
  start: number;
  end: number;
  page?: number;
}

/** A sentence of an answer in the documents' own words, with the passages that it rests on (the first holds its main part). */
export interface ComposedSentence {
  text: string;
  citations: ComposedCitation[];
  /** It may matter, but something else answers far more surely; after all that do. */
  isAside: boolean;
}

const MAX_CITATIONS = 5;
/** A passage that stands so far behind the best one tells something else; found on tender questions, where no answer was lost. */
const NOISE = 0.0015;
/** One that stands behind this is shown apart: three in four of them said nothing about the question. */
const MAIN = 0.3;
/** One of another document that settles the matter may contradict the best one, and is shown apart only far behind it. */
const MAIN_ELSEWHERE = 0.12;

/**
 * An answer without a model: the literal sentences of the quotes, best first, without list marks, items behind the sentence that
 * introduces them, nothing said twice. Every sentence still has to pass the gate.
 */
export function composeExtractive(
  answer: ExtractiveAnswer,
  documents: readonly PreparedDocument[],
): ComposedSentence[] {
  const sentences: (ComposedSentence & { quote: Quote })[] = [];
  const said: Set<string>[] = [];
  let citations = 0;
  const isBeside = besideTheMatter(answer);
  // What answers is given its places before what stands beside it.
  const isLast = (quote: Quote) => Number(isBeside(quote) && !quote.settles);
  const inOrder = answer.quotes.toSorted((a, b) => isLast(a) - isLast(b));
  for (const [rank, quote] of inOrder.entries()) {
    if (citations >= MAX_CITATIONS) break;
    // Of a part that the documents do not answer nothing is said as if they did.
    if (answer.isAnswered && !answer.parts[quote.part]?.isAnswered) continue;
    if (isFarBehind(answer, quote)) continue;
    const document = documents[quote.documentIndex] as PreparedDocument;
    const { text, leadIn, following } = wordQuote(document, quote, quote.standing === 1);
    if (text === "") continue;
    const stems = new Set(contentStems(text, document.language));
    // Entries of one list are alike.
    if (!quote.isEntry && said.some((other) => isRepeat(stems, other))) continue;
    const waiting = answer.quotes.length - rank - 1;
    const hasRoom = citations + 2 + waiting <= MAX_CITATIONS;
    const introduction = leadIn && document.text.slice(leadIn.start, leadIn.end);
    // What turns an item round must never be left out; other introductions come along while there is room.
    const isLedIn = introduction && citations + 2 <= MAX_CITATIONS && (hasRoom || isTurning(introduction));
    const isFollowed = following && citations + (isLedIn ? 3 : 2) <= MAX_CITATIONS;
    // An announcement of nothing is no answer while there is another.
    if (!isFollowed && isAnnouncing(text) && !quote.isEntry && answer.quotes.length > 1 && quote.standing < 1) continue;
    said.push(stems);
    const spans = [quote, ...(isLedIn ? [leadIn] : []), ...(isFollowed ? [following] : [])];
    citations += spans.length;
    const page = quote.page === undefined ? {} : { page: quote.page };
    sentences.push({
      text: [...(isLedIn ? [introducing(introduction)] : []), text, ...(isFollowed ? [following.text] : [])].join(" "),
      citations: spans.map(({ start, end }) => ({ documentIndex: quote.documentIndex, start, end, ...page })),
      isAside: isBeside(quote),
      quote,
    });
  }
  promoteBest(sentences, answer);
  return sentences
    .sort((a, b) => Number(a.isAside) - Number(b.isAside))
    .map(({ quote: _quote, ...sentence }) => sentence);
}

/** Beside a passage that settles the matter, or shows the kind of answer asked for, one that does not is at most of interest. */
function besideTheMatter({ quotes, parts }: ExtractiveAnswer): (quote: Quote) => boolean {
  const settled = new Set(quotes.filter((quote) => quote.settles).map((quote) => quote.part));
  const shown = new Set(
    quotes
      .filter((quote) => quote.cue === 2 && hasSureMark(parts[quote.part]?.question.cues ?? []))
      .map((quote) => quote.part),
  );
  return (quote) => {
    if (quote.isEntry) return false;
    if (settled.has(quote.part) && !quote.settles) return true;
    if (shown.has(quote.part) && quote.cue === 0 && quote.standing < 1) return true;
    const isElsewhere = quotes.find((one) => one.part === quote.part)?.documentIndex !== quote.documentIndex;
    return quote.standing < (quote.settles && isElsewhere ? MAIN_ELSEWHERE : MAIN);
  };
}

/** Something of each part stands first, whatever speaks against it, unless another part has settled the matter of both. */
function promoteBest(sentences: (ComposedSentence & { quote: Quote })[], { parts }: ExtractiveAnswer): void {
  for (const part of new Set(sentences.map(({ quote }) => quote.part))) {
    const own = sentences.filter(({ quote }) => quote.part === part);
    if (own.some((one) => !one.isAside)) continue;
    const best = own.find(({ quote }) => quote.settles) ?? own[0];
    const hasTopic = (parts[part]?.question.topics.length ?? 0) > 0;
    if (best && (best.quote.settles || !hasTopic || sentences.every((one) => one.isAside))) best.isAside = false;
  }
}

/** Comparisons need every place they can get; other answers are not made longer by what matches half as well. */
function isFarBehind({ parts }: ExtractiveAnswer, quote: Quote): boolean {
  const question = parts[quote.part]?.question;
  return !question?.isList && !question?.isComparison && quote.standing < NOISE;
}

function isRepeat(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  let shared = 0;
  for (const stem of a) if (b.has(stem)) shared++;
  return shared / Math.max(1, Math.min(a.size, b.size)) > 0.8 && (figuresOf(a) === figuresOf(b) || figuresOf(a) === "");
}
