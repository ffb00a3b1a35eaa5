import { stemWord } from "../retrieval/tokens";
import { confidenceModel } from "./confidence-model";
import type { PreparedDocument } from "./prepared-document";
import { hasSureMark } from "./question-cues";
import type { Concept, UnderstoodQuestion } from "./understand-question";

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
  /** It has a mark that leaves no doubt (a sum, a day, a number), which neither the best quote nor any other of the first shows. */
  "sureMissing",
  "sureMissingAll",
  /** "How many pages": no number stands before a wording of what is counted, in any of the first quotes. */
  "countMissing",
  /** The very thing asked for stands nowhere in the documents, in no wording; not in the best quote; in none of the first. */
  "headAbsent",
  "headMissing",
  "headMissingAll",
  /** Names of the question that stand nowhere in the documents. */
  "namesAbsent",
  /** What the best of the first quotes, and the section around the best one, hold of the question. */
  "bestCoverage",
  "section",
  /** Names and numbers of the question that the best quote does not hold. */
  "namesMissing",
  /** Score of the best passage against the most that this question could reach. */
  "strength",
  /** A longer question says more of what it wants. */
  "concepts",
  /** It asks for a matter that tenders settle, which the best quote settles; which none of the first does. */
  "topicSaid",
  "topicMissing",
  /** No wording of that matter stands anywhere in the documents. */
  "topicUnnamed",
  /** A word of what is asked about, that the lexicon has no other for, stands nowhere in the documents. */
  "subjectAbsent",
] as const;
export type ConfidenceSignals = Record<(typeof confidenceSignals)[number], number>;

/** Under this the answer says that the documents do not say, and shows the nearest passages. */
export const answerThreshold = confidenceModel.threshold;

/** Probability that the quotes hold the answer: logistic over the signals, fitted and checked by `bench/qa/calibrate.ts`. */
export function readConfidence(
  signals: ConfidenceSignals,
  model: Pick<typeof confidenceModel, "bias" | "weights"> = confidenceModel,
): number {
  const sum = confidenceSignals.reduce((total, name) => total + model.weights[name] * signals[name], model.bias);
  const probability = 1 / (1 + Math.exp(-sum));
  if (isUnheardOf(signals)) return Math.min(probability, UNHEARD_OF);
  return signals.topicMissing === 1 && probability < UNSETTLED ? probability * SELDOM : probability;
}

/** What tenders settle in words of their own, and nothing here does: an unsure passage only shares words with the question. */
const UNSETTLED = 0.33;
const SELDOM = 0.3;
/** Far below the threshold. */
const UNHEARD_OF = 0.05;
const MOST = 0.5;
/** Of a question, by importance: what it is about, beside its other words. */
const TELLING = 0.25;

/** The matter, what is asked about, or the very thing asked for and with it most of the question, stands nowhere in the documents, in no wording. */
function isUnheardOf(signals: ConfidenceSignals): boolean {
  return (
    signals.topicUnnamed === 1 || signals.subjectAbsent === 1 || (signals.headAbsent === 1 && signals.absent >= MOST)
  );
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
  section: number;
  settles: number;
}

/** One of the first passages. */
export interface FirstQuote {
  document: PreparedDocument;
  from: number;
  to: number;
  cue: number;
  coverage: number;
  settles: number;
}

/** What the ranking found. The lists hold one entry for each concept of the question. */
export interface RankedQuotes {
  question: UnderstoodQuestion;
  /** The question as it was typed. */
  text: string;
  best: BestQuote | undefined;
  /** Score of the best passage after that one. */
  secondScore: number;
  importance: Float32Array;
  /** It stands somewhere in the documents, in some wording. */
  present: readonly boolean[];
  /** It stands somewhere in the documents in the question's own words. */
  isKnown: readonly boolean[];
  first: readonly FirstQuote[];
  /** The question asks for a matter of which no wording stands anywhere in the documents. */
  isUnnamed: boolean;
}

