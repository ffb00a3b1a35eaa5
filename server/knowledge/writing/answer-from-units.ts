import { detectLanguage } from "../retrieval/language";
import { stemWord } from "../retrieval/tokens";
import { answerThreshold, type ConfidenceSignals, readConfidence, readSignals } from "./confidence";
import type { PreparedDocument } from "./prepared-document";
import { growWindow, type QuoteWindow } from "./quote-window";
import {
  type RankingWeights,
  rankingWeights,
  type ScoredUnit,
  type StoredIdf,
  scoreUnits,
  showsCue,
} from "./score-units";
import { type UnderstoodQuestion, understandQuestion } from "./understand-question";

/** A literal passage: `documents[documentIndex].text.slice(start, end)`, at most `maxWords` words. */
export interface Quote {
  documentIndex: number;
  start: number;
  end: number;
  page?: number;
  /** The best unit inside, around which the quote was grown. */
  core: { start: number; end: number };
  /** First and last unit of the quote, inclusive, and the one of `core`. */
  units: { from: number; to: number; core: number };
  score: number;
  /** Share of the question's concepts that the quote holds, by importance, 0 to 1. */
  coverage: number;
  hasCue: boolean;
}

export interface ExtractiveAnswer {
  question: UnderstoodQuestion;
  quotes: Quote[];
  /** Calibrated probability that the quotes hold the answer, 0 to 1. */
  confidence: number;
  /** False: the documents do not say, as far as can be told; the quotes are then the nearest passages. */
  isAnswered: boolean;
  signals: ConfidenceSignals;
}

export interface AnswerOptions {
  question: string;
  documents: readonly PreparedDocument[];
  /** Statistics of the collection; without them rarity is counted over the units given. */
  idf?: StoredIdf;
  /** Units that may be quoted, per document (null: all). Their neighbours may still be drawn into a quote. */
  candidates?: readonly (ReadonlySet<number> | null)[];
  limit?: number;
  maxWords?: number;
  weights?: RankingWeights;
}

const SEEDS = 40;
/** Two quotes that share more of their words than this say the same. */
const SAME = 0.5;
const TWIN = 0.9;

/**
 * Up to `limit` passages that answer a question, best first, without a language model. Pure and deterministic; about 3 ms for 1,500
 * units. Works over all units of a few documents or over the units of the chunks that retrieval found in many.
 */
export function answerFromUnits(options: AnswerOptions): ExtractiveAnswer {
  const { documents, limit = 5, maxWords = 60 } = options;
  const weights = options.weights ?? rankingWeights;
  const question = understandQuestion(options.question, detectLanguage(options.question));
  const { scored, importance, present } = scoreUnits(question, documents, options);
  const byUnit = new Map<number, ScoredUnit>();
  const key = (document: number, unit: number) => document * 1_000_000 + unit;
  for (const unit of scored) byUnit.set(key(unit.document, unit.unit), unit);
  const value = (document: number, unit: number) => byUnit.get(key(document, unit))?.base ?? 0;

  const seeds = scored.sort((a, b) => b.score - a.score || a.document - b.document || a.unit - b.unit).slice(0, SEEDS);
  const telling = tellingStems(question);
  const total = importance.reduce((sum, one) => sum + one, 0) || 1;
  const windows = seeds.map((seed) => {
    const document = documents[seed.document] as PreparedDocument;
    const isTelling = (word: string) => telling.has(stemWord(word.replace(/[^\p{L}\p{N}]+/gu, ""), document.language));
    const window = growWindow(document, seed, value, maxWords, isTelling);
    const { held, hasCue } = holdings(question, document, window, byUnit, key);
    const words = held.reduce((sum, one) => sum + one, 0);
    const share = held.reduce((sum, one, index) => sum + Math.min(one, importance[index] as number), 0) / total;
    const text = words * (hasCue ? weights.cue : 1) * (document.isDraft ? weights.draft : 1);
    return { seed, window, hasCue, coverage: share, score: seed.score + weights.window * text };
  });
  windows.sort((a, b) => b.score - a.score || a.window.document - b.window.document || a.window.start - b.window.start);

  const quotes: Quote[] = [];
  const kept: { stems: Set<string>; core: Set<string>; window: QuoteWindow }[] = [];
  const pool = question.isComparison ? alternateDocuments(windows) : windows;
  if (question.isList) addContinuations(pool, documents, maxWords);
  for (const { seed, window, hasCue, coverage, score } of pool) {
    if (quotes.length >= limit) break;
    const document = documents[seed.document] as PreparedDocument;
    const stems = new Set(document.terms.slice(window.from, window.to + 1).flatMap((terms) => terms.own));
    const core = new Set(document.terms[seed.unit]?.own);
    const isKnown = (one: (typeof kept)[number]) =>
      overlaps(one.window, window) ||
      jaccard(one.stems, stems) >= SAME ||
      (!question.isComparison && isTwin(one.core, core));
    if (kept.some(isKnown)) continue;
    kept.push({ stems, core, window });
    const unit = document.units[seed.unit] as PreparedDocument["units"][number];
    quotes.push({
      documentIndex: seed.document,
      start: window.start,
      end: window.end,
      ...(unit.page === undefined ? {} : { page: unit.page }),
      core: { start: Math.max(unit.start, window.start), end: Math.min(unit.end, window.end) },
      units: { from: window.from, to: window.to, core: seed.unit },
      score,
      coverage,
      hasCue,
    });
  }
  const best =
    kept[0] && quotes[0]
      ? { ...quotes[0], ...kept[0].window, document: documents[kept[0].window.document] as PreparedDocument }
      : undefined;
  const signals = readSignals(question, options.question, best, quotes[1]?.score ?? 0, importance, present);
  const confidence = quotes.length === 0 ? 0 : readConfidence(signals);
  return { question, quotes, confidence, isAnswered: confidence >= answerThreshold, signals };
}

