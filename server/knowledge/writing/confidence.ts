import { confidenceModel } from "./confidence-model";
import type { PreparedDocument } from "./prepared-document";
import type { UnderstoodQuestion } from "./understand-question";

/** What the ranking shows of how sure it can be. Every signal lies between 0 and 1. */
export const confidenceSignals = [
  /** Importance of the question's concepts that the best quote holds, in any wording. */
  "coverage",
  /** The same in the question's own words. */
  "ownWords",
  /** Whether the best quote holds the rarest of them. */
  "rarest",
  /** Importance of those that stand nowhere in the documents, in no wording. */
  "absent",
  /** Importance of those whose own words stand nowhere in the documents, whatever the lexicon has for them. */
  "unknown",
  /** What is asked for by name ("which bond ...", "how many copies ..."): the part of it that the best quote does not hold. */
  "askedMissing",
  /** The same, of its own words that stand nowhere in the documents. */
  "askedUnknown",
  /** How far the best quote is ahead of the next one, and its share of all the odds. */
  "lead",
  "mass",
  /** Concepts of the question within a few words of one another. */
  "near",
  /** The kind of answer that the question asks for (a date, a number, a name) is there, or is not. */
  "cueShown",
  "cueSure",
  "cueMissing",
  /** Names and numbers of the question that the best quote does not hold. */
  "namesMissing",
  /** Score of the best passage against the most that this question could reach. */
  "strength",
  /** A longer question says more of what it wants. */
  "concepts",
] as const;
export type ConfidenceSignals = Record<(typeof confidenceSignals)[number], number>;

/** Under this the answer says that the documents do not say, and shows the nearest passages. */
export const answerThreshold = confidenceModel.threshold;

/** Probability that the quotes hold the answer: logistic over the signals, fitted and checked by `bench/qa/calibrate.ts`. */
export function readConfidence(signals: ConfidenceSignals): number {
  const sum = confidenceSignals.reduce(
    (total, name) => total + confidenceModel.weights[name] * signals[name],
    confidenceModel.bias,
  );
  return 1 / (1 + Math.exp(-sum));
}

/** Wordings of the lexicon that hardly mean anything else. */
const SURE = 0.7;

interface BestQuote {
  document: PreparedDocument;
  from: number;
  to: number;
  score: number;
  coverage: number;
  /** Of the kind of answer asked for: 0 none, 1 shown, 2 beyond doubt. */
  cue: number;
  /** Share of all the odds among the passages weighed. */
  mass: number;
  near: number;
}

export function readSignals(
  question: UnderstoodQuestion,
  text: string,
  best: BestQuote | undefined,
  second: number,
  importance: Float32Array,
  present: readonly boolean[],
  isKnown: readonly boolean[],
): ConfidenceSignals {
  const total = importance.reduce((sum, one) => sum + one, 0) || 1;
  const stems = new Set(
    best?.document.terms
      .slice(best.from, best.to + 1)
      .flatMap((terms) => [...terms.own, ...terms.leadIn, ...terms.context]),
  );
  let own = 0;
  let absent = 0;
  let unknown = 0;
  let asked = 0;
  let askedMissing = 0;
  let askedUnknown = 0;
  let rarest = -1;
  for (const [index, concept] of question.concepts.entries()) {
    const weight = importance[index] as number;
    const wordings = concept.alternatives.slice(0, Math.max(1, concept.own));
    const held = wordings.filter((one) => one.stems.every((stem) => stems.has(stem))).length / wordings.length;
    own += weight * held;
    if (!present[index]) absent += weight;
    if (!isKnown[index]) unknown += weight;
    if (concept.isAsked) {
      asked += weight;
      const surely = concept.alternatives.filter((one, at) => at < concept.own || one.weight >= SURE);
      if (!surely.some((one) => one.stems.every((stem) => stems.has(stem)))) askedMissing += weight;
      if (!isKnown[index]) askedUnknown += weight;
    }
    if (rarest < 0 || weight > (importance[rarest] as number)) rarest = index;
  }
  const rare = question.concepts[rarest];
  const isRareHeld = rare?.alternatives.some((one) => one.stems.every((stem) => stems.has(stem))) ?? false;
  const quoted = best
    ? fold(best.document.text.slice(best.document.units[best.from]?.start, best.document.units[best.to]?.end))
    : "";
  const names = (text.slice(1).match(/(?<=\s["'(]?)(?:\p{Lu}[\p{L}\p{N}-]*|\d[\d.,]*)/gu) ?? []).map((name) =>
    fold(name).replace(/[.,]$/, ""),
  );
  const missing = names.filter((name) => !quoted.includes(name)).length;
  return {
    coverage: best?.coverage ?? 0,
    ownWords: own / total,
    rarest: isRareHeld ? 1 : 0,
    absent: Math.min(1, absent / total),
    unknown: Math.min(1, unknown / total),
    askedMissing: asked === 0 ? 0 : askedMissing / asked,
    askedUnknown: asked === 0 ? 0 : askedUnknown / asked,
    lead: best && best.score > 0 ? Math.max(0, 1 - second / best.score) : 0,
    mass: best?.mass ?? 0,
    near: best?.near ?? 0,
    cueShown: best?.cue ? 1 : 0,
    cueSure: best?.cue === 2 ? 1 : 0,
    cueMissing: question.cues.length > 0 && !best?.cue ? 1 : 0,
    namesMissing: names.length === 0 ? 0 : missing / names.length,
    strength: best ? Math.min(1, best.score / (total * 4)) : 0,
    concepts: Math.min(1, question.concepts.length / 10),
  };
}

function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
}
