import type { GoldQuestion } from "./load-questions";

export interface Citation {
  document: string;
  quote: string;
  page?: number;
}

/** Lower case, `[a-z0-9]+`: what the annotation rules compare. */
export function ruleTokens(text: string): string[] {
  return (
    text
      .normalize("NFKD")
      .replace(/\p{M}+/gu, "")
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  );
}

export function holds(quote: string, wanted: string): boolean {
  const tokens = ruleTokens(wanted);
  return tokens.length > 0 && ` ${ruleTokens(quote).join(" ")} `.includes(` ${tokens.join(" ")} `);
}

/** The longest run of words that two texts share, as a share of the gold's words. */
export function sharedRun(quote: string, gold: string): number {
  const a = ruleTokens(quote);
  const b = ruleTokens(gold);
  let best = 0;
  let previous = new Array<number>(b.length + 1).fill(0);
  for (const token of a) {
    const row = new Array<number>(b.length + 1).fill(0);
    for (let at = 1; at <= b.length; at++) {
      if (token === b[at - 1]) row[at] = (previous[at - 1] as number) + 1;
      best = Math.max(best, row[at] as number);
    }
    previous = row;
  }
  return b.length === 0 ? 0 : best / b.length;
}

export interface Judgement {
  /** An answer string (of a list or comparison: every entry) stands in the cited quotes of the right documents. */
  answer: boolean;
  /** The annotated passage stands whole in one quote. */
  passage: boolean;
  /** A quote shares a run of at least half of the annotated passage. */
  overlap: boolean;
  document: boolean;
}

/** The quotes share half of an annotated passage, or hold an answer of more than one word from its document. */
export function isAboutGold(question: GoldQuestion, citations: readonly Citation[]): boolean {
  const isSquad = question.passages.every((passage) => passage.quote === "");
  return citations.some((citation) =>
    question.passages.some(
      (passage) =>
        passage.document === citation.document &&
        ((passage.quote !== "" && sharedRun(citation.quote, passage.quote) >= 0.5) ||
          [...question.answers, ...question.items.flat()].some(
            (answer) => (isSquad || ruleTokens(answer).length > 1) && holds(citation.quote, answer),
          )),
    ),
  );
}

/** "no" or "3" alone stands in any text: such an answer counts only beside the annotated passage. */
export function judgeCitations(question: GoldQuestion, citations: readonly Citation[]): Judgement {
  const documents = new Set(question.passages.map((passage) => passage.document));
  const right = citations.filter((citation) => documents.has(citation.document));
  const isSquad = question.passages.every((passage) => passage.quote === "");
  const at = (citation: Citation, share: number) =>
    question.passages.some(
      (passage) =>
        passage.document === citation.document &&
        passage.quote !== "" &&
        sharedRun(citation.quote, passage.quote) >= share,
    );
  const found = (text: string) => {
    if (isSquad) return citations.some((citation) => holds(citation.quote, text));
    const isShort = ruleTokens(text).length < 2;
    return right.some((citation) => holds(citation.quote, text) && (!isShort || at(citation, 0.3)));
  };
  const wantsAll = question.items.length > 0;
  return {
    answer: wantsAll
      ? question.items.every((item) => item.some(found))
      : question.answers.some((answer) => !/^(?:yes|no)$/i.test(answer) && found(answer)) ||
        (question.answers.some((answer) => /^(?:yes|no)\b/i.test(answer)) &&
          right.some((citation) => at(citation, 0.9))),
    passage: right.some((citation) => at(citation, 0.99)),
    overlap: right.some((citation) => at(citation, 0.5)),
    document: right.length > 0,
  };
}