type Stems = ReadonlySet<string>;
type Some<K extends keyof ConfidenceSignals> = Pick<ConfidenceSignals, K>;

export function readSignals(ranked: RankedQuotes): ConfidenceSignals {
  const total = ranked.importance.reduce((sum, one) => sum + one, 0) || 1;
  const held: Stems = ranked.best ? stemsOf(ranked.best) : new Set<string>();
  return {
    ...conceptSignals(ranked, held, total),
    ...quoteSignals(ranked, total),
    ...cueSignals(ranked),
    ...headSignals(ranked, held),
    ...nameSignals(ranked),
    ...topicSignals(ranked),
  };
}

/** How much of what the question asks stands in the best quote, and how much of it stands nowhere. */
function conceptSignals(
  { question, importance, present, isKnown }: RankedQuotes,
  held: Stems,
  total: number,
): Some<"ownWords" | "rarest" | "absent" | "unknown" | "askedMissing" | "askedUnknown" | "concepts" | "subjectAbsent"> {
  let own = 0;
  let absent = 0;
  let unknown = 0;
  let asked = 0;
  let askedMissing = 0;
  let askedUnknown = 0;
  let rarest = -1;
  let isSubjectAbsent = false;
  for (const [index, concept] of question.concepts.entries()) {
    const weight = importance[index] as number;
    const wordings = concept.alternatives.slice(0, Math.max(1, concept.own));
    own += weight * (wordings.filter((one) => isHeld(one, held)).length / wordings.length);
    if (!present[index]) absent += weight;
    const hasOneWording = concept.alternatives.every((one) => one.text === undefined);
    if (concept.isSubject && !present[index] && hasOneWording && weight >= total * TELLING) isSubjectAbsent = true;
    if (!isKnown[index]) unknown += weight;
    if (concept.isAsked) {
      asked += weight;
      if (!isSurelyHeld(concept, held)) askedMissing += weight;
      if (!isKnown[index]) askedUnknown += weight;
    }
    if (rarest < 0 || weight > (importance[rarest] as number)) rarest = index;
  }
  const isRarestHeld = question.concepts[rarest]?.alternatives.some((one) => isHeld(one, held)) ?? false;
  return {
    ownWords: own / total,
    rarest: isRarestHeld ? 1 : 0,
    absent: Math.min(1, absent / total),
    unknown: Math.min(1, unknown / total),
    askedMissing: asked === 0 ? 0 : askedMissing / asked,
    askedUnknown: asked === 0 ? 0 : askedUnknown / asked,
    concepts: Math.min(1, question.concepts.length / 10),
    subjectAbsent: isSubjectAbsent ? 1 : 0,
  };
}

/** How well the best quote did, by itself and beside the others. */
function quoteSignals(
  { best, secondScore, first }: RankedQuotes,
  total: number,
): Some<"coverage" | "lead" | "mass" | "near" | "bestCoverage" | "section" | "strength"> {
  return {
    coverage: best?.coverage ?? 0,
    lead: best && best.score > 0 ? Math.max(0, 1 - secondScore / best.score) : 0,
    mass: best?.mass ?? 0,
    near: best?.near ?? 0,
    bestCoverage: first.reduce((most, one) => Math.max(most, one.coverage), 0),
    section: best?.section ?? 0,
    strength: best ? Math.min(1, best.score / (total * 4)) : 0,
  };
}

/** Whether the kind of answer that the question asks for is there. */
function cueSignals({
  question,
  best,
  first,
}: RankedQuotes): Some<"cueShown" | "cueSure" | "cueMissing" | "sureMissing" | "sureMissingAll"> {
  const isSure = hasSureMark(question.cues);
  return {
    cueShown: best?.cue ? 1 : 0,
    cueSure: best?.cue === 2 ? 1 : 0,
    cueMissing: question.cues.length > 0 && !best?.cue ? 1 : 0,
    sureMissing: isSure && best?.cue !== 2 ? 1 : 0,
    sureMissingAll: isSure && !first.some((one) => one.cue === 2) ? 1 : 0,
  };
}

