import { stemWord } from "../retrieval/tokens";
import type { PreparedDocument } from "./prepared-document";
import { cueStrength } from "./question-cues";
import { growWindow, type QuoteWindow } from "./quote-window";
import { cueWeight, isAsking, type RankingWeights, type ScoredUnit, scoreUnits } from "./score-units";
import { topicStrength } from "./topics/find-topics";
import type { UnderstoodQuestion } from "./understand-question";
import type { StoredIdf } from "./wording-counter";

/** A passage that may be quoted, grown around its best unit. */
export interface RankedWindow {
  seed: ScoredUnit;
  window: QuoteWindow;
  /** Of the kind of answer asked for: 0 none, 1 shown, 2 beyond doubt. */
  cue: number;
  /** Share of the question's concepts that it holds, by importance, 0 to 1. */
  coverage: number;
  /** Of its words, field by field. */
  score: number;
  /** Log odds, up to a constant of the question, that this is the passage meant. */
  odds: number;
  /** Importance of the question's concepts that stand within a few words of one another in its best unit, 0 to 1. */
  near: number;
  /** Share of the question's concepts that its section holds, by importance, 0 to 1. */
  section: number;
  /** How far its best unit settles the matter asked for, 0 to 1.4. */
  settles: number;
}

export interface Ranking {
  /** Best first. */
  windows: RankedWindow[];
  importance: Float32Array;
  present: boolean[];
  /** Whether the documents have a concept in the question's own words. */
  isKnown: boolean[];
}

const SEEDS = 40;
/** Passages that settle the matter asked for in other words than the question's. */
const TOPIC_SEEDS = 16;
/** More than the mere place where a matter is settled. */
const SURE_ENOUGH = 0.7;
/** Words of a sentence that stand together. */
const NEAR = 8;

/** What speaks for one passage among those that share words with a question; fitted on questions of tenders and of an encyclopaedia. */
export const passageOdds = {
  /** Scores against the best of the question, of the best unit and of the whole passage. */
  unit: 3.5,
  passage: 3.2,
  coverage: 1.9,
  /** What the whole section around it holds of the question. */
  section: 3,
  /** Concepts in the best unit's own words, and as many of them as stand within a few words. */
  own: 1.2,
  near: 1.1,
  /** The kind of answer is there beyond doubt, in the best unit and anywhere in the passage. */
  sureCue: 1.3,
  sureCueNear: 1,
  /** "must", "may" in a question meets one in the passage. */
  duty: 0.7,
  draft: -1.5,
  asking: -0.4,
  /** It settles the matter that is asked for, as tenders word it. */
  topic: 4,
};

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
  const { scored, importance, present, isKnown } = scoreUnits(question, documents, options);
  const byUnit = new Map<number, ScoredUnit>();
  for (const unit of scored) byUnit.set(unitKey(unit.document, unit.unit), unit);
  const value = (document: number, unit: number) => byUnit.get(unitKey(document, unit))?.base ?? 0;
  scored.sort((a, b) => b.score - a.score || a.document - b.document || a.unit - b.unit);
  const matter = topicSeeds(question, documents, scored, options.candidates);
  const seeds = [...scored.slice(0, SEEDS), ...matter.beyond];
  const telling = tellingStems(question);
  const total = importance.reduce((sum, one) => sum + one, 0) || 1;
  const windows = seeds.map((seed) => {
    const document = documents[seed.document] as PreparedDocument;
    const isTelling = (word: string) => telling.has(stemWord(word.replace(/[^\p{L}\p{N}]+/gu, ""), document.language));
    const window = growWindow(document, seed, value, maxWords, isTelling);
    const held = holdings(question, window, byUnit);
    const cue = cueStrength(question.cues, document.text.slice(window.start, window.end));
    const words = held.reduce((sum, one) => sum + one, 0);
    const coverage = held.reduce((sum, one, index) => sum + Math.min(one, importance[index] as number), 0) / total;
    const text = words * cueWeight(cue, weights) * (document.isDraft ? weights.draft : 1);
    const settles = matter.strength.get(unitKey(seed.document, seed.unit)) ?? 0;
    return {
      seed,
      window,
      cue,
      coverage,
      score: seed.score + weights.window * text,
      odds: 0,
      near: 0,
      section: 0,
      settles,
    };
  });
  const sections = holdingsOfSections(scored, documents, question.concepts.length);
  const bestUnit = seeds[0]?.score || 1;
  const bestPassage = Math.max(...windows.map((one) => one.score)) || 1;
  for (const one of windows) {
    const { seed } = one;
    const document = documents[seed.document] as PreparedDocument;
    const unit = document.units[seed.unit] as PreparedDocument["units"][number];
    const text = document.text.slice(unit.start, unit.end);
    const { own, near } = ownConcepts(question, document.terms[seed.unit]?.own ?? [], importance);
    one.near = near / total;
    const held = sections.get(sectionOf(seed, document));
    if (held) one.section = held.reduce((sum, value, at) => sum + Math.min(value, importance[at] as number), 0) / total;
    one.odds =
      passageOdds.unit * (seed.score / bestUnit) +
      passageOdds.passage * (one.score / bestPassage) +
      passageOdds.coverage * one.coverage +
      passageOdds.section * one.section +
      passageOdds.own * (own / total) +
      passageOdds.near * one.near +
      (cueStrength(question.cues, text) === 2 ? passageOdds.sureCue : 0) +
      (one.cue === 2 ? passageOdds.sureCueNear : 0) +
      (question.asksDuty && duty.test(text) ? passageOdds.duty : 0) +
      (document.isDraft ? passageOdds.draft : 0) +
      (isAsking(text) ? passageOdds.asking : 0) +
      passageOdds.topic * one.settles;
  }
  windows.sort((a, b) => b.odds - a.odds || a.window.document - b.window.document || a.window.start - b.window.start);
  return { windows, importance, present, isKnown };
}

