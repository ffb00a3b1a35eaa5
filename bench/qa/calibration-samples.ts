import { answerFromUnits } from "@/server/knowledge/writing/answer-from-units";
import type { ConfidenceSignals } from "@/server/knowledge/writing/confidence";
import type { PreparedDocument } from "@/server/knowledge/writing/prepared-document";
import { judgeParts } from "./judge-parts";
import type { PartsQuestion } from "./load-parts";
import type { GoldQuestion } from "./load-questions";
import { judgeCitations } from "./match-answers";

/** A question that was asked: what the ranking showed, and whether the quotes held the answer. */
export interface Sample {
  signals: ConfidenceSignals;
  isRight: boolean;
  isAnswerable: boolean;
  /** Asked of documents about something else. */
  isStray: boolean;
  hasQuotes: boolean;
  group: string;
  weight: number;
}

/** Data sets hold as many unanswerable questions as they like; people ask fewer. One in five is assumed, and said in the docs. */
export const UNANSWERABLE_SHARE = 0.2;

/** Tenders are few beside an encyclopaedia, and are what people ask about: both sides weigh alike. */
export function evenedOut(samples: Sample[], against: Sample[]): Sample[] {
  const weigh = (some: Sample[]) => some.reduce((sum, sample) => sum + sample.weight, 0);
  const factor = weigh(against) / Math.max(1, weigh(samples));
  return samples.map((sample) => ({ ...sample, weight: sample.weight * factor }));
}

export function ask(question: GoldQuestion & { isStray?: boolean }, documents: readonly PreparedDocument[]): Sample {
  const answer = answerFromUnits({ question: question.q, documents });
  const citations = answer.quotes.map((quote) => ({
    document: documents[quote.documentIndex]?.name ?? "",
    quote: documents[quote.documentIndex]?.text.slice(quote.start, quote.end) ?? "",
  }));
  const isAnswerable = question.type !== "unanswerable";
  return {
    signals: answer.signals,
    isAnswerable,
    isStray: question.isStray ?? false,
    isRight: isAnswerable && judgeCitations(question, citations).answer,
    hasQuotes: citations.length > 0,
    group: question.group,
    weight: 1,
  };
}

/** Each part of a question is a sample of its own. */
export function askParts(question: PartsQuestion, documents: readonly PreparedDocument[]): Sample[] {
  const answer = answerFromUnits({ question: question.q, documents });
  if (answer.parts.length !== question.parts.length && question.parts.length > 1) return [];
  const sentences = answer.quotes.map((quote) => {
    const document = documents[quote.documentIndex];
    const text = document?.text.slice(quote.start, quote.end) ?? "";
    return { text, citations: [{ document: document?.name ?? "", quote: text }] };
  });
  const judged = judgeParts(question, sentences);
  return answer.parts.map((part, index) => ({
    signals: part.signals,
    isAnswerable: judged[index]?.isAnswerable ?? false,
    isStray: false,
    isRight: judged[index]?.isCited ?? false,
    hasQuotes: sentences.length > 0,
    group: question.package,
    weight: 1,
  }));
}

/** Unanswerable questions weigh what is assumed of them together; those about something else and those that only look answerable alike. */
export function reweigh(samples: Sample[]): Sample[] {
  const answerable = samples.filter((sample) => sample.isAnswerable).length;
  const kinds = [true, false].map(
    (isStray) => samples.filter((sample) => !sample.isAnswerable && sample.isStray === isStray).length,
  );
  const present = kinds.filter((count) => count > 0).length;
  const all = (UNANSWERABLE_SHARE / (1 - UNANSWERABLE_SHARE)) * answerable;
  return samples.map((sample) => ({
    ...sample,
    weight: sample.isAnswerable ? 1 : all / present / Math.max(1, kinds[sample.isStray ? 0 : 1] ?? 1),
  }));
}