/** Whether the very thing asked for is there, and counted where the question counts it. */
function headSignals(
  { question, present, first }: RankedQuotes,
  held: Stems,
): Some<"countMissing" | "headAbsent" | "headMissing" | "headMissingAll"> {
  const index = question.concepts.findIndex((concept) => concept.isHead);
  const head = question.concepts[index];
  if (!head) return { countMissing: 0, headAbsent: 0, headMissing: 0, headMissingAll: first.length > 0 ? 0 : 1 };
  const isCount = question.cues.includes("count");
  return {
    countMissing: isCount && !first.some((one) => countsHead(one, head)) ? 1 : 0,
    headAbsent: present[index] ? 0 : 1,
    headMissing: isSurelyHeld(head, held) ? 0 : 1,
    headMissingAll: first.some((one) => isSurelyHeld(head, stemsOf(one))) ? 0 : 1,
  };
}

/** Whether the names and numbers of the question are there. */
function nameSignals({ question, text, best, isKnown }: RankedQuotes): Some<"namesAbsent" | "namesMissing"> {
  const named = question.concepts.flatMap((concept, index) => (concept.isName ? [index] : []));
  const quoted = best
    ? fold(best.document.text.slice(best.document.units[best.from]?.start, best.document.units[best.to]?.end))
    : "";
  // The first word of a question is written with a capital whatever it is.
  const names = (text.slice(1).match(nameOrNumber) ?? []).map((name) => fold(name).replace(/[.,]$/, ""));
  const missing = names.filter((name) => !quoted.includes(name)).length;
  return {
    namesAbsent: named.length === 0 ? 0 : named.filter((index) => !isKnown[index]).length / named.length,
    namesMissing: names.length === 0 ? 0 : missing / names.length,
  };
}

/** Whether the matter that the question asks for, one of those that tenders settle, is settled there. */
function topicSignals({
  question,
  best,
  first,
  isUnnamed,
}: RankedQuotes): Some<"topicSaid" | "topicMissing" | "topicUnnamed"> {
  return {
    topicSaid: best && best.settles >= 1 ? 1 : 0,
    topicMissing: question.topics.length > 0 && !first.some((one) => one.settles >= 1) ? 1 : 0,
    topicUnnamed: isUnnamed ? 1 : 0,
  };
}

const nameOrNumber = /(?<=\s["'(]?)(?:\p{Lu}[\p{L}\p{N}-]*|\d[\d.,]*)/gu;

const isHeld = ({ stems }: Concept["alternatives"][number], held: Stems) => stems.every((stem) => held.has(stem));

/** In the question's own words, or in one of which the lexicon is sure. */
function isSurelyHeld({ alternatives, own }: Concept, held: Stems): boolean {
  return alternatives.some((one, at) => (at < own || one.weight >= SURE) && isHeld(one, held));
}

function stemsOf({ document, from, to }: { document: PreparedDocument; from: number; to: number }): Set<string> {
  return new Set(
    document.terms.slice(from, to + 1).flatMap((terms) => [...terms.own, ...terms.leadIn, ...terms.context]),
  );
}

const numeral =
  /^(?:\d[\d.,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety|hundred|thousand|million|one|both|no|single|dozens?|hundreds|several)$/;
const COUNTED_WITHIN = 4;

/** "five (5) single-sided pages" counts pages. */
function countsHead({ document, from, to }: FirstQuote, head: Concept): boolean {
  const text = document.text.slice(document.units[from]?.start, document.units[to]?.end);
  const words = text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}.,]*/gu) ?? [];
  const heads = new Set(head.alternatives.map((one) => one.stems.at(-1)));
  return words.some((word, at) => {
    if (!heads.has(stemWord(word.replace(/[.,]+$/, ""), document.language))) return false;
    const near = words.slice(Math.max(0, at - COUNTED_WITHIN), at + COUNTED_WITHIN + 1);
    return near.some((other) => numeral.test(other.replace(/[.,]+$/, "")));
  });
}

function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
}
