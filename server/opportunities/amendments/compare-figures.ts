import type { TenderDocument } from "../tender-document";
import { frameOf, statedDate } from "./frame-of";
import { sentencesByWords } from "./standing-sentences";

/** A line that demands nothing and says the same in both versions but for its figures. */
export interface ChangedFigure {
  about: "evaluation_factor" | "page_limit" | "value" | "date";
  before: string;
  after: string;
}

const subjects: [ChangedFigure["about"], RegExp][] = [
  ["evaluation_factor", /\b(?:points?|weights?|weight(?:ed|ing)|scor(?:e|es|ed|ing)|percent(?:age)?)\b|%/i],
  ["page_limit", /\bpages?\b/i],
  ["value", /[$€£]\s?\d|\b(?:usd|eur|gbp|budget|ceiling)\b/i],
];
/** Weights of factors, limits, sums and dates of a schedule that were changed in place, where no demand says them. `isTold`: what is told as something else. */
export function compareFigures(
  before: TenderDocument,
  after: TenderDocument,
  isTold: (text: string) => boolean,
): ChangedFigure[] {
  const [old, fresh] = [sentencesByWords(before), sentencesByWords(after)];
  const gone = new Map<string, string[]>();
  for (const [key, text] of old) {
    if (fresh.has(key) || !/\d/.test(text)) continue;
    gone.set(frameOf(text), [...(gone.get(frameOf(text)) ?? []), text]);
  }
  const found: ChangedFigure[] = [];
  for (const [key, text] of fresh) {
    if (old.has(key) || !/\d/.test(text)) continue;
    const was = gone.get(frameOf(text))?.shift();
    // A block and its only sentence are one; a block of several is told by its sentences.
    if (!was || frameOf(text).split(" ").length < 2 || isTold(text) || isTold(was)) continue;
    const about =
      statedDate.test(text) && statedDate.test(was) ? "date" : subjects.find(([, pattern]) => pattern.test(text))?.[0];
    if (!about || text.length > 300) continue;
    found.push({ about, before: was, after: text });
  }
  return found.filter((one) => !found.some((other) => other !== one && one.after.includes(other.after)));
}
