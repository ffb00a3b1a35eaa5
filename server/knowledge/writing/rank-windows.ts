import { stemWord } from "../retrieval/tokens";
import type { PreparedDocument } from "./prepared-document";
import { cueStrength } from "./question-cues";
import { growWindow, type QuoteWindow } from "./quote-window";
import { cueWeight, type RankingWeights, type ScoredUnit, type StoredIdf, scoreUnits } from "./score-units";
import type { UnderstoodQuestion } from "./understand-question";

/** A passage that may be quoted, grown around its best unit. */
export interface RankedWindow {
  seed: ScoredUnit;
  window: QuoteWindow;
  hasCue: boolean;
  /** Share of the question's concepts that it holds, by importance, 0 to 1. */
  coverage: number;
  score: number;
}

export interface Ranking {
  /** Best first. */
  windows: RankedWindow[];
  importance: Float32Array;
  present: boolean[];
}

const SEEDS = 40;

export function rankWindows(
  question: UnderstoodQuestion,
  documents: readonly PreparedDocument[],
  options: {
    idf?: StoredIdf;
    candidates?: readonly (ReadonlySet<number> | null)[];
    weights: RankingWeights;
    maxWords: number;
  },
): Ranking {
  const { weights, maxWords } = options;
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
    const held = holdings(question, window, byUnit, key);
    const cue = cueStrength(question.cues, document.text.slice(window.start, window.end));
    const words = held.reduce((sum, one) => sum + one, 0);
    const coverage = held.reduce((sum, one, index) => sum + Math.min(one, importance[index] as number), 0) / total;
    const text = words * cueWeight(cue, weights) * (document.isDraft ? weights.draft : 1);
    return { seed, window, hasCue: cue > 0, coverage, score: seed.score + weights.window * text };
  });
  windows.sort((a, b) => b.score - a.score || a.window.document - b.window.document || a.window.start - b.window.start);
  return { windows, importance, present };
}

function tellingStems(question: UnderstoodQuestion): Set<string> {
  return new Set(
    question.concepts.flatMap((concept) => concept.alternatives.flatMap((alternative) => alternative.stems)),
  );
}

function holdings(
  question: UnderstoodQuestion,
  window: QuoteWindow,
  byUnit: ReadonlyMap<number, ScoredUnit>,
  key: (document: number, unit: number) => number,
): number[] {
  const held = question.concepts.map(() => 0);
  for (let unit = window.from; unit <= window.to; unit++) {
    const scored = byUnit.get(key(window.document, unit));
    if (scored)
      for (let concept = 0; concept < held.length; concept++)
        held[concept] = Math.max(held[concept] as number, scored.concepts[concept] as number);
  }
  return held;
}