/** How far units settle the matter asked for, and the surest of them that words alone would not have reached. */
function topicSeeds(
  { topics, guesses, concepts }: UnderstoodQuestion,
  documents: readonly PreparedDocument[],
  scored: readonly ScoredUnit[],
  candidates: readonly (ReadonlySet<number> | null)[] | undefined,
): { strength: ReadonlyMap<number, number>; beyond: ScoredUnit[] } {
  const strength = new Map<number, number>();
  const strengthOf = (document: PreparedDocument, unit: number) =>
    guesses.reduce(
      (most, { topic, sureness }) => Math.max(most, sureness * topicStrength([topic], document, unit)),
      topicStrength(topics, document, unit),
    );
  if (topics.length === 0 && guesses.length === 0) return { strength, beyond: [] };
  for (const [document, { units }] of documents.entries()) {
    const allowed = candidates?.[document] ?? null;
    for (const unit of units.keys()) {
      if (allowed && !allowed.has(unit)) continue;
      const value = strengthOf(documents[document] as PreparedDocument, unit);
      if (value > 0) strength.set(unitKey(document, unit), value);
    }
  }
  const rank = new Map(scored.map((one, at) => [unitKey(one.document, one.unit), at]));
  const beyond = [...strength]
    .filter(([key, value]) => value >= SURE_ENOUGH && (rank.get(key) ?? SEEDS) >= SEEDS)
    .sort(([a, one], [b, other]) => other - one || (rank.get(a) ?? 1e9) - (rank.get(b) ?? 1e9) || a - b)
    .slice(0, TOPIC_SEEDS)
    .map(([key]) => {
      const at = rank.get(key);
      const [document, unit] = [Math.floor(key / 1_000_000), key % 1_000_000];
      if (at !== undefined) return scored[at] as ScoredUnit;
      return { document, unit, score: 0, base: 0, concepts: new Float32Array(concepts.length) };
    });
  return { strength, beyond };
}

function unitKey(document: number, unit: number): number {
  return document * 1_000_000 + unit;
}

const duty = /\b(?:shall|must|may|required|will|should)\b/i;

function tellingStems(question: UnderstoodQuestion): Set<string> {
  return new Set(
    question.concepts.flatMap((concept) => concept.alternatives.flatMap((alternative) => alternative.stems)),
  );
}

function holdings(
  question: UnderstoodQuestion,
  window: QuoteWindow,
  byUnit: ReadonlyMap<number, ScoredUnit>,
): number[] {
  const held = question.concepts.map(() => 0);
  for (let unit = window.from; unit <= window.to; unit++) {
    const scored = byUnit.get(unitKey(window.document, unit));
    if (scored)
      for (let concept = 0; concept < held.length; concept++)
        held[concept] = Math.max(held[concept] as number, scored.concepts[concept] as number);
  }
  return held;
}

function sectionOf(unit: ScoredUnit, document: PreparedDocument): string {
  return `${unit.document} ${document.units[unit.unit]?.headings.at(-1)?.start ?? -1}`;
}

/** The best of each concept in each section that shares a word with the question. */
function holdingsOfSections(
  scored: readonly ScoredUnit[],
  documents: readonly PreparedDocument[],
  concepts: number,
): Map<string, Float32Array> {
  const sections = new Map<string, Float32Array>();
  for (const unit of scored) {
    const key = sectionOf(unit, documents[unit.document] as PreparedDocument);
    const held = sections.get(key) ?? new Float32Array(concepts);
    sections.set(key, held);
    for (let at = 0; at < concepts; at++) held[at] = Math.max(held[at] as number, unit.concepts[at] as number);
  }
  return sections;
}

/** Importance of the concepts in a unit's own words, and of those that stand within `NEAR` words of one another. */
function ownConcepts(
  question: UnderstoodQuestion,
  stems: readonly string[],
  importance: Float32Array,
): { own: number; near: number } {
  const set = new Set(stems);
  let own = 0;
  let near = 0;
  const places: { at: number; concept: number }[] = [];
  for (const [concept, { alternatives }] of question.concepts.entries()) {
    let best = 0;
    const firsts = new Set<string>();
    for (const { stems: wanted, weight } of alternatives) {
      firsts.add(wanted[0] as string);
      if (weight > best && wanted.every((stem) => set.has(stem))) best = Math.min(1, weight);
    }
    own += best * (importance[concept] as number);
    for (const [at, stem] of stems.entries()) if (firsts.has(stem)) places.push({ at, concept });
  }
  for (const { at: from } of places) {
    const inside = new Set(places.filter(({ at }) => at >= from && at < from + NEAR).map(({ concept }) => concept));
    let sum = 0;
    for (const concept of inside) sum += importance[concept] as number;
    near = Math.max(near, sum);
  }
  return { own, near };
}