function tellingStems(question: UnderstoodQuestion): Set<string> {
  return new Set(
    question.concepts.flatMap((concept) => concept.alternatives.flatMap((alternative) => alternative.stems)),
  );
}

function holdings(
  question: UnderstoodQuestion,
  document: PreparedDocument,
  window: QuoteWindow,
  byUnit: ReadonlyMap<number, ScoredUnit>,
  key: (document: number, unit: number) => number,
): { held: number[]; hasCue: boolean } {
  const held = question.concepts.map(() => 0);
  for (let unit = window.from; unit <= window.to; unit++) {
    const scored = byUnit.get(key(window.document, unit));
    if (scored)
      for (let concept = 0; concept < held.length; concept++)
        held[concept] = Math.max(held[concept] as number, scored.concepts[concept] as number);
  }
  return {
    held,
    hasCue: question.cues.length > 0 && showsCue(question, document.text.slice(window.start, window.end)),
  };
}

interface RankedWindow {
  seed: ScoredUnit;
  window: QuoteWindow;
  hasCue: boolean;
  coverage: number;
  score: number;
}

const CONTINUED = 2;

/** A list or table that is longer than a quote goes on in the next one, where the question asks for its entries. */
function addContinuations(windows: RankedWindow[], documents: readonly PreparedDocument[], maxWords: number): void {
  for (let rank = 0; rank < Math.min(CONTINUED, windows.length); rank++) {
    const ranked = windows[rank] as RankedWindow;
    const document = documents[ranked.window.document] as PreparedDocument;
    const next = ranked.window.to + 1;
    if (!isSameList(document, ranked.window.to, next)) continue;
    const seed = { ...ranked.seed, unit: next };
    const window = growWindow(
      document,
      seed,
      (_, unit) => (unit > next && isSameList(document, next, unit) ? 1 : -1),
      maxWords,
      () => false,
    );
    windows.splice(rank + 1, 0, { ...ranked, seed, window });
    rank++;
  }
}

function isSameList(document: PreparedDocument, one: number, other: number): boolean {
  const a = document.units[one];
  const b = document.units[other];
  if (!a || !b) return false;
  if (a.kind === "table_row" && b.kind === "table_row")
    return a.header?.start === b.header?.start || a.isHeader === true;
  const introduced = a.leadIn?.start ?? (document.text[a.end - 1] === ":" ? a.start : undefined);
  return b.kind === "list_item" && introduced !== undefined && b.leadIn?.start === introduced;
}

/** For a question that compares, the best passage of another document takes the second place. */
function alternateDocuments<T extends { window: QuoteWindow }>(windows: T[]): T[] {
  const first = windows[0];
  const other = first ? windows.find((one) => one.window.document !== first.window.document) : undefined;
  return first && other ? [first, other, ...windows.filter((one) => one !== first && one !== other)] : windows;
}

function overlaps(a: QuoteWindow, b: QuoteWindow): boolean {
  return a.document === b.document && a.start < b.end && b.start < a.end;
}

/** The same sentence in two documents; one that differs in a number is another answer and stays. */
function isTwin(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const numbers = (stems: ReadonlySet<string>) =>
    [...stems]
      .filter((stem) => /\d/.test(stem))
      .sort()
      .join(" ");
  return a.size > 1 && jaccard(a, b) >= TWIN && numbers(a) === numbers(b);
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const stem of a) if (b.has(stem)) shared++;
  return shared / Math.max(1, a.size + b.size - shared);
}
