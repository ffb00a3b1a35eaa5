import type { PartsQuestion, QuestionPart } from "./load-parts";
import { type Citation, holds } from "./match-answers";

/** A sentence as a reader sees it, with the quotes that it rests on. */
export interface ShownSentence {
  text: string;
  citations: Citation[];
}

export interface JudgedPart {
  isAnswerable: boolean;
  /** The answer, or every entry of the list, stands in the sentences shown. */
  isShown: boolean;
  /** The same in the quotes behind them. */
  isCited: boolean;
  /** Share of the wanted entries that is shown; 0 or 1 of what is no list. */
  share: number;
}

export function judgeParts(question: PartsQuestion, sentences: readonly ShownSentence[]): JudgedPart[] {
  return question.parts.map((part) => {
    if ("none" in part) return { isAnswerable: false, isShown: false, isCited: false, share: 0 };
    const right = sentences.filter((sentence) => isOf(part, sentence));
    const wanted = "items" in part ? part.items : [part.answers];
    const shown = wanted.filter((wordings) => right.some((one) => wordings.some((text) => holds(one.text, text))));
    const cited = wanted.filter((wordings) =>
      right.some((one) => one.citations.some(({ quote }) => wordings.some((text) => holds(quote, text)))),
    );
    return {
      isAnswerable: true,
      isShown: shown.length === wanted.length,
      isCited: cited.length === wanted.length,
      share: shown.length / wanted.length,
    };
  });
}

/** A sentence that holds an answer, or an entry, of any part. */
export function isRelevant(question: PartsQuestion, sentence: ShownSentence): boolean {
  return question.parts.some((part) => {
    if ("none" in part || !isOf(part, sentence)) return false;
    const wordings = "items" in part ? part.items.flat() : part.answers;
    return wordings.some(
      (text) => holds(sentence.text, text) || sentence.citations.some(({ quote }) => holds(quote, text)),
    );
  });
}

function isOf(part: Exclude<QuestionPart, { none: true }>, sentence: ShownSentence): boolean {
  return !part.documents || sentence.citations.some((citation) => part.documents?.includes(citation.document));
}
