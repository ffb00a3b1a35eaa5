import type { GivenAnswer } from "./answer-in-product";
import { isRelevant, judgeParts } from "./judge-parts";
import type { PartsQuestion } from "./load-parts";

interface AskedParts {
  question: PartsQuestion;
  given: GivenAnswer;
}

/** Figures of each half, of questions with several parts, of single ones, of these in everyday words, and of those without an answer. */
export function measureParts(asked: readonly AskedParts[]) {
  const groups = new Map<string, AskedParts[]>();
  for (const one of asked) {
    const { half, kind } = one.question;
    const group = ["single", "far", "unanswerable"].includes(kind) ? kind : "severalParts";
    const key = `${half} ${group}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return Object.fromEntries(
    [...groups].sort(([a], [b]) => a.localeCompare(b)).map(([key, some]) => [key, measure(some)]),
  );
}

function measure(asked: readonly AskedParts[]) {
  const answerable = asked.filter(({ question }) => question.parts.some((part) => !("none" in part)));
  if (answerable.length === 0)
    return { n: asked.length, abstained: asked.filter(({ given }) => given.abstained).length };
  const judged = answerable.map(({ question, given }) => ({
    parts: judgeParts(question, given.sentences).filter((part) => part.isAnswerable),
    main: judgeParts(question, mainOf(given)).filter((part) => part.isAnswerable),
  }));
  const parts = judged.flatMap((one) => one.parts);
  const shown = answerable.flatMap(({ question, given }) => mainOf(given).map((one) => isRelevant(question, one)));
  const isMixed = (question: PartsQuestion) => question.parts.some((part) => "none" in part);
  const mixed = answerable.filter(({ question }) => isMixed(question));
  const full = answerable.filter(({ question }) => !isMixed(question));
  return {
    n: asked.length,
    parts: parts.length,
    partsShown: share(parts.map((part) => part.isShown)),
    partsInQuotes: share(parts.map((part) => part.isCited)),
    partsShownFirst: share(judged.flatMap((one) => one.main.map((part) => part.isShown))),
    entries: mean(parts.map((part) => part.share)),
    wholeQuestions: share(judged.map((one) => one.parts.every((part) => part.isShown))),
    /** Of the sentences shown as the answer, those that hold an answer or an entry of any part. */
    sentencesThatAnswer: share(shown),
    sentences: mean(answerable.map(({ given }) => mainOf(given).length)),
    abstained: answerable.filter(({ given }) => given.abstained).length,
    /** Questions of which the package answers only some parts, and of these and of the others those said to be so. */
    withUnansweredPart: mixed.length,
    unansweredPartSaid: mixed.filter(({ given }) => given.unanswered.length > 0).length,
    unansweredPartSaidWrongly: full.filter(({ given }) => given.unanswered.length > 0).length,
  };
}

export function mainOf(given: GivenAnswer) {
  return given.sentences.filter((sentence) => !sentence.isAside);
}

function share(all: readonly boolean[]): number {
  return mean(all.map(Number));
}

function mean(all: readonly number[]): number {
  return all.length === 0 ? 0 : Number((all.reduce((sum, one) => sum + one, 0) / all.length).toFixed(4));
}
